import { beforeEach, expect, it } from 'vitest';
import { choose } from '../../words';
import { asOneWord, asWhat } from './roles';

beforeEach(() => choose('id'));

it('what somebody is is said with its place, and in one word where there is no room', () => {
  expect(asWhat([{ id: '1', role: 'organization_editor', organization: 'a', organizationName: 'Yayasan Setara' }, { id: '2', role: 'steward', region: '33', regionName: 'Jawa Tengah' }, { id: '3', role: 'administrator' }]))
    .toEqual(['Penyunting Yayasan Setara', 'Pengelola data Jawa Tengah', 'Administrator']);
  expect(asOneWord([{ id: '1', role: 'organization_editor', organization: 'a' }, { id: '2', role: 'steward', region: '33' }])).toBe('Pengelola data');
  expect([asOneWord(), ...asWhat([])]).toEqual(['Sudah masuk', 'Sudah masuk']);
});
