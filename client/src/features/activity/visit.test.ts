import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Changeset } from '../../api/answers';

const change = (id: string, at: string, by = 'steward'): Changeset => ({ id, at, by, summary: id, elements: [] });
const changes = [change('c', '2026-03-03T00:00:00Z'), change('b', '2026-03-02T00:00:00Z', 'ani'), change('a', '2026-03-01T00:00:00Z')];

/** The module as a page has it that was just opened. */
const opened = async () => { vi.resetModules(); return import('./visit'); };

beforeEach(() => { localStorage.clear(); });

describe('what is new', () => {
  it('is nothing at the first visit, then what came after the change that was last seen, without her own', async () => {
    const { newSince } = await opened();
    expect(newSince(changes, undefined, undefined)).toEqual(new Set());
    expect(newSince(changes, { last: 'a', at: '2026-03-01T12:00:00Z' }, undefined)).toEqual(new Set(['c', 'b']));
    expect(newSince(changes, { last: 'a', at: '2026-03-01T12:00:00Z' }, 'ani')).toEqual(new Set(['c']));
    expect(newSince(changes, { last: 'c', at: '2020-01-01T00:00:00Z' }, undefined)).toEqual(new Set());
  });

  it('is told by the moment where the change that was last seen is not among those that are shown', async () => {
    const { newSince } = await opened();
    expect(newSince(changes, { last: 'gone', at: '2026-03-02T12:00:00Z' }, undefined)).toEqual(new Set(['c']));
  });
});

describe('a visit', () => {
  it('is the one before the page was opened, for as long as it is open', async () => {
    const first = await opened();
    expect(first.lastVisit('1')).toBeUndefined();
    first.keepVisit('1', { last: 'a', at: '2026-03-01T12:00:00Z' });
    expect(first.lastVisit('1')).toBeUndefined();
    const second = await opened();
    expect(second.lastVisit('1')).toEqual({ last: 'a', at: '2026-03-01T12:00:00Z' });
    second.keepVisit('1', { last: 'c', at: '2026-03-05T12:00:00Z' });
    expect(second.lastVisit('1')?.last).toBe('a');
  });

  it('is kept of the fifty organizations that were visited last, and whatever else the device holds is none', async () => {
    const { keepVisit } = await opened();
    for (let n = 0; n < 60; n += 1) keepVisit(`o${n}`, { last: 'x', at: '2026-03-01T12:00:00Z' });
    keepVisit('o10', { last: 'y', at: '2026-03-01T12:00:00Z' });
    keepVisit('new', { last: 'x', at: '2026-03-01T12:00:00Z' });
    const { lastVisit } = await opened();
    expect(['o9', 'o10', 'o11', 'o12', 'o59', 'new'].map((id) => lastVisit(id)?.last)).toEqual([undefined, 'y', undefined, 'x', 'x', 'x']);
    for (const text of ['{', '[]', '{"5":{"last":1}}', '{"5":{"last":"x","at":"never"}}']) {
      localStorage.setItem('networkmap.visits', text);
      expect((await opened()).lastVisit('5'), text).toBeUndefined();
    }
  });
});
