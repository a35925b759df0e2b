import { describe, expect, it } from 'vitest';
import { backOff, following, gather, nothing, outdates, placesOf } from './messages';

const changes = (by: string, count: number) => ({ type: 'changes' as const, cursor: '1', by, at: '2026-01-01T00:00:00Z', items: Array.from({ length: count }, (_, i) => ({ kind: 'organization', id: String(i) })) });

describe('live changes', () => {
  it('are gathered into one line, each author once', () => {
    const all = [changes('yasanti', 2), changes('bitra', 1), changes('yasanti', 1)].reduce(gather, nothing);
    expect(all).toMatchObject({ count: 4, by: ['yasanti', 'bitra'], first: { id: '0' } });
  });

  it('come back slower after each failure, but never slower than half a minute', () => {
    expect(backOff(0, 1)).toBe(500);
    expect(backOff(3, 1)).toBe(4000);
    expect(backOff(20, 1)).toBe(30_000);
    expect(backOff(3, 0)).toBe(2000);
  });

  it('are followed from the last cursor, in the language of the page', () => {
    expect(following(undefined, 'id')).toEqual({ everything: true, language: 'id' });
    expect(following('c', 'en')).toEqual({ everything: true, language: 'en', since: 'c' });
  });

  it('make the page ask again for what changed, and for what it cannot know', () => {
    expect(outdates(changes('yasanti', 1), 'c')).toBe(true);
    expect(outdates({ type: 'refetch', cursor: 'c', why: 'too_much' }, 'c')).toBe(true);
    expect(outdates({ type: 'heartbeat', cursor: 'c' }, 'c')).toBe(false);
    expect(outdates({ type: 'behind', cursor: 'c' }, 'c')).toBe(false);
    expect(outdates({ type: 'caughtUp', cursor: 'c' }, 'c')).toBe(false);
    expect(outdates({ type: 'caughtUp', cursor: 'c' }, undefined)).toBe(true);
  });

  it('pulse only where there is a place', () => {
    expect(placesOf([{ kind: 'tie', id: '1' }, { kind: 'organization', id: '2', element: { position: { longitude: 110, latitude: -7 } } }])).toEqual([[110, -7]]);
  });
});
