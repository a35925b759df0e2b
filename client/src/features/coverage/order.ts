import type { CoverageRegion } from '../../api/answers';

export const orders = ['kode', 'nama', 'belum'] as const;
export type MatrixOrder = (typeof orders)[number];
export const readMatrixOrder = (text: string | undefined): MatrixOrder => orders.find((o) => o === text) ?? 'kode';

/** Regions by code, by name, or with the most people who are not served with one term first; where that is not known they come last, by name. */
export function inOrder(regions: CoverageRegion[], order: MatrixOrder, term: number, locale: string): CoverageRegion[] {
  const byName = new Intl.Collator(locale, { numeric: true });
  const unmet = (region: CoverageRegion) => region.cells[term]?.unmet ?? -1;
  if (order === 'kode') return [...regions].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [...regions].sort((a, b) => (order === 'belum' ? unmet(b) - unmet(a) : 0) || byName.compare(a.name, b.name));
}

export interface Group { code: string; regions: CoverageRegion[] }

/** Regions under the one that they lie in; the groups stand in the order of their first region. */
export function grouped(regions: CoverageRegion[]): Group[] {
  const groups = new Map<string, CoverageRegion[]>();
  for (const region of regions) groups.set(region.parent ?? '', [...(groups.get(region.parent ?? '') ?? []), region]);
  return [...groups].map(([code, inside]) => ({ code, regions: inside }));
}
