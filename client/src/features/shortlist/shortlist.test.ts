import { describe, expect, it } from 'vitest';
import { joined, most, readIds, readNoted, toggled } from './shortlist';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('what the device kept', () => {
  it('is read with for whom it was found, each organization once', () => {
    expect(readNoted(JSON.stringify([{ id: id(1), for: id(2) }, { id: id(3) }, { id: id(1) }]))).toEqual([{ id: id(1), for: id(2) }, { id: id(3) }]);
  });

  it('is nothing where it is no list of ours', () => {
    for (const text of [null, '', '{', '{"a":1}', '[1,null,"x",{"id":"x"}]']) expect(readNoted(text)).toEqual([]);
    expect(readNoted(JSON.stringify([{ id: id(1), for: 'x' }]))).toEqual([{ id: id(1) }]);
  });
});

describe('the list', () => {
  it('takes one in at the end and out again', () => {
    const one = toggled([], { id: id(1), for: id(9) });
    expect(toggled(one, { id: id(2) })).toEqual([{ id: id(1), for: id(9) }, { id: id(2) }]);
    expect(toggled(one, { id: id(1) })).toEqual([]);
  });

  it('takes in nobody once it is full, and lets go of whoever is in it', () => {
    const full = joined([], Array.from({ length: most + 5 }, (_, n) => id(n)));
    expect(full).toHaveLength(most);
    expect(toggled(full, { id: id(99) })).toBe(full);
    expect(toggled(full, { id: id(0) })).toHaveLength(most - 1);
  });

  it('takes in what an address names, and keeps what it knew of who is there', () => {
    expect(joined([{ id: id(1), for: id(9) }], readIds(`${id(1)},x,${id(2)},${id(2)}`, 5))).toEqual([{ id: id(1), for: id(9) }, { id: id(2) }]);
  });
});
