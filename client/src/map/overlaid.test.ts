import { expect, it } from 'vitest';
import { square, squaresOf } from './overlaid';

it('a box is covered by squares that stay inside it', () => {
  const box = { left: 10, top: 20, right: 62, bottom: 190 };
  const found = squaresOf(box);
  const half = square / 2;
  for (const { x, y } of found) {
    expect(x - half).toBeGreaterThanOrEqual(box.left);
    expect(x + half).toBeLessThanOrEqual(box.right);
    expect(y - half).toBeGreaterThanOrEqual(box.top);
    expect(y + half).toBeLessThanOrEqual(box.bottom);
  }
  for (let x = box.left; x <= box.right; x += 4) {
    for (let y = box.top; y <= box.bottom; y += 5) expect(found.some((one) => Math.abs(one.x - x) <= half && Math.abs(one.y - y) <= half)).toBe(true);
  }
});

it('what is smaller than a square has one in its middle', () => {
  expect(squaresOf({ left: 0, top: 0, right: 30, bottom: 20 })).toEqual([{ x: 15, y: 10 }]);
});
