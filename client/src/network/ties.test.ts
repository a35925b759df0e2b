import { expect, it } from 'vitest';
import type { Path } from '../api/answers';
import type { Summary, TieOnPage, TiePage } from '../api/shapes';
import { asSeenFrom, lineOf, offMap, offPath } from './ties';

it('draws a tie that was agreed as ended once its last day is over', () => {
  expect(lineOf({ status: 'confirmed', until: '2025-12-31' }, '2026-01-01')).toBe('ended');
  expect(lineOf({ status: 'confirmed', until: '2026-01-01' }, '2026-01-01')).toBe('confirmed');
  expect(lineOf({ status: 'ended' }, '2026-01-01')).toBe('ended');
  expect(lineOf({ status: 'proposed' }, '2026-01-01')).toBe('proposed');
});

const here = { position: { longitude: 110, latitude: -7, radiusKm: 0, precision: 'exact' as const } };
const one = (id: string, placed: object = here): Summary => ({ id, name: id, actorKind: 'ngo', family: 'civil_society', ...placed });
const tie = (id: string, other: Summary): TieOnPage => ({ id, type: 'supports', label: 'supports', direction: 'out', other, status: 'confirmed', sentence: '' });

it('counts who on a path has no place on the map once, though two steps lead over it', () => {
  const [from, between, to] = [one('a'), one('b', {}), one('c')];
  const step = (id: string, first: Summary, next: Summary) => ({ tie: { id, type: 'supports', label: 'supports', status: 'confirmed' as const }, from: first, to: next, trust: 0.5, sentence: '' });
  const path: Path = { score: 0.5, sentence: '', steps: [step('1', from, between), step('2', between, to)] };
  expect(offPath(path)).toBe(1);
  expect(offPath({ ...path, steps: [step('1', from, to)] })).toBe(0);
});

it('counts the ties of which one end has no place on the map: all of them where that is whose they are', () => {
  const ties = [tie('1', one('b')), tie('2', one('c', {}))];
  expect(offMap(one('a'), ties)).toBe(1);
  expect(offMap(one('a', {}), ties)).toBe(2);
});

it('has a tie of its own page as its first side sees it, with what its line is drawn by', () => {
  const sides = [{ side: 'from', organization: one('a'), sentence: '' }, { side: 'to', organization: one('b'), sentence: '' }] as TiePage['sides'];
  const it = { id: '1', type: 'supports', label: 'supports', from: 'a', to: 'b', status: 'proposed', strength: 4, audience: 'public', valid: { until: '2027-01-01' }, provenance: { source: '' } } as TiePage['tie'];
  expect(asSeenFrom(sides, it, false, 'A supports B.')).toEqual({ id: '1', type: 'supports', label: 'supports', direction: 'out', other: one('b'), status: 'proposed', strength: 4, until: '2027-01-01', sentence: 'A supports B.' });
  expect(asSeenFrom(sides, it, true, '').direction).toBe('both');
});
