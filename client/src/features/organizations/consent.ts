import type { Consent, SeenContact } from '../../api/shapes';

export type Standing = 'given' | 'missing' | 'not_yet' | 'withdrawn' | 'over';

/** How the consent to show a contact stands on a day, as the server decides it: withdrawn from its day on, over the day after its last, and none without who gave it and since when. */
export function consentOf(consent: Consent | undefined, day: string): Standing {
  if (consent?.withdrawn && consent.withdrawn <= day) return 'withdrawn';
  if (consent?.until && consent.until < day) return 'over';
  if (!consent?.givenBy || !consent.given) return 'missing';
  return consent.given > day ? 'not_yet' : 'given';
}

const daysBefore = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** True in the last thirty days of a consent that holds: time to ask again. */
export const endsSoon = ({ until }: Pick<SeenContact, 'until'>, day: string): boolean => until !== undefined && day <= until && daysBefore(until, 30) <= day;

/** What may be on the screen on a day. An answer of yesterday still tells of what ended at midnight; its own organization sees that as well, marked. */
export const shownOn = (contacts: SeenContact[], day: string): SeenContact[] => contacts.filter((c) => c.state !== undefined || c.until === undefined || day <= c.until);
