import { describe, expect, it } from 'vitest';
import { choices, sidesFor, sizeOf } from './labels';

const room = { free: { left: 0, top: 50, right: 390, bottom: 400 }, taken: [{ left: 338, top: 64, right: 382, bottom: 196 }] };
const size = { width: 100, height: 30 };

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

  it('is left out where there is no room at all', () => {
    expect(sidesFor([-80, 220], size, 16, room)).toBe('');
  });

  it('has every choice of sides there is', () => {
    expect(choices).toHaveLength(15);
    expect(choices).toContain('tblr');
    expect(new Set(choices).size).toBe(15);
  });

  it('takes more lines where it is long', () => {
    expect(sizeOf('Melati', 12, 144).height).toBeCloseTo(14.4);
    expect(sizeOf('Perkumpulan Pekerja Rumahan Teratai Bening', 12, 144)).toMatchObject({ width: 144 });
    expect(sizeOf('Perkumpulan Pekerja Rumahan Teratai Bening', 12, 144).height).toBeCloseTo(43.2);
  });
});
