import { describe, expect, it } from 'vitest';
import { pointsOf, shares } from './shares';

const sum = (of: Record<string, number>) => Object.values(of).reduce((whole, part) => whole + part, 0);

describe('what each reason weighs', () => {
  it('is its share of the whole in per cent, and all of them make a hundred', () => {
    expect(shares({ issues: 0.22, offers: 0.22, needs: 0.12, nearness: 1, regions: 0.1, mutual: 0.12, verified: 0.04, capacity: 0.04 }))
      .toEqual({ issues: 12, offers: 12, needs: 7, nearness: 54, regions: 5, mutual: 6, verified: 2, capacity: 2 });
    for (const some of [{ a: 1, b: 1, c: 1 }, { a: 0.5, b: 0.25, c: 0.125, d: 0.125 }, { a: 1, b: 0, c: 0 }, { a: 7, b: 6, c: 5, d: 4, e: 3 }]) expect(sum(shares(some))).toBe(100);
  });

  it('goes to the largest remainders when whole numbers leave some over, of equal ones to the first', () => {
    expect(shares({ a: 1, b: 1, c: 1 })).toEqual({ a: 34, b: 33, c: 33 });
    expect(shares({ a: 1, b: 2, c: 3 })).toEqual({ a: 17, b: 33, c: 50 });
  });

  it('is reached in full by whoever meets a part in full, however it was rounded', () => {
    const weights = { a: 0.12, b: 0.22, c: 0.43 };
    for (const share of Object.values(shares(weights))) expect([pointsOf(1, share), pointsOf(0, share)]).toEqual([share, 0]);
  });

  it('is nothing when nothing matters', () => {
    expect(shares({ a: 0, b: 0 })).toEqual({ a: 0, b: 0 });
  });
});
