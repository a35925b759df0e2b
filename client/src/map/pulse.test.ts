import { describe, expect, it } from 'vitest';
import { fresh } from './pulse';

describe('the pulses of changes', () => {
  const none = new Set<string>();
  const spots = (...of: [number, number][]) => of.map(([x, y]) => ({ x, y }));

  it('are one where many things change on one spot', () => {
    expect([...fresh(spots([10, 10], [12, 11], [100, 10]), 390, 844, none).values()]).toEqual(spots([10, 10], [100, 10]));
  });

  it('do not begin anew where one is seen already', () => {
    const [square = ''] = fresh(spots([10, 10]), 390, 844, none).keys();
    expect(fresh(spots([12, 11]), 390, 844, new Set([square])).size).toBe(0);
  });

  it('are only where they can be seen, and never too many', () => {
    expect(fresh(spots([-1, 10], [10, 900], [400, 10]), 390, 844, none).size).toBe(0);
    expect(fresh(spots(...Array.from({ length: 900 }, (_, i): [number, number] => [(i % 30) * 30, Math.floor(i / 30) * 30])), 1000, 1000, none).size).toBe(100);
  });
});
