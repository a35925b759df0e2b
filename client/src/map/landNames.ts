import type { Point } from './arcs';
import type { Rect, Room } from './labels';

/** What lies where on the screen: for each square of a grid the code of the region there, `elsewhere` for the land of others, nothing for the sea. */
export interface Grid { step: number; columns: number; rows: number; codes: (string | undefined)[] }
export const elsewhere = '-';

/** A region whose name is wanted: the box around it on the screen, and how large its name is; whether it may stand beside the region, over the sea. */
export interface Wanted { code: string; box: Rect; size: { width: number; height: number }; beside?: boolean }

const meet = (a: Rect, b: Rect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const within = (inner: Rect, outer: Rect) => inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
const around = ([x, y]: Point, { width, height }: Wanted['size']): Rect => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });

/** Whether a name would lie on a sign: signs are round, so that it may come closer at their corners. */
function touches({ left, right, top, bottom }: Rect, sign: Rect): boolean {
  const [x, y] = [(sign.left + sign.right) / 2, (sign.top + sign.bottom) / 2];
  const [dx, dy] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
  return (2 * dx / (sign.right - sign.left)) ** 2 + (2 * dy / (sign.bottom - sign.top)) ** 2 < 1;
}

/** What is drawn: signs, and names that have their place. */
interface Drawn { signs: Rect[]; names: Rect[] }
const isOver = (label: Rect, { taken }: Room, { signs, names }: Drawn) => taken.some((one) => meet(label, one)) || names.some((one) => meet(label, one)) || signs.some((one) => touches(label, one));

/** How much of a box lies in a region, and how much of it on the land of others. */
function shares({ step, columns, rows, codes }: Grid, { left, right, top, bottom }: Rect, code: string): { own: number; others: number } {
  let [own, others, all] = [0, 0, 0];
  for (let row = Math.max(0, Math.floor(top / step)); row <= Math.min(rows - 1, Math.floor(bottom / step)); row++) {
    for (let column = Math.max(0, Math.floor(left / step)); column <= Math.min(columns - 1, Math.floor(right / step)); column++) {
      const there = codes[row * columns + column];
      all++;
      if (there?.startsWith(code)) own++;
      else if (there !== undefined) others++;
    }
  }
  return { own: own / Math.max(1, all), others: others / Math.max(1, all) };
}

const tries = 11;

/** The region in which a point lies. */
const codeAt = ({ step, columns, codes }: Grid, [x, y]: Point): string | undefined => codes[Math.floor(y / step) * columns + Math.floor(x / step)];

/** Where the name of a region can be read: its middle in the region, as much of it there as can be, hardly any on another one, the rest over the sea; and on nothing that is drawn. */
function spotFor(wanted: Wanted, grid: Grid, room: Room, drawn: Drawn): Point | undefined {
  const { free } = room;
  const { code, box, size } = wanted;
  const seen = { left: Math.max(box.left - size.width * 0.6, free.left), right: Math.min(box.right + size.width * 0.6, free.right), top: Math.max(box.top - size.height, free.top), bottom: Math.min(box.bottom + size.height, free.bottom) };
  const middle: Point = [(Math.max(box.left, free.left) + Math.min(box.right, free.right)) / 2, (Math.max(box.top, free.top) + Math.min(box.bottom, free.bottom)) / 2];
  // A large one is not called by the name on an islet that belongs to it.
  const isSmall = box.right - box.left < size.width * 1.6 && box.bottom - box.top < size.height * 4;
  let best: { at: Point; worth: number } | undefined;
  for (let turn = 0; turn < tries * tries; turn++) {
    const at: Point = [seen.left + ((seen.right - seen.left) * (turn % tries)) / (tries - 1), seen.top + ((seen.bottom - seen.top) * Math.floor(turn / tries)) / (tries - 1)];
    const label = around(at, size);
    if (!within(label, free) || isOver(label, room, drawn)) continue;
    const { own, others } = shares(grid, label, code);
    if (others > 0.2 || codeAt(grid, at)?.startsWith(code) !== true || (own < 0.3 && !isSmall)) continue;
    // Names of organizations stand around their signs, so that room is where no sign is near.
    const clear = [...drawn.signs, ...drawn.names].reduce((least, one) => Math.min(least, Math.hypot(at[0] - (one.left + one.right) / 2, at[1] - (one.top + one.bottom) / 2)), 120);
    const worth = own - 2 * others - Math.hypot(at[0] - middle[0], at[1] - middle[1]) / 600 + clear / 300;
    if (worth > (best?.worth ?? -Infinity)) best = { at, worth };
  }
  return best?.at;
}

