import type { OrganizationPage, Provenance } from '../../api/shapes';
import { yearsBefore } from '../../network/day';

export type Freshness = 'fresh' | 'old' | 'never' | 'unverified';

/** How far a fact can be relied on, on a day: nobody could verify it, nobody noted when it was verified, that is more than a year ago, or it is fresh. Of what nobody could verify a day says nothing. */
export function freshnessOf({ lastVerified, unverified }: Pick<Provenance, 'lastVerified' | 'unverified'>, day: string): Freshness {
  if (unverified) return 'unverified';
  if (!lastVerified) return 'never';
  return lastVerified < yearsBefore(day, 1) ? 'old' : 'fresh';
}

export type Carried = 'organization' | 'unit' | 'place' | 'service' | 'tie';
/** `example` when nothing but examples rests on it. */
export interface SourceOf { source: string; url?: string; example?: true; carries: [Carried, number][] }

/** Every source that a page rests on, each once, with what rests on it. */
export function sourcesOf({ organization, units, places, services, ties }: OrganizationPage): SourceOf[] {
  const all: [Carried, Provenance | undefined][] = [
    ['organization', organization.provenance], ...services.map((s): [Carried, Provenance | undefined] => ['service', s.provenance]), ...units.map((u): [Carried, Provenance | undefined] => ['unit', u.provenance]),
    ...places.map((p): [Carried, Provenance | undefined] => ['place', p.provenance]), ...ties.map((tie): [Carried, Provenance | undefined] => ['tie', tie.provenance]),
  ];
  const found = new Map<string, SourceOf>();
  for (const [kind, provenance] of all) {
    if (!provenance?.source) continue;
    const { source, sourceUrl } = provenance;
    const before = found.get(source) ?? { source, carries: [] };
    const carries = new Map(before.carries);
    carries.set(kind, (carries.get(kind) ?? 0) + 1);
    const url = before.url ?? (sourceUrl?.startsWith('https://') ? sourceUrl : undefined);
    const example = provenance.example === true && (before.example === true || before.carries.length === 0);
    found.set(source, { source, carries: [...carries], ...(url ? { url } : {}), ...(example ? { example } : {}) });
  }
  return [...found.values()];
}
