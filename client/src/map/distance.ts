import type { Point } from './arcs';

const earthKm = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres over the ground between two points (haversine on the mean radius of the earth). */
export function kmBetween([x1, y1]: Point, [x2, y2]: Point): number {
  const half = Math.sin(radians(y2 - y1) / 2) ** 2 + Math.cos(radians(y1)) * Math.cos(radians(y2)) * Math.sin(radians(x2 - x1) / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(half)));
}

export const kmAlong = (points: Point[]): number => points.slice(1).reduce((sum, point, index) => sum + kmBetween(points[index] as Point, point), 0);

/** A bar of a round length that is at most so wide; `zoom` counts tiles of 512 pixels, as the map does. */
export function scaleBar(zoom: number, latitude: number, most: number): { km: number; pixels: number } {
  const kmPerPixel = (2 * Math.PI * earthKm * Math.cos(radians(latitude))) / (512 * 2 ** zoom);
  const widest = kmPerPixel * most;
  const ten = 10 ** Math.floor(Math.log10(widest));
  const km = ([5, 3, 2, 1].find((n) => n * ten <= widest) ?? 1) * ten;
  return { km, pixels: Math.round(km / kmPerPixel) };
}

/** A place rounded to about a kilometre, on the device: no finer one leaves it. */
export const rounded = (longitude: number, latitude: number): Point => [Math.round(longitude * 100) / 100, Math.round(latitude * 100) / 100];
