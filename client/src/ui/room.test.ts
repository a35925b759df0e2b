import { describe, expect, it } from 'vitest';
import { sideOf } from './room';

describe('a list of choices', () => {
  it.each([
    ['below', 300, 320, 600, 'as long as it has room there'], ['below', 100, 120, 600, 'also a short one with little room'], ['below', 480, 300, 250, 'where there is more room, in part'],
    ['above', 480, 120, 400, 'when only there is room'], ['above', 480, 210, 400, 'when there is much more'], ['top', 480, 150, 100, 'when there is room on neither side'], ['below', 480, 230, 100, 'when there is enough of it'],
  ] as const)('opens %s (%i high, %i below, %i above) %s', (side, height, below, above, _when) => {
    expect(sideOf(height, below, above)).toBe(side);
  });
});
