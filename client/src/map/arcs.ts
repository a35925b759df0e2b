import type { Path, Step } from '../api/answers';
import type { Position, Summary, TieOnPage } from '../api/shapes';
import { lineOf } from '../network/ties';
import { type LineKind, widthOf } from '../ui/Line';

export type Point = [number, number];
/** Where everybody is drawn, by id. */
export type Places = Map<string, Point>;
export interface Arc { type: 'Feature'; geometry: { type: 'LineString'; coordinates: Point[] }; properties: { id: string; kind: LineKind; width: number; directed: boolean; label: string } }

const at = (position: Position): Point => [position.longitude, position.latitude];

/** A gentle arc from one point to another; `bend` is its height as a part of its length, so that two ties between the same ends can be told apart. */
export function arc(from: Point, to: Point, bend: number, pieces = 24): Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const control: Point = [(from[0] + to[0]) / 2 - dy * bend * 2, (from[1] + to[1]) / 2 + dx * bend * 2];
  return Array.from({ length: pieces + 1 }, (_, index): Point => {
    const s = index / pieces;
    const along = (a: number, b: number, c: number) => (1 - s) ** 2 * a + 2 * s * (1 - s) * b + s ** 2 * c;
    return [along(from[0], control[0], to[0]), along(from[1], control[1], to[1])];
  });
}

/** 0.12, -0.12, 0.24, … for the first, second, third tie between the same ends. */
export const bendOf = (index: number) => 0.12 * (Math.floor(index / 2) + 1) * (index % 2 === 0 ? 1 : -1);

/** A line from where one sign is drawn to where another is; none when either is not on the map, or both are on one point. */
export function line(tie: { id: string; label: string; kind: LineKind; strength?: number | undefined; directed: boolean }, from: Point | undefined, to: Point | undefined, bend: number): Arc[] {
  if (!from || !to || (from[0] === to[0] && from[1] === to[1])) return [];
  const { id, label, kind, directed } = tie;
  return [{ type: 'Feature', geometry: { type: 'LineString', coordinates: arc(from, to, bend) }, properties: { id, label, kind, width: widthOf(kind, tie.strength), directed } }];
}

/** The bend of each further line with the same key, so that no two of them lie on each other. */
function bends(): (key: string) => number {
  const counted = new Map<string, number>();
  return (key) => {
    const index = counted.get(key) ?? 0;
    counted.set(key, index + 1);
    return bendOf(index);
  };
}

/** Ties of the selected organization, as they stand on a day; a tie whose end has no place on the map is not drawn. */
export function tieArcs(selected: Summary, ties: TieOnPage[], places: Places, at: string): Arc[] {
  const bend = bends();
  return ties.flatMap((tie) => {
    const [from, to] = tie.direction === 'in' ? [tie.other.id, selected.id] : [selected.id, tie.other.id];
    return line({ id: tie.id, label: tie.label, kind: lineOf(tie, at), strength: tie.strength, directed: tie.direction !== 'both' }, places.get(from), places.get(to), bend(tie.other.id) * (tie.direction === 'in' ? -1 : 1));
  });
}

export interface Arrow { type: 'Feature'; geometry: { type: 'Point'; coordinates: Point }; properties: { kind: LineKind; angle: number } }

/** One arrow in the middle of each arc that has a direction; its angle is clockwise from east. */
export function arrows(arcs: Arc[]): Arrow[] {
  return arcs.filter((a) => a.properties.directed).map(({ geometry: { coordinates }, properties: { kind } }) => {
    const middle = Math.floor(coordinates.length / 2);
    const [before, at, after] = [coordinates[middle - 1], coordinates[middle], coordinates[middle + 1]] as [Point, Point, Point];
    const angle = (-Math.atan2(after[1] - before[1], after[0] - before[0]) * 180) / Math.PI;
    return { type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { kind, angle } };
  });
}

/** As what a step of a path is drawn: as part of the chosen path or of another one, and as the tie that it is where that does not carry. One that was agreed but does not hold on the day is over or not begun. */
const stepKind = ({ tie }: Step, chosen: boolean, missing: string[]): LineKind => (tie.status !== 'confirmed' ? tie.status : missing.includes(tie.id) ? 'ended' : chosen ? 'chosen' : 'otherPath');

/** The steps of the paths, each tie once; the first path is the chosen one, and lies over the others. */
export function pathArcs(paths: Path[], places: Places, missing: string[] = []): Arc[] {
  const bend = bends();
  const steps = new Map<string, { step: Step; chosen: boolean }>();
  for (const [number, path] of paths.entries()) for (const step of path.steps) if (!steps.has(step.tie.id)) steps.set(step.tie.id, { step, chosen: number === 0 });
  return [...steps.values()].flatMap(({ step, chosen }) => {
    const { id, label, strength } = step.tie;
    return line({ id, label, kind: stepKind(step, chosen, missing), strength, directed: chosen }, places.get(step.from.id), places.get(step.to.id), bend(`${step.from.id} ${step.to.id}`));
  }).reverse();
}

/** As what the lines of paths are drawn, for the key beside them. */
export const pathKinds = (paths: Path[], missing: string[] = []): LineKind[] => paths.flatMap((path, number) => path.steps.map((step) => stepKind(step, number === 0, missing)));

/** Everybody that is drawn because of what is selected, each once. */
export function drawn(organizations: (Summary | undefined)[]): Summary[] {
  return [...new Map(organizations.filter((o): o is Summary => o?.position !== undefined).map((o) => [o.id, o])).values()];
}

export interface Box { west: number; south: number; east: number; north: number }
export function boxOf(organizations: Summary[]): Box | undefined {
  const points = organizations.flatMap((o) => (o.position ? [at(o.position)] : []));
  if (points.length === 0) return undefined;
  const [x, y] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return { west: Math.min(...x), south: Math.min(...y), east: Math.max(...x), north: Math.max(...y) };
}
