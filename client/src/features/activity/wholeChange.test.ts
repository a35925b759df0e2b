import { expect, it } from 'vitest';
import type { Changeset } from '../../api/answers';
import { wholeChange } from './wholeChange';

const all = Array.from({ length: 130 }, (_, i) => ({ kind: 'unit', id: String(i), action: 'removed' as const }));
const ask = (asked: string[]) => (cursor: string | undefined, limit: number): Promise<Changeset> => {
  const from = Number(cursor ?? 0);
  asked.push(`${from}+${limit}`);
  const end = from + Math.min(limit, 100);
  return Promise.resolve({ id: 'c', at: '', summary: 's', count: 130, elements: all.slice(from, end), ...(end < all.length ? { next: String(end) } : {}) });
};

it('a large change is gathered to the last of its elements, and says when there are more', async () => {
  const some = await wholeChange(ask([]), 50);
  expect([some.elements.length, some.next, some.count]).toEqual([50, '50', 130]);

  const asked: string[] = [];
  const whole = await wholeChange(ask(asked), 150);
  expect(whole.elements.map((e) => e.id)).toEqual(all.map((e) => e.id));
  expect(whole.next).toBeUndefined();
  expect(asked).toEqual(['0+100', '100+50']);
});
