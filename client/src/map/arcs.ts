import type { Path } from '../api/answers';
import type { Position, Summary, TieOnPage } from '../api/shapes';

export type Point = [number, number];
export interface Arc { type: 'Feature'; geometry: { type: 'LineString'; coordinates: Point[] }; properties: { id: string; status: string; width: number; directed: boolean; label: string } }

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

function feature(id: string, coordinates: Point[], properties: Omit<Arc['properties'], 'id'>): Arc {
  return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { id, ...properties } };
}

/** Ties of the selected organization; a tie whose end has no place on the map is not drawn. */
export function tieArcs(selected: Summary, ties: TieOnPage[]): Arc[] {
  const between = new Map<string, number>();
  return ties.flatMap((tie) => {
    if (!selected.position || !tie.other.position) return [];
    const index = between.get(tie.other.id) ?? 0;
    between.set(tie.other.id, index + 1);
    const ends: [Point, Point] = [at(selected.position), at(tie.other.position)];
    if (ends[0][0] === ends[1][0] && ends[0][1] === ends[1][1]) return [];
    const [from, to] = tie.direction === 'in' ? [ends[1], ends[0]] : ends;
    const bend = tie.direction === 'in' ? -bendOf(index) : bendOf(index);
    return [feature(tie.id, arc(from, to, bend), { status: tie.status, width: tie.status === 'ended' ? 1 : 1 + (tie.strength ?? 2) * 0.7, directed: tie.direction !== 'both', label: tie.label })];
  });
}

export interface Arrow { type: 'Feature'; geometry: { type: 'Point'; coordinates: Point }; properties: { status: string; angle: number } }

/** One arrow in the middle of each arc that has a direction; its angle is clockwise from east. */
export function arrows(arcs: Arc[]): Arrow[] {
  return arcs.filter((a) => a.properties.directed).map(({ geometry: { coordinates }, properties: { status } }) => {
    const middle = Math.floor(coordinates.length / 2);
    const [before, at, after] = [coordinates[middle - 1], coordinates[middle], coordinates[middle + 1]] as [Point, Point, Point];
    const angle = (-Math.atan2(after[1] - before[1], after[0] - before[0]) * 180) / Math.PI;
    return { type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { status, angle } };
  });
}

export function pathArcs(paths: Path[]): Arc[] {
  return paths.flatMap((path, number) => path.steps.flatMap((step) => {
    if (!step.from.position || !step.to.position) return [];
    return [feature(step.tie.id, arc(at(step.from.position), at(step.to.position), 0.1), { status: 'path', width: number === 0 ? 4 : 2, directed: true, label: step.tie.label })];
  }));
}

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
