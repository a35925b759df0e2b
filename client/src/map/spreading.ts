import type { Summary } from '../api/shapes';
import type { Point } from './arcs';
import { mercator, onEarth } from './flat';
import type { Rect } from './labels';

/** Pixels between the centre of who is selected and whoever would lie under its halo, and between neighbours on a ring: many need a larger one, or they would hide each other. */
const [beside, apart] = [40, 28];
const ringOf = (count: number, least: number) => Math.max(least, (count * apart) / (2 * Math.PI));
const at = (one: Summary): Point => [one.position?.longitude ?? 0, one.position?.latitude ?? 0];

/** A ring around a point, evenly from an angle on; `scale` is degrees of longitude and of latitude for a pixel. */
function ring(people: Summary[], [x, y]: Point, radius: number, from: number, scale: Point): [string, Point][] {
  return people.map((one, index) => {
    const angle = from + (2 * Math.PI * index) / people.length;
    return [one.id, [x + radius * scale[0] * Math.cos(angle), y + radius * scale[1] * Math.sin(angle)]];
  });
}

function together(people: Summary[]): Summary[][] {
  const groups = new Map<string, Summary[]>();
  for (const one of people) groups.set(at(one).join(), [...(groups.get(at(one).join()) ?? []), one]);
  return [...groups.values()];
}

/** Degrees of longitude and of latitude for a pixel at a zoom. */
function scaleOf(zoom: number, latitude: number): Point {
  const degrees = 360 / (512 * 2 ** zoom);
  return [degrees, degrees * Math.cos((latitude * Math.PI) / 180)];
}

/** Those who would lie under the halo of one who is chosen, around it, the first in its true direction. */
function around(middle: Summary, people: Summary[], zoom: number): [string, Point][] {
  const [[mx, my], scale] = [at(middle), scaleOf(zoom, at(middle)[1])];
  const away = (one: Summary): Point => [(at(one)[0] - mx) / scale[0], (at(one)[1] - my) / scale[1]];
  const close = people.filter((one) => Math.hypot(...away(one)) < beside);
  const [dx, dy] = close[0] ? away(close[0]) : [0, 0];
  return ring(close, [mx, my], ringOf(close.length, beside), Math.atan2(dy, dx), scale);
}

/** Pixels that keep two signs apart, and a sign from the halo of one who is chosen. */
const room = { sign: 27, chosen: 36 };
/** Half a sign. */
const half = 13;
/** Where the names of those who are chosen stand, in pixels from the middle of their signs. */
export type Names = Map<string, Rect>;
/** Spots around a point, the nearest first. */
const spots: Point[] = [30, 42, 60, 84, 108].flatMap((radius, index) => Array.from({ length: 8 + 4 * index }, (_, turn): Point => {
  const angle = (2 * Math.PI * turn) / (8 + 4 * index);
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}));

/** Whether a whole sign can be seen at a point. */
const isIn = ([x, y]: Point, free: Rect | undefined) => free === undefined || (x >= free.left + half && x <= free.right - half && y >= free.top + half && y <= free.bottom - half);

/** Opens what would still lie on each other, under the name of one who is chosen, or under what lies over the map, such as its buttons: whoever comes later stands on the nearest free spot around where she is. Where there is none, she stays. */
function opened(people: Summary[], chosen: Set<string | undefined>, places: Map<string, Point>, zoom: number, names: Names, covered: Rect[], free: Rect | undefined) {
  const size = 512 * 2 ** zoom;
  const pixel = (point: Point): Point => { const [x, y] = mercator(point); return [x * size, y * size]; };
  const taken: { at: Point; room: number }[] = [];
  const over = [...covered, ...[...names].map(([id, { left, right, top, bottom }]): Rect => {
    const [x, y] = pixel(places.get(id) ?? [0, 0]);
    return { left: x + left, right: x + right, top: y + top, bottom: y + bottom };
  })].map(({ left, right, top, bottom }): Rect => ({ left: left - half, right: right + half, top: top - half, bottom: bottom + half }));
  const isMoved = (one: Summary) => places.get(one.id)?.join() !== at(one).join();
  // Those who are chosen first, then those who stand where they are: who was moved already may be moved on.
  const rank = (one: Summary) => (chosen.has(one.id) ? 0 : isMoved(one) ? 2 : 1);
  for (const one of people.toSorted((a, b) => rank(a) - rank(b))) {
    const stands = pixel(places.get(one.id) ?? at(one));
    // Whoever can be seen where she is, is seen where she is drawn.
    const inView = isIn(pixel(at(one)), free);
    const isFree = ([x, y]: Point) => (!inView || isIn([x, y], free)) && over.every(({ left, right, top, bottom }) => x < left || x > right || y < top || y > bottom) && taken.every((other) => Math.hypot(other.at[0] - x, other.at[1] - y) >= other.room);
    const [x, y] = pixel(at(one));
    const spot = chosen.has(one.id) || isFree(stands) ? undefined : spots.map(([dx, dy]): Point => [x + dx, y + dy]).find(isFree);
    if (spot) places.set(one.id, onEarth([spot[0] / size, spot[1] / size]));
    taken.push({ at: spot ?? stands, room: chosen.has(one.id) ? room.chosen : room.sign });
  }
}

/** Everybody where she is. */
export const standing = (people: Summary[]): Map<string, Point> => new Map(people.map((one) => [one.id, at(one)]));

/** Where everybody is drawn at a zoom. Who is chosen stays, and whoever would lie under its halo stands around it, also one who is chosen after it; others who share a point stand on a ring around it,
 * since nobody knows who is where; and no sign lies under another one, under the name of one who is chosen, under what is `covered`, or is moved out of what can be seen (`free`), both in pixels of the whole world at that zoom. */
export function spread(people: Summary[], chosen: (string | undefined)[], zoom: number, names: Names = new Map(), covered: Rect[] = [], free?: Rect): Map<string, Point> {
  const places = new Map<string, Point>();
  for (const middle of chosen.flatMap((id) => people.filter((one) => one.id === id))) {
    if (places.has(middle.id)) continue;
    places.set(middle.id, at(middle));
    for (const [id, place] of around(middle, people.filter((one) => !places.has(one.id)), zoom)) places.set(id, place);
  }
  for (const group of together(people.filter((one) => !places.has(one.id)))) {
    const middle = at(group[0] as Summary);
    for (const [id, place] of ring(group, middle, group.length > 1 ? ringOf(group.length, 12 + group.length * 3) : 0, 0, scaleOf(zoom, middle[1]))) places.set(id, place);
  }
  opened(people, new Set(chosen), places, zoom, names, covered, free);
  return places;
}

/** A line from the spot where somebody is to the sign that was moved off it, and a dot on that spot. */
export function leaders(people: Summary[], places: Map<string, Point>): GeoJSON.Feature[] {
  const moved = people.flatMap((one) => {
    const [from, to] = [at(one), places.get(one.id)];
    return one.position && to && (to[0] !== from[0] || to[1] !== from[1]) ? [{ from, to }] : [];
  });
  const spots = new Map(moved.map(({ from }) => [from.join(), from]));
  return [
    ...moved.map(({ from, to }): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [from, to] } })),
    ...[...spots.values()].map((spot): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: spot } })),
  ];
}
