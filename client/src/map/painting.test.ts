import { expect, it } from 'vitest';
import type { Summary } from '../api/shapes';
import { standsOut } from './painting';

const one = (position = true): Summary => ({ id: 'melati', name: 'Melati', actorKind: 'ngo', family: 'civil_society', ...(position ? { position: { longitude: 110, latitude: -7, radiusKm: 0, precision: 'exact' } } : {}) });

it('all others step back for one who is selected, also without any ties, but not for whom nobody can see on the map', () => {
  expect(standsOut({ selected: one() })).toBe(true);
  expect(standsOut({ selected: one(false) })).toBe(false);
  expect(standsOut({})).toBe(false);
  expect(standsOut({ found: [] })).toBe(false);
  expect(standsOut({ found: [one()] })).toBe(true);
  expect(standsOut({ candidates: [] })).toBe(true);
});
