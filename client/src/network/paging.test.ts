import { describe, expect, it } from 'vitest';
import type { Page } from '../api/shapes';
import { gather } from './paging';

/** Pages of a log by their cursor; what was asked is kept. */
function log(pages: Record<string, Page<number>>) {
  const asked: [string, number][] = [];
  return { asked, ask: (cursor: string | undefined, limit: number) => { asked.push([cursor ?? '', limit]); return Promise.resolve(pages[cursor ?? ''] ?? { items: [] }); } };
}

describe('paging', () => {
  it('goes on over short and empty pages until there is enough', async () => {
    const { ask, asked } = log({ '': { items: [], next: 'a' }, 'a': { items: [1], next: 'b' }, 'b': { items: [2, 3], next: 'c' } });
    expect(await gather(ask, 3)).toEqual({ items: [1, 2, 3], next: 'c' });
    expect(asked).toEqual([['', 3], ['a', 3], ['b', 2]]);
  });

  it('ends where the log ends', async () => {
    expect(await gather(log({ '': { items: [], next: 'a' }, 'a': { items: [1] } }).ask, 25)).toEqual({ items: [1] });
    expect(await gather(log({}).ask, 25)).toEqual({ items: [] });
  });

  it('keeps it when a page says that something is left out', async () => {
    const { ask } = log({ '': { items: [1], next: 'a', incomplete: 'A record is damaged.' }, 'a': { items: [2] } });
    expect(await gather(ask, 25)).toEqual({ items: [1, 2], incomplete: 'A record is damaged.' });
  });

  it('asks a person before it goes on for ever', async () => {
    const { ask, asked } = log({ '': { items: [], next: 'a' }, 'a': { items: [], next: 'a' } });
    expect(await gather(ask, 25, 4)).toEqual({ items: [], next: 'a' });
    expect(asked).toHaveLength(4);
  });

  it('asks for no more than a page may hold', async () => {
    const { ask, asked } = log({ '': { items: Array.from({ length: 100 }, (_, i) => i), next: 'a' }, 'a': { items: [100] } });
    expect((await gather(ask, 150)).items).toHaveLength(101);
    expect(asked).toEqual([['', 100], ['a', 50]]);
  });
});
