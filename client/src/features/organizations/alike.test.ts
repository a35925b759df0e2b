import { expect, it } from 'vitest';
import { visible } from './Alike';

it('compares names by what can be seen of them', () => {
  expect(visible(' Yayasan \u202Egnutnareb\u202C \u200bMawar\n')).toBe('Yayasan gnutnareb Mawar');
  expect(visible(undefined)).toBe('');
});
