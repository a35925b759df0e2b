import type { OrganizationPage, Provenance } from '../../api/shapes';

export type Freshness = 'fresh' | 'old' | 'never';
const year = 365 * 24 * 3600 * 1000;

/** A fact that nobody has checked for more than a year is said to be old; one that was never checked, that. */
export function freshnessOf(lastVerified: string | undefined, now: number): Freshness {
  if (!lastVerified) return 'never';
  return now - new Date(`${lastVerified}T12:00:00Z`).getTime() > year ? 'old' : 'fresh';
}

export type Carried = 'organization' | 'unit' | 'place' | 'service' | 'tie';
export interface SourceOf { source: string; url?: string; lastVerified?: string; carries: [Carried, number][] }

/** Every source that a page rests on, each once, with what rests on it and when that was last checked (the latest day). */
export function sourcesOf({ organization, units, places, services, ties }: OrganizationPage): SourceOf[] {
  const all: [Carried, Provenance | undefined][] = [
    ['organization', organization.provenance], ...services.map((s): [Carried, Provenance | undefined] => ['service', s.provenance]), ...units.map((u): [Carried, Provenance | undefined] => ['unit', u.provenance]),
    ...places.map((p): [Carried, Provenance | undefined] => ['place', p.provenance]), ...ties.map((tie): [Carried, Provenance | undefined] => ['tie', tie.provenance]),
  ];
  const found = new Map<string, SourceOf>();
  for (const [kind, provenance] of all) {
    if (!provenance?.source) continue;
    const { source, sourceUrl, lastVerified } = provenance;
    const before = found.get(source) ?? { source, carries: [] };
    const carries = new Map(before.carries);
    carries.set(kind, (carries.get(kind) ?? 0) + 1);
    const latest = [before.lastVerified, lastVerified].filter((d): d is string => !!d).sort().at(-1);
    const url = before.url ?? (sourceUrl?.startsWith('https://') ? sourceUrl : undefined);
    found.set(source, { source, carries: [...carries], ...(url ? { url } : {}), ...(latest ? { lastVerified: latest } : {}) });
  }
  return [...found.values()];
}
