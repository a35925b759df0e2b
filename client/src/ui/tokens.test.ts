import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bands, colourOf, families, outlines } from './signs';

type Tokens = Record<string, string>;
const css = readFileSync(join(process.cwd(), 'src/ui/tokens.css'), 'utf8');
const read = (block: string): Tokens => Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
const [light, dark] = css.split('prefers-color-scheme: dark').map(read) as [Tokens, Tokens];

const channels = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
const luminance = ([r, g, b]: [number, number, number]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const ratio = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const contrast = (a: string, b: string) => ratio(luminance(channels(a)), luminance(channels(b)));

/** How eyes without one kind of cone see a linear colour (Viénot, Brettel and Mollon 1999; for tritanopia the same projection as DaltonLens states it). */
const eyes: Record<string, number[][]> = {
  protanopia: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
  tritanopia: [[1.01277, 0.13548, -0.14826], [-0.01243, 0.86812, 0.14431], [0.07589, 0.805, 0.11911]],
  deuteranopia: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
  greyscale: [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]],
};
const seen = (hex: string, eye: string) => (eyes[eye] ?? []).map((row) => row.reduce((sum, weight, i) => sum + weight * (channels(hex)[i] ?? 0), 0)) as [number, number, number];
const distance = (a: number[], b: number[]) => Math.hypot(...a.map((v, i) => Math.cbrt(Math.max(0, v)) - Math.cbrt(Math.max(0, b[i] ?? 0))));

/** How far two linear colours are apart in OKLab (Ottosson 2020); 0.02 is about what one can just see. */
function apart(a: number[], b: number[]): number {
  const lab = ([r = 0, g = 0, blue = 0]: number[]) => {
    const cone = (x: number, y: number, z: number) => Math.cbrt(Math.max(0, x * r + y * g + z * blue));
    const [l, m, s] = [cone(0.4122214708, 0.5363325363, 0.0514459929), cone(0.2119034982, 0.6806995451, 0.1073969566), cone(0.0883024619, 0.2817188376, 0.6299787005)];
    return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
  };
  const other = lab(b);
  return Math.hypot(...lab(a).map((value, index) => value - (other[index] ?? 0)));
}
const pairs = families.flatMap((one, index) => families.slice(index + 1).map((other) => [one, other] as const));

it('give every family an outline of its own, which tells it in any colour and in none', () => {
  expect(new Set(Object.values(outlines)).size).toBe(families.length);
});

describe.each([['light', light], ['dark', { ...light, ...dark }]])('the tokens of the %s scheme', (_, tokens) => {
  const of = (name: string) => tokens[name] ?? '';

  it.each([['text', 'paper'], ['text', 'ground'], ['quiet', 'paper'], ['quiet', 'ground'], ['action', 'paper'], ['on-action', 'action'], ['danger', 'paper'], ['danger', 'danger-ground'], ['note-text', 'note'], ['paper', 'covered'], ['on-thin', 'thin'], ['paper', 'nobody'], ['land-text', 'land'], ['text', 'chosen']])('let %s be read on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['home-workers', 'civil-society', 'government', 'knowledge', 'economy', 'services-funds', 'nobody', 'covered', 'edge'])('let the sign of %s be seen on paper and land', (name) => {
    expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(3);
    expect(contrast(of(name), of('land'))).toBeGreaterThanOrEqual(3);
  });

  it.each(['protanopia', 'deuteranopia', 'tritanopia'])('tell any two families in the ring of a cluster apart with %s, by colour or by how broad they are', (eye) => {
    const same = pairs.filter(([one, other]) => apart(seen(of(colourOf(one).slice(2)), eye), seen(of(colourOf(other).slice(2)), eye)) < 0.04 && Math.abs(bands[one] - bands[other]) < 2);
    expect(same).toEqual([]);
  });

  it.each(['text', 'action', 'danger', 'path'])('let a line in %s be seen on land and water', (name) => {
    for (const ground of ['land', 'water']) expect(contrast(of(name), of(ground)), ground).toBeGreaterThanOrEqual(3);
  });

  it.each(['protanopia', 'deuteranopia', 'tritanopia'])('tell states of coverage that meet apart with %s', (eye) => {
    for (const [a, b] of [['covered', 'thin'], ['covered', 'nobody'], ['thin', 'nobody']] as const) expect(distance(seen(of(a), eye), seen(of(b), eye)), `${a} ${b}`).toBeGreaterThan(0.15);
  });

  it('tell thin from the others in grey as well; covered and nobody carry their signs', () => {
    for (const other of ['covered', 'nobody']) expect(distance(seen(of('thin'), 'greyscale'), seen(of(other), 'greyscale')), other).toBeGreaterThan(0.15);
  });
});
