import { describe, expect, it } from 'vitest';
import { readNumber } from './numbers';

describe('a number that somebody wrote', () => {
  it.each([['12', 12], [' 12 ', 12], ['0', 0], ['-3', -3], ['1.200', 1200], ['1,200,000', 1_200_000], ['1 200', 1200], ['99999999999', 99_999_999_999]])('%j is the whole number %d', (typed, value) => {
    expect(readNumber(typed, true)).toBe(value);
  });

  it.each([['0,5', 0.5], ['0.5', 0.5], ['.25', 0.25], ['-6,99', -6.99], ['110.123456789', 110.123456789], ['1', 1]])('%j is %d', (typed, value) => {
    expect(readNumber(typed, false)).toBe(value);
  });

  it.each(['', 'seratus', '1e400', '1.2', '1.20', '1.200.5', '1,200.000', '9'.repeat(400), '-'])('%j is no whole number and stays as it is', (typed) => {
    expect(readNumber(typed, true)).toBe(typed);
  });

  it.each(['1e400', '1,2,3', '.', 'x'])('%j is no number and stays as it is', (typed) => {
    expect(readNumber(typed, false)).toBe(typed);
  });
});
