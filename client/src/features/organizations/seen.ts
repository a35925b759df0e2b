export const precisions = ['exact', 'village', 'district', 'regency', 'hidden'] as const;
export type Stated = (typeof precisions)[number];

/** What others will see of a place: a home its district when nothing is said, and never finer than its village; nothing finer than its organization is told. */
export function seenAs(precision: string, home: boolean, owner: string | undefined): Stated {
  const own = precisions.find((p) => p === precision) ?? (home ? 'district' : 'exact');
  const above = precisions.find((p) => p === owner) ?? 'exact';
  return precisions[Math.max(precisions.indexOf(own), precisions.indexOf(above))] ?? 'hidden';
}