const nearestKept = new WeakMap<Grid, (string | undefined)[]>();

/** For each square the region that is nearest to it: its own, or of the sea the one of the closest land. */
function nearestOf(grid: Grid): (string | undefined)[] {
  const kept = nearestKept.get(grid);
  if (kept) return kept;
  const nearest = [...grid.codes];
  let edge = nearest.flatMap((code, index) => (code === undefined ? [] : [index]));
  while (edge.length > 0) {
    const next: number[] = [];
    for (const index of edge) {
      const [column, row] = [index % grid.columns, Math.floor(index / grid.columns)];
      for (const [x, y] of [[column - 1, row], [column + 1, row], [column, row - 1], [column, row + 1]] as const) {
        const there = y * grid.columns + x;
        if (x < 0 || y < 0 || x >= grid.columns || y >= grid.rows || nearest[there] !== undefined) continue;
        nearest[there] = nearest[index];
        next.push(there);
      }
    }
    edge = next;
  }
  nearestKept.set(grid, nearest);
  return nearest;
}

/** The ways in which a name may stand from a square. */
const ways: Point[] = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, 1], [1, -1], [-1, -1]];

/** Within how many squares of the middle of a region its name may stand. */
const away = 9;

/** Where the name of a region can stand beside it: over the sea, as close to its middle as can be, and its middle half closer to it than to any other land, whose name it would seem to be. */
function spotBeside({ code, size }: Wanted, grid: Grid, room: Room, drawn: Drawn): Point | undefined {
  const { step, columns, rows } = grid;
  const [nearest, own] = [nearestOf(grid), grid.codes.flatMap((there, index): Point[] => (there?.startsWith(code) ? [[(index % columns + 0.5) * step, (Math.floor(index / columns) + 0.5) * step]] : []))];
  if (own.length === 0) return undefined;
  const middle = [0, 1].map((axis) => own.reduce((sum, one) => sum + (one[axis] ?? 0), 0) / own.length) as Point;
  const isOwn = (x: number, y: number) => { const [column, row] = [Math.floor(x / step), Math.floor(y / step)]; return column >= 0 && row >= 0 && column < columns && row < rows && nearest[row * columns + column]?.startsWith(code) === true; };
  let best: { at: Point; far: number } | undefined;
  for (const [x, y] of own) {
    const [dx, dy] = [(size.width + step) / 2 + 2, (size.height + step) / 2 + 2];
    for (const at of [0, 1, 2, 3].flatMap((more) => ways.map(([across, down]): Point => [x + across * (dx + more * step), y + down * (dy + more * step)]))) {
      const far = Math.hypot((at[0] - middle[0]) / 2, at[1] - middle[1]);
      if (far >= (best?.far ?? away * step)) continue;
      const label = around(at, size);
      if (!within(label, room.free) || isOver(label, room, drawn)) continue;
      const keeps = [0.25, 0.5, 0.75].every((part) => isOwn(label.left + (label.right - label.left) * part, at[1]));
      if (keeps && shares(grid, label, code).others <= 0.1) best = { at, far };
    }
  }
  return best?.at;
}

/** Where the names of regions stand on the screen, the first of them first; one for which there is no room is left out. */
export function placeNames(wanted: Wanted[], grid: Grid, room: Room, signs: Rect[]): Map<string, Point> {
  const places = new Map<string, Point>();
  const drawn: Drawn = { signs, names: [] };
  for (const one of wanted) {
    const at = spotFor(one, grid, room, drawn) ?? (one.beside ? spotBeside(one, grid, room, drawn) : undefined);
    if (!at) continue;
    places.set(one.code, at);
    drawn.names.push(around(at, { width: one.size.width + 8, height: one.size.height + 4 }));
  }
  return places;
}
