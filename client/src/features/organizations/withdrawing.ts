import { Fault } from '../../api/http';
import { element, save } from '../../api/questions';
import type { Contact } from '../../api/shapes';
import { today } from '../../network/day';
import { notice, revision } from '../../network/state';
import { t } from '../../words';
import { type Draft, bodyOf } from '../editing/draft';
import { offerUndo, refused } from '../editing/undo';

const isSame = (one: Contact | undefined, other: Contact) => one?.channel === other.channel && one.value === other.value;

/** The written form of an organization with the consent of one contact withdrawn from a day on; none when that contact is not there any more. */
export function withdrawn(stored: Draft, contact: Contact, day: string): Draft | undefined {
  const contacts = (stored['contacts'] ?? []) as Contact[];
  if (!contacts.some((c) => isSame(c, contact))) return undefined;
  return { ...stored, contacts: contacts.map((c) => (isSame(c, contact) ? { ...c, consent: { ...c.consent, withdrawn: day } } : c)) };
}

/** Takes back the consent for a contact from today on. What is stored is asked for first, so that nothing is written over that somebody changed meanwhile. */
export async function withdraw(id: string, contact: Contact) {
  notice.value = undefined;
  try {
    const stored = await element('organization', id);
    const without = withdrawn(stored, contact, today());
    const change = without && (await save('organization', id, bodyOf(without, t('contact.withdrawReason')), Number(stored['version']), crypto.randomUUID())).change;
    revision.value += 1;
    offerUndo('contact.withdrawnNow', change);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const why = refused(error);
    notice.value = { what: 'refused', words: () => t('contact.notWithdrawn', { why }), ways: [{ words: () => t('state.again'), act: () => void withdraw(id, contact) }] };
  }
}
