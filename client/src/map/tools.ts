import { signal } from '@preact/signals';
import { t } from '../words';
import { notice, spoken } from '../network/state';
import type { Point } from './arcs';
import { rounded } from './distance';

/** How long the bar on the map is, and what it stands for. */
export const scale = signal<{ km: number; pixels: number } | undefined>(undefined);

/** How many pixels the bar stands beside its place, so that it lies on no sign. */
export const moved = signal<[number, number]>([0, 0]);

/** The points of a way that is measured; undefined while nothing is. */
export const measuring = signal<Point[] | undefined>(undefined);

/** Where the device is, rounded; it stays on the device but for the camera of the map, which shows no more. */
export const here = signal<Point | undefined>(undefined);

/** Whose street map it is, when there is one. */
export const credits = signal('');

/** True when there is to be a street map under ours and it could not be had. */
export const streetless = signal(false);

/** Asks the device where it is, and keeps no more of it than a kilometre. When it does not tell, the line of what somebody has just done says so, where nothing else lies over it. */
export function locate() {
  const failed = (words: 'locate.none' | 'locate.refused') => { notice.value = { what: 'refused', words: () => t(words), ways: [] }; };
  if (!('geolocation' in navigator)) { failed('locate.none'); return; }
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => { here.value = rounded(coords.longitude, coords.latitude); spoken.value = t('locate.found'); },
    (error) => failed(error.code === error.PERMISSION_DENIED ? 'locate.refused' : 'locate.none'),
    { enableHighAccuracy: false, timeout: 15_000, maximumAge: 600_000 },
  );
}
