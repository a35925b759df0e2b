import { describe, expect, it } from 'vitest';
import { isOwn, statementOf, swapped, withStatement } from './sides';

const from = { side: 'from', says: 'confirmed', day: '2026-01-05', way: 'product', word: 'Ketua' };
const to = { side: 'to', says: 'confirmed', day: '2018-04-28', way: 'source' };

describe('what the sides of a tie say in its form', () => {
  it('is changed for one side alone, the first side first', () => {
    expect(withStatement([from], 'to', { says: 'confirmed', day: '2018-04-28', way: 'source' })).toEqual([from, to]);
    expect(withStatement([to], 'from', { says: 'confirmed', day: '2026-01-05', way: 'product', word: 'Ketua' })).toEqual([from, to]);
    expect(withStatement([from, to], 'to', undefined)).toEqual([from]);
  });

  it('goes along when the two are swapped', () => {
    expect(swapped([from, to])).toEqual([{ ...to, side: 'from' }, { ...from, side: 'to' }]);
  });

  it('is the side’s own unless a source says so', () => {
    expect(isOwn(statementOf({ statements: [from, to] }, 'from'))).toBe(true);
    expect(isOwn(statementOf({ statements: [from, to] }, 'to'))).toBe(false);
    expect(isOwn(statementOf({}, 'to'))).toBe(false);
  });
});
