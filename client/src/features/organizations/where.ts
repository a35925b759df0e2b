import type { Organization } from '../../api/shapes';
import { t } from '../../words';

const levels = ['exact', 'village', 'district', 'regency', 'province'] as const;
type Level = (typeof levels)[number];
const coarser = (one: Level, other: Level): Level => (levels.indexOf(one) > levels.indexOf(other) ? one : other);
const isCoarser = (one: Level, other: Level) => levels.indexOf(one) > levels.indexOf(other);
/** The level of a region by its code: 33, 33.74, 33.74.01, 33.74.01.1001. */
const levelOf = (code: string | undefined): Level => (code ? levels[4 - (code.split('.').length - 1)] ?? 'province' : 'province');

/** Either blurred for care, or no more is known. */
const statement = (told: Exclude<Level, 'exact'>, blurred: boolean) => (blurred ? t(`organization.blurred.${told}`) : t(`organization.known.${told}`));

function drawnAs(drawn: Exclude<Level, 'exact'>, precision: Level, region: string | undefined): string | undefined {
  const stated = levelOf(region);
  const known = isCoarser(stated, drawn) ? drawn : stated;
  const told = coarser(known, precision);
  if (told === 'exact') return undefined;
  const words = statement(told, precision !== 'exact' && !isCoarser(known, precision));
  return drawn !== 'village' && isCoarser(drawn, told) ? `${words}. ${t(`organization.placed.${drawn}`)}` : words;
}

/** What a soft disc on the map means: care for somebody's home, all that is known, or that no finer region has a point. Undefined when the point is exact. */
export function whereTold({ position, precision = 'exact', region }: Pick<Organization, 'position' | 'precision' | 'region'>): string | undefined {
  if (!position) return t(precision === 'exact' ? 'organization.unplaced' : 'organization.hidden');
  return position.precision === 'exact' || position.precision === 'hidden' || precision === 'hidden' ? undefined : drawnAs(position.precision, precision, region);
}
