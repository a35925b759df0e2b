import type { ExpressionSpecification } from 'maplibre-gl';

export interface Rect { left: number; top: number; right: number; bottom: number }

/** As much of a name as a map has room for, and as much of a word as stands in one line. */
const [most, run] = [64, 16];
/** A place where a line may be broken, and that takes no room. */
const may = '\u200b';

/** A name as it is written on the map: cut where it goes on and on, and with places to break in a word that has no end. */
export function onMap(name: string): string {
  const cut = name.slice(0, most).replaceAll(new RegExp(`\\S{${run + 1},}`, 'g'), (word) => word.match(new RegExp(`.{1,${run}}`, 'g'))?.join(may) ?? word);
  return name.length > most ? `${cut}…` : cut;
}

/** The same of a name in a tile, as near as a style can say it: a stretch without a space is set apart. */
export const nameInTiles: ExpressionSpecification = ['let', 'name', ['to-string', ['get', 'name']], ['concat',
  ...Array.from({ length: most / run }, (_, index): ExpressionSpecification => {
    const part: ExpressionSpecification = ['slice', ['var', 'name'], index * run, (index + 1) * run];
    return ['case', ['any', ['in', ' ', part], ['<', ['length', part], run]], part, ['concat', may, part, may]];
  }),
  ['case', ['>', ['length', ['var', 'name']], most], '…', '']]] as ExpressionSpecification;

/** What can be seen of the map, and what lies over it there, in pixels. */
export interface Room { free: Rect; taken: Rect[] }

/** The sides of a sign on which its name may stand, the best first: below (t: the top of the text is at the sign), above, to the right, to the left. */
export const sides = ['t', 'b', 'l', 'r'] as const;

/** Every choice of sides, as the map is told them. */
export const choices: string[] = Array.from({ length: 2 ** sides.length - 1 }, (_, index) => sides.filter((_, bit) => ((index + 1) >> bit) & 1).join(''));

const lineHeight = 1.2;
/** How broad a letter of our font is on average, in its size; rather too much than too little. */
const letter = 0.58;

/** About how much room a name takes when it is broken at `most` pixels. */
export function sizeOf(name: string, size: number, most: number): { width: number; height: number } {
  const length = name.length * letter * size;
  return { width: Math.min(most, length), height: Math.max(1, Math.ceil(length / (most * 0.85))) * size * lineHeight };
}

/** A name whose words are broken into as few lines as `most` pixels allow, as even as they come out, and how much room it takes: a word is never broken. */
export function broken(name: string, size: number, most: number): { text: string; width: number; height: number } {
  const words = name.split(' ');
  const widths = words.map((word) => word.length * letter * size);
  const space = letter * size;
  const count = Math.min(words.length, Math.ceil((name.length * space) / most));
  /** The words from one on in so many lines, as narrow as can be. */
  const narrowest = (from: number, lines: number): { text: string; width: number } => {
    const line = (until: number) => ({ text: words.slice(from, until).join(' '), width: widths.slice(from, until).reduce((sum, one) => sum + one + space, -space) });
    if (lines === 1) return line(words.length);
    return Array.from({ length: words.length - from - lines + 1 }, (_, index) => {
      const [first, rest] = [line(from + index + 1), narrowest(from + index + 1, lines - 1)];
      return { text: `${first.text}\n${rest.text}`, width: Math.max(first.width, rest.width) };
    }).reduce((best, one) => (one.width < best.width ? one : best));
  };
  return { ...narrowest(0, count), height: count * size * lineHeight };
}

const within = (inner: Rect, outer: Rect) => inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
const meet = (a: Rect, b: Rect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** How far a box is moved until it lies on nothing else: the first of some steps that leads to a free place, and none where no step does. */
export function aside(box: Rect, { free, taken }: Room, steps: [number, number][]): [number, number] {
  return steps.find(([x, y]) => {
    const there = { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y };
    return within(there, free) && !taken.some((one) => meet(there, one));
  }) ?? [0, 0];
}

/** Whether a sign at a point cannot be seen whole, or lies under what is over the map. */
export function isCovered([x, y]: [number, number], { free, taken }: Room, reach = 16): boolean {
  const sign = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  return !within(sign, free) || taken.some((one) => meet(sign, one));
}

type Side = typeof sides[number];
interface Spot { label: Rect; reach: Rect }

/** Where a name stands on each side of a sign, and all that lies between the two. */
function spotsOf([x, y]: [number, number], { width, height }: { width: number; height: number }, gap: number): Record<Side, Spot> {
  const middle = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
  return {
    t: { label: { ...middle, top: y + gap, bottom: y + gap + height }, reach: { ...middle, top: y, bottom: y + gap + height } },
    b: { label: { ...middle, top: y - gap - height, bottom: y - gap }, reach: { ...middle, top: y - gap - height, bottom: y } },
    l: { label: { ...middle, left: x + gap, right: x + gap + width }, reach: { ...middle, left: x, right: x + gap + width } },
    r: { label: { ...middle, left: x - gap - width, right: x - gap }, reach: { ...middle, left: x - gap - width, right: x } },
  };
}

/** The sides of a sign on which its name can be read whole: in the part of the map that can be seen, under nothing, with nobody's sign between the two, whose name it would seem to be, and on nothing that it must not lie on. */
export function sidesFor(at: [number, number], size: { width: number; height: number }, gap: number, { free, taken }: Room, signs: Rect[] = [], may: (label: Rect) => boolean = () => true): string {
  const spots = spotsOf(at, size, gap);
  return sides.filter((side) => {
    const { label, reach } = spots[side];
    return within(label, free) && !taken.some((one) => meet(label, one)) && !signs.some((one) => meet(reach, one)) && may(label);
  }).join('');
}

/** Where the name of one who is chosen stands: close beside its sign, on the side where fewest others would have to make way for it. */
export function sideFor(at: [number, number], size: { width: number; height: number }, gap: number, room: Room, others: [number, number][]): { side: Side; label: Rect } | undefined {
  const spots = spotsOf(at, size, gap);
  const under = ({ left, right, top, bottom }: Rect) => others.filter(([x, y]) => x > left - 12 && x < right + 12 && y > top - 12 && y < bottom + 12).length;
  const fitting = [...sidesFor(at, size, gap, room)].map((side) => ({ side: side as Side, label: spots[side as Side].label }));
  return fitting.reduce<typeof fitting[number] | undefined>((best, one) => (best && under(best.label) <= under(one.label) ? best : one), undefined);
}
