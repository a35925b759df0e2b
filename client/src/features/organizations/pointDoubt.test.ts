import { describe, expect, it } from 'vitest';
import type { Level, Region } from '../../api/shapes';
import { beginAt } from './PlaceForm';
import { farFrom } from './PointDoubt';

const region = (id: string, level: Level, point?: [number, number]): Region => ({ id, name: id, level, ...(point ? { point: { longitude: point[0], latitude: point[1] } } : {}) });
const path = [region('35', 'province', [112.7, -7.5]), region('35.15', 'regency', [112.7, -7.45]), region('35.15.08', 'district')];

it('begins to pick a point at the nearest region whose place is known, not in another province', () => {
  expect(beginAt(path)).toEqual({ longitude: 112.7, latitude: -7.45, zoom: 10 });
  expect(beginAt([])).toBeUndefined();
});

describe('a point that lies far outside of its region', () => {
  const outline = (schematic: boolean) => ({ type: 'Feature' as const, properties: { code: '35.15', schematic }, geometry: { type: 'Polygon' as const, coordinates: [[[112.5, -7.6], [112.9, -7.6], [112.9, -7.3], [112.5, -7.3], [112.5, -7.6]]] } });

  it('is told with how far, and one inside or at the edge is not', () => {
    expect(farFrom([110.4, -7.4], path, outline(true))).toEqual({ km: expect.closeTo(231, -1), region: '35.15' });
    expect(farFrom([112.7, -7.45], path, outline(false))).toBeUndefined();
  });

  it('is doubted sooner where the outline is a boundary', () => {
    expect(farFrom([113, -7.45], path, outline(true))).toBeUndefined();
    expect(farFrom([113, -7.45], path, outline(false))?.km).toBeCloseTo(11, 0);
  });

  it('is measured from the middle of a district that is known', () => {
    expect(farFrom([113.2, -7.45], [...path.slice(0, 2), region('35.15.08', 'district', [112.7, -7.45])], undefined)?.region).toBe('35.15.08');
    expect(farFrom([113.2, -7.45], path, undefined)).toBeUndefined();
  });
});
