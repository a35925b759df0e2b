import type { Consent } from '../../api/shapes';

export type Standing = 'given' | 'missing' | 'withdrawn' | 'over';

/** How the consent to keep a contact stands on a day: withdrawn from its day on, over the day after its last. */
export function consentOf(consent: Consent | undefined, day: string): Standing {
  if (!consent?.givenBy) return 'missing';
  if (consent.withdrawn && consent.withdrawn <= day) return 'withdrawn';
  return consent.until && consent.until < day ? 'over' : 'given';
}
