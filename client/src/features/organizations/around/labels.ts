/** Where something stands on the picture, and how large its sign and its name are. */
export interface Named { id: string; x: number; y: number; radius: number; width: number; height: number }
export interface Label { id: string; x: number; y: number }
interface Box { left: number; top: number; right: number; bottom: number }

const meets = (one: Box, other: Box) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const gap = 4;

/** The boxes in which a name may stand, the best first: below its sign, above, to the right, to the left. */
function boxesOf({ x, y, radius, width, height }: Named): Box[] {
  const at = (left: number, top: number) => ({ left, top, right: left + width, bottom: top + height });
  return [at(x - width / 2, y + radius + gap), at(x - width / 2, y - radius - gap - height), at(x + radius + gap, y - height / 2), at(x - radius - gap - width, y - height / 2)];
}

/** The names that can be read: each in the first of its boxes that lies inside the picture and meets no sign and no name before it. The others are left out; the table has them. */
export function labelsThatFit(all: Named[], across: number, down: number): Label[] {
  const signs = all.map(({ id, x, y, radius }) => ({ id, left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }));
  const taken: Box[] = [];
  const placed: Label[] = [];
  for (const one of all) {
    const free = boxesOf(one).find((box) => box.left >= 0 && box.top >= 0 && box.right <= across && box.bottom <= down && !taken.some((t) => meets(t, box)) && !signs.some((s) => s.id !== one.id && meets(s, box)));
    if (!free) continue;
    taken.push(free);
    placed.push({ id: one.id, x: free.left, y: free.top });
  }
  return placed;
}

/** Letters of one line, and of the two that a name may take. */
const line = 22;
const most = 2 * line;

/** A name in one line, or broken between two words into two. */
export function inLines(name: string): string[] {
  const space = name.lastIndexOf(' ', line);
  return name.length <= line || space <= 0 ? [name] : [name.slice(0, space), name.slice(space + 1)];
}

/** The last words of a name, as many as fit. */
function endOf(name: string): string {
  const end = name.slice(8 - most);
  const isWhole = end.startsWith(' ') || name.at(7 - most) === ' ' || !end.includes(' ');
  return isWhole ? end.trimStart() : end.replace(/^\S*\s/, '');
}

/** Names short enough to be written beside a sign. Where two of them begin alike, each keeps how it ends, which tells them apart. */
export function shortNames(names: string[]): string[] {
  const bare = names.map((name) => name.replace(/ \([^)]*\)$/, ''));
  const begin = bare.map((name) => (name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name));
  return begin.map((short, index) => {
    const name = bare[index] ?? '';
    return name.length <= most || begin.indexOf(short) === begin.lastIndexOf(short) ? short : `${name.slice(0, 7).trimEnd()}…${endOf(name)}`;
  });
}
