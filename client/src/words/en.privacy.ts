import type { idPrivacy } from './id.privacy';

export const enPrivacy: Record<keyof typeof idPrivacy, string> = {
  'privacy.intro': 'Some of what is here is about people’s homes and work, so not everybody sees all of it. This list is made from the rules that the server itself follows. What it does not name everybody sees.',
  'privacy.seenBy': 'Seen in full by', 'privacy.others': 'Others', 'privacy.whole': 'All of it',
  'privacy.least.signed_in': 'whoever is signed in', 'privacy.least.coordinator': 'the coordinator of its region, the organization itself, and the stewards', 'privacy.least.own': 'the organization itself and the stewards', 'privacy.least.steward': 'the stewards',
  'privacy.withheld.left_out': 'do not see it', 'privacy.withheld.coarser': 'see it no more exactly than the location is set to be told', 'privacy.withheld.small_counts': 'do not see counts of 1 to 4, nor counts that would give them away', 'privacy.withheld.words': 'do not see the reason, nor on whose word it is', 'privacy.withheld.by_consent': 'see it only when the person allowed it, for whom and as long as she does', 'privacy.withheld.unknown': 'do not know that it is there',
  'privacy.openTie': 'Ties that are open to everybody, or to whoever is signed in, are seen by them.',
  'privacy.whoTitle': 'Who is meant',
  'privacy.who.public': 'Everybody: without signing in.', 'privacy.who.signed_in': 'Signed in: whoever has an account. The accounts of companies and of those who give out work see other organizations only as everybody does.', 'privacy.who.coordinator': 'Coordinator: sees where nobody helps in a region, in numbers and regions, not addresses.',
  'privacy.who.own': 'The organization itself: its editors; of a tie, the editors of either side.', 'privacy.who.steward': 'Stewards: those who keep the data of a region, or of everything.',
  'privacy.author': 'Which account recorded something only the stewards of the whole network are told; others hear no more than that a steward did. By what right something was changed is known to who keeps that right.',
  'privacy.past': 'What is hidden today is not seen in the history either.',
};
