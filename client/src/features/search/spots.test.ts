import { describe, expect, it } from 'vitest';
import type { Found, Term } from '../../api/shapes';
import { terms } from '../../network/state';
import { among, keyOf, onMapOf } from './spots';

const term = (code: string, labelId: string, labelEn: string): Term => ({ code, label: labelId, labelId, labelEn });
terms.value = {
  issue: [term('piece_rate', 'Upah borongan', 'Piece-rate pay'), term('below_minimum_wage', 'Upah di bawah upah minimum', 'Pay below the minimum wage')],
  sector: [term('knitwear', 'Rajutan', 'Knitwear')],
  actor_kind: [term('company', 'Industri/perusahaan', 'Company')],
};
const village: Found = { kind: 'region', id: '64.01', name: 'Borongan', score: 0.5 };
const found = (q: string) => among([village], q).map(keyOf);

describe('a search', () => {
  it('finds pages by their names in either language, before everything else', () => {
    expect(found('aktivitas')).toEqual(['page:place.activity', 'region:64.01']);
    expect(found('Activ')[0]).toBe('page:place.activity');
    expect(found('istilah')).toEqual(['region:64.01', 'page:terms.title']);
  });

  it('finds a term that is called so before villages that sound like it, and one that only has the words after them', () => {
    expect(found('upah borongan')).toEqual(['term:issue:piece_rate', 'region:64.01']);
    expect(found('piece-rate')[0]).toBe('term:issue:piece_rate');
    expect(found('minimum')).toEqual(['region:64.01', 'term:issue:below_minimum_wage']);
    expect(found('rajut')).toEqual(['region:64.01', 'term:sector:knitwear']);
  });

  it('finds a kind of organization by what people call it, and nothing by two letters', () => {
    expect(found('pabrik')[0]).toBe('term:actor_kind:company');
    expect(found('factory')[0]).toBe('term:actor_kind:company');
    expect(found('up')).toEqual(['region:64.01']);
  });
});

it('the map shows organizations that were found and have a place on it, in their order', () => {
  const one: Found = { kind: 'organization', id: '1', name: 'Melati', actorKind: 'ngo', family: 'civil_society', score: 1, position: { longitude: 110, latitude: -7, radiusKm: 0, precision: 'exact' } };
  const { position, ...hidden } = one;
  expect(onMapOf([village, one, { ...hidden, id: '2' }, { ...one, id: '3' }]).map(({ id }) => id)).toEqual(['1', '3']);
  expect(onMapOf([one])[0]).toMatchObject({ name: 'Melati', family: 'civil_society', position });
});
