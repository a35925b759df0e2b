import type { Point } from './arcs';
import { kmBetween } from './distance';
import { holds, ringsOf } from './flat';

/** Kilometres from a point to the nearest edge of a shape; 0 in it. Between two corners the edge is taken as straight on a flat map, which is good for the few hundred kilometres that matter. */
export function kmOutside(geometry: GeoJSON.Geometry, at: Point): number {
  if (holds(geometry, at)) return 0;
  const narrow = Math.cos((at[1] * Math.PI) / 180);
  let [least, nearest]: [number, Point] = [Infinity, at];
  for (const ring of ringsOf(geometry)) {
    for (const [index, [x0 = 0, y0 = 0]] of ring.entries()) {
      const [x1 = 0, y1 = 0] = ring[(index + 1) % ring.length] ?? [];
      const [dx, dy, px, py] = [(x1 - x0) * narrow, y1 - y0, (at[0] - x0) * narrow, at[1] - y0];
      const part = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      const far = Math.hypot(px - part * dx, py - part * dy);
      if (far < least) [least, nearest] = [far, [x0 + part * (x1 - x0), y0 + part * (y1 - y0)]];
    }
  }
  return kmBetween(at, nearest);
}
