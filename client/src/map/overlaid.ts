import type { Map as GlMap } from 'maplibre-gl';
import { roomOf } from './camera';
import type { Rect } from './labels';
import { setData } from './painting';

/** The side of the squares, in pixels, that the map is told to leave free: a button is as broad. */
export const square = 44;

/** The middles of squares that lie inside a box and leave nothing of it out; of a box that is smaller, one. */
export function squaresOf({ left, top, right, bottom }: Rect): { x: number; y: number }[] {
  const along = (from: number, to: number) => {
    const count = Math.max(1, Math.ceil((to - from) / square));
    const [first, last] = count === 1 ? [(from + to) / 2, (from + to) / 2] : [from + square / 2, to - square / 2];
    return Array.from({ length: count }, (_, index) => first + ((last - first) * index) / Math.max(1, count - 1));
  };
  return along(left, right).flatMap((x) => along(top, bottom).map((y) => ({ x, y })));
}

/** Keeps the names of the map from under the buttons and notes that lie over it: something that cannot be seen stands there and has its place first. */
export function keepClear(map: GlMap) {
  let before = '';
  const look = () => {
    if (!map.getSource('overlaid')) return;
    const places = roomOf(map.getContainer()).taken.flatMap(squaresOf).map(({ x, y }) => map.unproject([x, y]).toArray());
    const now = places.join(';');
    if (now === before) return;
    before = now;
    setData(map, 'overlaid', { type: 'FeatureCollection', features: places.map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } })) });
  };
  map.on('style.load', () => { before = ''; });
  map.on('moveend', look);
  map.on('idle', look);
}
