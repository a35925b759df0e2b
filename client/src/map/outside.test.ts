import { expect, it } from 'vitest';
import { kmOutside } from './outside';

it('tells how far a point is outside of a shape', () => {
  const square = { type: 'Polygon' as const, coordinates: [[[110, -8], [111, -8], [111, -7], [110, -7], [110, -8]]] };
  expect(kmOutside(square, [110.5, -7.5])).toBe(0);
  expect(kmOutside(square, [110.5, -6])).toBeCloseTo(111.2, 0);
  expect(kmOutside(square, [112, -7.5])).toBeCloseTo(110.2, 0);
});
