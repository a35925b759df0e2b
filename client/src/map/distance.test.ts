import { describe, expect, it } from 'vitest';
import { kmAlong, kmBetween, rounded, scaleBar } from './distance';
import { readHidden, toggled } from './families';

describe('distance', () => {
  it('is that over the ground, along all of the way', () => {
    expect(kmBetween([110.37, -7.8], [110.42, -6.99])).toBeCloseTo(90.2, 0);
    expect(kmAlong([[0, 0], [1, 0], [1, 1]])).toBeCloseTo(2 * 111.2, 0);
    expect(kmAlong([[0, 0]])).toBe(0);
  });

  it('is shown by a bar of a round length that fits', () => {
    for (const zoom of [3, 5.3, 9, 12.7, 16]) {
      const { km, pixels } = scaleBar(zoom, -7, 120);
      expect(pixels).toBeLessThanOrEqual(120);
      expect(pixels).toBeGreaterThan(30);
      expect(String(km).replace(/[0.]/g, '')).toMatch(/^[1235]$/);
    }
  });

  it('of a device from its true place is about a kilometre at most', () => {
    expect(rounded(110.36512, -7.80139)).toEqual([110.37, -7.8]);
    expect(kmBetween(rounded(110.3649, -7.8049), [110.3649, -7.8049])).toBeLessThan(0.8);
  });
});

describe('families left out', () => {
  it('are read from the address, and what is no family is passed over', () => {
    expect(readHidden({ tanpa: 'economy,xyz,home_workers' })).toEqual(['home_workers', 'economy']);
    expect(readHidden({})).toEqual([]);
  });

  it('are left out and brought back one by one', () => {
    expect(toggled(['economy'], 'government')).toEqual(['government', 'economy']);
    expect(toggled(['economy'], 'economy')).toEqual([]);
  });
});
