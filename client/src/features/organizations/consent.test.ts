import { expect, it } from 'vitest';
import { consentOf } from './consent';

it.each([
  [undefined, 'missing'], [{}, 'missing'], [{ givenBy: 'Ibu' }, 'given'], [{ givenBy: 'Ibu', until: '2026-03-01' }, 'given'], [{ givenBy: 'Ibu', until: '2026-02-28' }, 'over'],
  [{ givenBy: 'Ibu', withdrawn: '2026-03-01' }, 'withdrawn'], [{ givenBy: 'Ibu', until: '2027-01-01', withdrawn: '2026-02-01' }, 'withdrawn'], [{ givenBy: 'Ibu', withdrawn: '2026-04-01' }, 'given'],
])('consent %o stands as “%s” on the first of March', (consent, standing) => {
  expect(consentOf(consent, '2026-03-01')).toBe(standing);
});
