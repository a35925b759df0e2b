import { describe, expect, it } from 'vitest';
import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { aside, broken, choices, isCovered, nameInTiles, onMap, sideFor, sidesFor, sizeOf } from './labels';

const room = { free: { left: 0, top: 50, right: 390, bottom: 400 }, taken: [{ left: 338, top: 64, right: 382, bottom: 196 }] };
/** The name as an expression of the style makes it of what is in a tile. */
function inTiles(name: string): string {
  const made = createExpression(nameInTiles, 'text-field');
  if (made.result !== 'success') throw new Error(made.value.map(String).join(' '));
  return String(made.value.evaluate({ zoom: 9 }, { type: 'Point', properties: { name } }));
}

const size = { width: 100, height: 30 };

it('knows a sign that lies under the buttons, or under the sheet', () => {
  expect([[190, 220], [350, 100], [190, 420], [190, 395]].map((at) => isCovered(at as [number, number], room))).toEqual([false, true, true, true]);
});

describe('the bar of the scale', () => {
  const [bar, free] = [{ left: 8, right: 78, top: 64, bottom: 84 }, { left: 4, top: 62, right: 386, bottom: 400 }];
  const sign = (top: number, left = 20) => ({ left, right: left + 40, top, bottom: top + 40 });
  const down = Array.from({ length: 21 }, (_, index): [number, number] => [0, index * 8]);

  it('stays where it lies on nothing, and goes past the signs that it would lie on', () => {
    expect(aside(bar, { free, taken: [] }, down)).toEqual([0, 0]);
    expect(aside(bar, { free, taken: [sign(60, 100)] }, down)).toEqual([0, 0]);
    expect(aside(bar, { free, taken: [sign(60)] }, down)).toEqual([0, 40]);
    expect(aside(bar, { free, taken: [sign(60), sign(118)] }, down)).toEqual([0, 96]);
    expect(aside(bar, { free, taken: [sign(60)] }, [[0, 0], [0, 8], [56, 0], [0, 40]])).toEqual([56, 0]);
  });

  it('stays as well where there is no other place for it', () => {
    expect(aside(bar, { free, taken: Array.from({ length: 9 }, (_, index) => sign(50 + 30 * index)) }, down)).toEqual([0, 0]);
    expect(aside(bar, { free: { ...free, bottom: 90 }, taken: [sign(60)] }, down)).toEqual([0, 0]);
  });
});

describe('a name', () => {
  it('may stand on every side where there is room', () => {
    expect(sidesFor([190, 220], size, 16, room)).toBe('tblr');
  });

  it('is not cut by an edge, nor by what lies over the map', () => {
    expect(sidesFor([20, 220], size, 16, room)).toBe('l');
    expect(sidesFor([190, 380], size, 16, room)).toBe('blr');
    expect(sidesFor([310, 120], size, 16, room)).toBe('r');
  });

  it('does not stand behind the sign of somebody else', () => {
    expect(sidesFor([190, 220], size, 58, room, [{ left: 180, right: 200, top: 250, bottom: 270 }])).toBe('blr');
  });

  it('of one who is chosen stands beside it, on the side where fewest would have to make way', () => {
    expect(sideFor([190, 220], size, 22, room, [])).toEqual({ side: 't', label: { left: 140, right: 240, top: 242, bottom: 272 } });
    expect(sideFor([190, 220], size, 22, room, [[190, 250]])?.side).toBe('b');
    expect(sideFor([190, 220], size, 22, room, [[190, 250], [190, 190], [200, 180], [250, 220], [120, 215]])?.side).toBe('t');
    expect(sideFor([-80, 220], size, 22, room, [])).toBeUndefined();
  });

  it('is left out where there is no room at all', () => {
    expect(sidesFor([-80, 220], size, 16, room)).toBe('');
  });

  it('has every choice of sides there is', () => {
    expect(choices).toHaveLength(15);
    expect(choices).toContain('tblr');
    expect(new Set(choices).size).toBe(15);
  });

  it('is written whole while it is not very long', () => {
    for (const name of ['', 'Melati', 'Perkumpulan Pekerja Rumahan Teratai Bening Kabupaten Sleman']) expect([onMap(name), inTiles(name)]).toEqual([name, name]);
  });

  it('is cut where it goes on and on, and a word without end may be broken', () => {
    const broken = Array.from({ length: 4 }, () => 'W'.repeat(16));
    expect(onMap('W'.repeat(200))).toBe(`${broken.join('\u200b')}…`);
    expect(inTiles('W'.repeat(200)).replaceAll(/\u200b+/g, '\u200b')).toBe(`\u200b${broken.join('\u200b')}\u200b…`);
    expect(onMap(`Yayasan ${'W'.repeat(90)}`)).toBe(`Yayasan ${'W'.repeat(16)}\u200b${'W'.repeat(16)}\u200b${'W'.repeat(16)}\u200b${'W'.repeat(8)}…`);
    expect(inTiles(`Perkumpulan ${'Penyulam Kebaya '.repeat(10)}`)).toBe(`Perkumpulan ${'Penyulam Kebaya '.repeat(10)}`.slice(0, 64) + '…');
  });

  it('takes more lines where it is long', () => {
    expect(sizeOf('Melati', 12, 144).height).toBeCloseTo(14.4);
    expect(sizeOf('Perkumpulan Pekerja Rumahan Teratai Bening', 12, 144)).toMatchObject({ width: 144 });
    expect(sizeOf('Perkumpulan Pekerja Rumahan Teratai Bening', 12, 144).height).toBeCloseTo(43.2);
  });
});

it('measures a name by the words that stand in one line, since none of them is broken', () => {
  const em = 0.58 * 10;
  expect(broken('Kalimantan Barat', 10, 80)).toEqual({ text: 'Kalimantan\nBarat', width: expect.closeTo(10 * em, 3), height: 24 });
  expect(broken('Nusa Tenggara Timur', 10, 80)).toEqual({ text: 'Nusa Tenggara\nTimur', width: expect.closeTo(13 * em, 3), height: 24 });
  expect(broken('Nusa Tenggara', 10, 80)).toEqual({ text: 'Nusa Tenggara', width: expect.closeTo(13 * em, 3), height: 12 });
  expect(broken('Papua', 10, 80)).toEqual({ text: 'Papua', width: expect.closeTo(5 * em, 3), height: 12 });
});
