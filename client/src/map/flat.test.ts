import { expect, it } from 'vitest';
import { boxOf, crossings, holds, mercator, middleOf } from './flat';

const square = (west: number, south: number, size: number) => [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]];
const shape = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry });

it('puts the point where the equator meets Greenwich in the middle, the east to the right and the north above', () => {
  expect(mercator([0, 0])).toEqual([0.5, 0.5]);
  const [x, y] = mercator([106.8, 6.2]);
  expect(x).toBeCloseTo(0.5 + 106.8 / 360, 12);
  expect(y).toBeLessThan(0.5);
  expect(mercator([180, -85.0511287798])[1]).toBeCloseTo(1, 9);
});

it('stands in the balance of the largest part, not between the islands', () => {
  const middle = middleOf({ type: 'MultiPolygon', coordinates: [square(120, 0, 0.1), square(100, -1, 2)] });
  const [x, y] = mercator([101, 0]);
  expect(middle?.[0]).toBeCloseTo(x, 9);
  expect(middle?.[1]).toBeCloseTo(y, 9);
});

it('has a box around all shapes, and none around nothing', () => {
  expect(boxOf([])).toBeUndefined();
  const box = boxOf([shape({ type: 'Polygon', coordinates: square(95, -10, 1) }), shape({ type: 'Polygon', coordinates: square(140, 5, 1) })]);
  expect(box).toEqual({ left: mercator([95, 0])[0], right: mercator([141, 0])[0], top: mercator([0, 6])[1], bottom: mercator([0, -10])[1] });
});

it('knows what lies in a shape, and not in its hole', () => {
  const ring = { type: 'Polygon' as const, coordinates: [...square(100, 0, 4), ...square(101, 1, 1)] };
  expect([[100.5, 0.5], [101.5, 1.5], [103, 3], [105, 1]].map((at) => holds(ring, at as [number, number]))).toEqual([true, false, true, false]);
});

it('meets the edges of a shape along a latitude where it begins and ends to hold a point', () => {
  const ring = { type: 'MultiPolygon' as const, coordinates: [[...square(100, 0, 4), ...square(101, 1, 1)], square(107, -1, 3), [[[110, 0], [113.5, 2.2], [111, 5.1], [110, 0]]]] };
  for (let y = -1.35; y < 6; y += 0.37) {
    const edges = crossings(ring, y);
    for (let x = 99.13; x < 115; x += 0.21) expect(edges.filter((edge) => edge <= x).length % 2 === 1).toBe(holds(ring, [x, y]));
  }
});
