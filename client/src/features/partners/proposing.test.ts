import { afterEach, expect, it } from 'vitest';
import { me } from '../../network/state';
import { canBegin, canPropose } from './proposing';

afterEach(() => { me.value = { audience: 'public', language: 'id' }; });

const [one, other] = [{ id: '1', region: '33.74' }, { id: '2', region: '34.02' }];

it('a tie is proposed by a steward or by an editor of one of the two, and never with who has ended', () => {
  expect(canPropose(one, other)).toBe(false);
  me.value = { audience: 'steward', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
  expect(canPropose(one, other)).toBe(true);
  expect(canPropose({ ...one, retired: true }, other)).toBe(false);
  expect(canPropose(one, { ...other, retired: true })).toBe(false);
  me.value = { audience: 'signed_in', grants: [{ id: 'g', role: 'organization_editor', organization: '2' }], language: 'id' };
  expect(canPropose(one, other)).toBe(true);
  expect(canPropose(one, { id: '3' })).toBe(false);
});

it('who may not propose a tie herself is told how, except with who has ended', () => {
  expect(canBegin(one, other)).toBe(true);
  expect(canBegin({ ...one, retired: true }, other)).toBe(false);
  expect(canBegin(one, { ...other, retired: true })).toBe(false);
});
