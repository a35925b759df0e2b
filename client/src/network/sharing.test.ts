import { describe, expect, it } from 'vitest';
import { sharing } from './sharing';

describe('an answer that is asked again', () => {
  const before = { items: [{ id: '1', name: 'Batik' }, { id: '2', name: 'Lurik', at: { region: '33' } }], next: 'c' };

  it('is the one before when nothing changed', () => {
    expect(sharing(before, structuredClone(before))).toBe(before);
  });

  it('keeps every part that did not change, and says what the new one says', () => {
    const after = { ...structuredClone(before), items: [{ id: '1', name: 'Batik tulis' }, { id: '2', name: 'Lurik', at: { region: '33' } }] };
    const shared = sharing(before, after);
    expect(shared).toEqual(after);
    expect(shared.items).not.toBe(before.items);
    expect(shared.items[0]).not.toBe(before.items[0]);
    expect(shared.items[1]).toBe(before.items[1]);
  });

  it('is another one when something came, went or moved', () => {
    const [one, two] = before.items;
    for (const items of [[one], [one, two, two], [two, one], []]) expect(sharing(before, { ...before, items })).toEqual({ ...before, items });
    expect(sharing(before, { items: before.items })).toEqual({ items: before.items });
    expect(sharing({ a: undefined }, { b: undefined })).toStrictEqual({ b: undefined });
    expect(sharing([1], { 0: 1 })).toEqual({ 0: 1 });
    expect(sharing(undefined, before)).toBe(before);
  });
});
