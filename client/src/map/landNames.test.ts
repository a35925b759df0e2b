import { describe, expect, it } from 'vitest';
import { type Grid, elsewhere, placeNames } from './landNames';

const room = { free: { left: 0, top: 0, right: 400, bottom: 320 }, taken: [] };
/** A grid of 25 x 20 squares of 16 pixels: the sea, with land from one column to another. */
const grid = (codeAt: (column: number, row: number) => string | undefined): Grid => ({ step: 16, columns: 25, rows: 20, codes: Array.from({ length: 500 }, (_, index) => codeAt(index % 25, Math.floor(index / 25))) });
const size = { width: 60, height: 24 };

describe('the name of a region', () => {
  const wide = grid((column) => (column < 12 ? '62' : elsewhere));
  const wanted = { code: '62', box: { left: 0, top: 0, right: 192, bottom: 320 }, size };

  it('stands in its middle, and beside what is drawn there', () => {
    expect(placeNames([wanted], wide, room, []).get('62')?.[0]).toBeCloseTo(96, -1);
    const [x = 0, y = 0] = placeNames([wanted], wide, room, [{ left: 80, right: 112, top: 144, bottom: 176 }]).get('62') ?? [];
    expect(Math.abs(x - 96) >= 46 || Math.abs(y - 160) >= 28).toBe(true);
    expect(x).toBeLessThan(192);
  });

  it('stands on a small one, and over the sea around it; never beside it, nor on the land of others', () => {
    const small = { code: '51', box: { left: 192, top: 160, right: 208, bottom: 176 }, size };
    const island = grid((column, row) => (column === 12 && row === 10 ? '51' : undefined));
    const [x = 0, y = 0] = placeNames([small], island, room, []).get('51') ?? [];
    expect(x >= 192 && x <= 208 && y >= 160 && y <= 176).toBe(true);
    expect(placeNames([small], island, room, [{ left: 188, top: 156, right: 212, bottom: 180 }]).size).toBe(0);
    expect(placeNames([small], grid((column, row) => (column === 12 && row === 10 ? '51' : elsewhere)), room, []).size).toBe(0);
  });

  it('of a large one does not stand on an islet of it', () => {
    const land = grid((column, row) => ((row > 12 && column < 20) || (row === 2 && column === 6) ? '33' : undefined));
    const large = { code: '33', box: { left: 0, top: 32, right: 320, bottom: 320 }, size };
    expect(placeNames([large], land, room, [{ left: 0, top: 190, right: 330, bottom: 320 }]).size).toBe(0);
    expect(placeNames([large], land, room, []).get('33')?.[1]).toBeGreaterThan(200);
  });

  it('stands under no neighbour, where it would be taken for that one\'s', () => {
    // Two provinces side by side with the sea around them; a cluster covers the second and what is below it.
    const island = grid((column, row) => (row !== 10 ? undefined : column >= 6 && column < 10 ? '32' : column >= 10 && column < 14 ? '33' : undefined));
    const second = { code: '33', box: { left: 160, top: 160, right: 224, bottom: 176 }, size };
    const cluster = { left: 160, top: 100, right: 300, bottom: 250 };
    expect(placeNames([second], island, room, [cluster]).size).toBe(0);
    const [x = 0] = placeNames([second], island, room, []).get('33') ?? [];
    expect(x).toBeGreaterThan(150);
  });

  it('of one that has no room on it stands beside it over the sea, where no other land is nearer', () => {
    const island = grid((column, row) => (row !== 10 ? undefined : column >= 6 && column < 10 ? '32' : column >= 10 && column < 14 ? '33' : undefined));
    const second = { code: '33', box: { left: 160, top: 160, right: 224, bottom: 176 }, size, beside: true };
    const cluster = { left: 176, right: 208, top: 152, bottom: 184 };
    const [x = 0, y = 0] = placeNames([second], island, room, [cluster]).get('33') ?? [];
    expect(x - 30 >= 208 || y + 12 <= 152 || y - 12 >= 184).toBe(true);
    // All of it lies right of the middle between the two, where the second one is nearer.
    expect(x - size.width / 2).toBeGreaterThanOrEqual(160);
    expect(placeNames([{ ...second, beside: false }], island, room, [cluster]).size).toBe(0);
    expect(placeNames([second], island, room, [{ left: 150, right: 400, top: 0, bottom: 320 }]).size).toBe(0);
  });

  it('is not written over another one, and a finer region is a part of its province', () => {
    const both = placeNames([wanted, { ...wanted, code: '62.01' }], grid(() => '62.01'), room, []);
    const [[, a], [, b]] = [...both] as [[string, [number, number]], [string, [number, number]]];
    expect(Math.abs(a[0] - b[0]) >= 60 || Math.abs(a[1] - b[1]) >= 24).toBe(true);
  });
});

it('the name of a region comes closer to a sign at its corners, which are round', () => {
  const island = grid((column, row) => (row === 10 && column >= 10 && column < 14 ? '33' : undefined));
  const one = { code: '33', box: { left: 160, top: 160, right: 224, bottom: 176 }, size: { width: 200, height: 24 } };
  const cut = (by: number) => placeNames([one], island, { free: { left: 90, top: 156, right: 294, bottom: 182 }, taken: [] }, [{ left: 292 - by, right: 332 - by, top: 120, bottom: 160 }]).size;
  expect([cut(0), cut(30)]).toEqual([1, 0]);
});
