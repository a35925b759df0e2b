import type { Region } from '../../api/shapes';
import { kmBetween } from '../../map/distance';

/** Half the width of a typical region of a level in kilometres, as the server has it. */
const typicalKm = { province: 126, regency: 34, district: 9, village: 3 } as const;
/** So many half widths from the middle of a region lies nothing of it, however long it is. */
const many = 6;

interface Spot { longitude: number; latitude: number }
type Astray = { why: 'outside' } | { why: 'far'; km: number } | undefined;

const isInIndonesia = ({ longitude, latitude }: Spot) => longitude >= 94.5 && longitude <= 141.5 && latitude >= -11.5 && latitude <= 6.5;

/** What is strange about a point of a place: it lies outside of Indonesia, or far from the region that the place is said to be in. That may still be right, so it is a remark and no refusal. */
export function astray(point: Spot, region: Pick<Region, 'level' | 'point'> | undefined): Astray {
  if (!isInIndonesia(point)) return { why: 'outside' };
  if (!region?.point) return undefined;
  const km = kmBetween([point.longitude, point.latitude], [region.point.longitude, region.point.latitude]);
  return km > many * typicalKm[region.level] ? { why: 'far', km: Math.round(km) } : undefined;
}
