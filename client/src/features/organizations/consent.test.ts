import { expect, it } from 'vitest';
import { consentOf, endsSoon, shownOn } from './consent';

const given = { givenBy: 'Ibu', given: '2026-01-01' };
it.each([
  [undefined, 'missing'], [{}, 'missing'], [{ givenBy: 'Ibu' }, 'missing'], [given, 'given'], [{ ...given, given: '2026-03-01' }, 'given'], [{ ...given, given: '2026-03-02' }, 'not_yet'], [{ ...given, until: '2026-03-01' }, 'given'], [{ ...given, until: '2026-02-28' }, 'over'],
  [{ ...given, withdrawn: '2026-03-01' }, 'withdrawn'], [{ ...given, until: '2027-01-01', withdrawn: '2026-02-01' }, 'withdrawn'], [{ ...given, withdrawn: '2026-04-01' }, 'given'],
])('consent %o stands as “%s” on the first of March', (consent, standing) => {
  expect(consentOf(consent, '2026-03-01')).toBe(standing);
});

it.each([[undefined, false], ['2026-02-28', false], ['2026-03-01', true], ['2026-03-31', true], ['2026-04-01', false]])('a consent until %s ends soon on the first of March: %s', (until, soon) => {
  expect(endsSoon(until === undefined ? {} : { until }, '2026-03-01')).toBe(soon);
});

it('lets go of what ended meanwhile, but not for who keeps the organization', () => {
  const contact = { channel: 'email', value: 'a', audience: 'public', until: '2026-02-28' };
  const others = [contact, { ...contact, value: 'b', until: '2026-03-01' }, { channel: 'email', value: 'c', audience: 'public' }];
  expect(shownOn(others, '2026-03-01').map((c) => c.value)).toEqual(['b', 'c']);
  expect(shownOn([{ ...contact, state: 'over' as const }], '2026-03-01')).toHaveLength(1);
});
