import { expect, it } from 'vitest';
import { readQuestion, unknownIn } from './question';

it('says what of the address it does not know, and asks by the usual axis and level instead', () => {
  const query = { sumbu: 'zzz', tingkat: 'dusun', tanggal: '2026-02-31' };
  expect(unknownIn(query)).toEqual([{ part: 'axis', value: 'zzz' }, { part: 'level', value: 'dusun' }]);
  expect(readQuestion(query)).toMatchObject({ axis: 'hso_function', level: 'province', day: undefined });
  expect([unknownIn({}), unknownIn({ sumbu: 'pillar', tingkat: 'regency' })]).toEqual([[], []]);
});
