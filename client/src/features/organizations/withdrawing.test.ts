import { expect, it } from 'vitest';
import { withdrawn } from './withdrawing';

const rini = { channel: 'whatsapp', value: '+62812', consent: { givenBy: 'Ibu Rini', given: '2026-01-01' } };
const stored = { name: 'Melati', contacts: [{ channel: 'phone', value: '129' }, rini] };

it('withdraws the consent of one contact and leaves the rest', () => {
  expect(withdrawn(stored, rini, '2026-03-01')).toEqual({ name: 'Melati', contacts: [stored.contacts[0], { ...rini, consent: { ...rini.consent, withdrawn: '2026-03-01' } }] });
});

it('withdraws nothing of a contact that is gone', () => {
  expect(withdrawn({ name: 'Melati' }, rini, '2026-03-01')).toBeUndefined();
  expect(withdrawn({ name: 'Melati', contacts: [{ channel: 'phone', value: '+62812' }] }, rini, '2026-03-01')).toBeUndefined();
});
