import type { Level } from '../../api/shapes';
import { dayOf } from '../../network/day';
import { type How, go, route, to } from '../../network/route';

export const axes = ['hso_function', 'pillar', 'issue', 'actor_kind', 'service_term'] as const;
export const levels = ['province', 'regency', 'district'] as const;

export interface Question { axis: string; level: Level; parent: string | undefined; term: string | undefined; gaps: boolean; marked: string | undefined; day: string | undefined; cell: { region: string; term: string } | undefined }

/** What the address asks of the coverage: axis (sumbu), level (tingkat), province or regency (induk), column on the map (di), list of gaps (tampilan), a region marked on the map (sorot), day (tanggal), an opened cell (sel). */
export function readQuestion(query: Record<string, string>): Question {
  const axis = axes.find((a) => a === query['sumbu']) ?? 'hso_function';
  const level = levels.find((l) => l === query['tingkat']) ?? (query['induk'] ? 'regency' : 'province');
  const [region, term] = (query['sel'] ?? '').split(':');
  return { axis, level, parent: query['induk'] || undefined, term: query['di'] || undefined, gaps: query['tampilan'] === 'kekosongan', marked: query['sorot'] || undefined, day: dayOf(query), cell: region && term ? { region, term } : undefined };
}

/** What the address says of axis and level that is neither, and what stands in for it says the question. */
export function unknownIn({ sumbu, tingkat }: Record<string, string>): { part: 'axis' | 'level'; value: string }[] {
  const isIn = (known: readonly string[], value: string | undefined) => !value || known.includes(value);
  return [...(isIn(axes, sumbu) ? [] : [{ part: 'axis' as const, value: sumbu ?? '' }]), ...(isIn(levels, tingkat) ? [] : [{ part: 'level' as const, value: tingkat ?? '' }])];
}

/** Which column a term is; the first one for none, and for one that the answer does not hold. */
export const columnOf = (terms: { code: string }[], term: string | undefined) => Math.max(0, terms.findIndex((one) => one.code === term));

export const change = (values: Record<string, string | undefined>, how?: How) => go(to('coverage', undefined, { ...route.value.query, ...values }), how);
export const cellAddress = (region: string, term: string) => to('coverage', undefined, { ...route.value.query, bentuk: undefined, bantuan: undefined, urutBantuan: undefined, sorot: undefined, lihat: undefined, sel: `${region}:${term}` });
/** A cell, opened where it says who could help. */
export const helpAddress = (region: string, term: string) => { const cell = cellAddress(region, term); return { ...cell, query: { ...cell.query, lihat: 'bantuan' } }; };
