import { expect, it } from 'vitest';
import type { Fragility } from '../../api/answers';
import type { Summary } from '../../api/shapes';
import { rowsOf } from './FragilityTable';

const one = (id: string) => ({ id, name: id, actorKind: 'ngo', kindLabel: 'LSM', family: 'civil_society' }) as Summary;
const loss = { cutOff: 3, groups: 2, withoutOffice: 1 };

it('who is the only link and serves alone is one row with both', () => {
  const answer: Fragility = {
    at: '2026-03-01', organizations: [{ organization: one('a'), loss, regencies: [], sentence: 'A.' }], providers: [{ organization: one('b'), count: 1, cells: [], sentence: 'B.' }, { organization: one('a'), count: 4, cells: [], sentence: 'C.' }],
    ties: [{ id: 't', from: one('a'), to: one('b'), loss, sentence: 'D.' }],
  };
  expect(rowsOf(answer).map(({ key, loss: lost, alone, sentences }) => [key, lost, alone, sentences])).toEqual([['a', loss, 4, ['A.', 'C.']], ['b', undefined, 1, ['B.']], ['t', loss, undefined, ['D.']]]);
});
