import type { idDuplicates } from './id.duplicates';

/** English of the same meanings. */
export const enDuplicates: Record<keyof typeof idDuplicates, string> = {
  'duplicates.intro': 'Organizations that may have been entered twice, the likeliest on top. Merge those that are one; those that are two are not asked about again.', 'duplicates.none': 'Nothing looks like a duplicate. What is new comes here by itself.', 'duplicates.count': '{count} {count|pair waits|pairs wait}', 'duplicates.first': 'The first {count} of {total} pairs',
  'duplicates.before': 'Those above', 'duplicates.behind': 'Those below', 'duplicates.part': 'Pairs {from} to {until} of {total}', 'duplicates.ofKept': '{name} (the one that stayed)', 'duplicates.ofOther': '{name} (the one that is taken apart)', 'duplicates.rest': '{count} not chosen yet, all of them for:', 'duplicates.working': 'The list is being made of the latest data; it will be complete soon.', 'duplicates.and': '{one} and {other}', 'duplicates.why': 'Why they may be one',
  'duplicates.against': 'What speaks against it: {reasons}', 'duplicates.compare': 'Compare', 'duplicates.notOne': 'Not a duplicate', 'duplicates.told': 'Noted: not a duplicate.',
  'duplicates.toldApart': 'Somebody said that these two are not one.', 'duplicates.takeBack': 'Take that back', 'duplicates.takenBack': 'Taken back.', 'duplicates.queue': 'All possible duplicates',
  'duplicates.pair': 'One organization, or two?', 'duplicates.stays': 'Stays', 'duplicates.goes': 'Goes into it', 'duplicates.swap': 'Swap: keep the other one',
  'duplicates.fields': 'Whose value is kept?', 'duplicates.same': 'The same in both: {fields}.', 'duplicates.kept': 'Of the one that stays', 'duplicates.other': 'Of the one that goes',
  'duplicates.both': 'Both', 'duplicates.contacts': 'All contacts come along, each with its consent.', 'duplicates.becomes': 'What would move',
  'duplicates.nothing': 'Nothing has to move.', 'duplicates.moreMoves': 'and {count} more', 'duplicates.meeting': 'Ties that were recorded twice become one', 'duplicates.meets': '{title}, together with {with}',
  'duplicates.dropping': 'Ties between the two go', 'duplicates.obstacles': 'What stands in the way', 'duplicates.merge': 'Merge the two', 'duplicates.reason': 'Why are they merged?',
  'duplicates.reasonMissing': 'Say why, such as how you know.', 'duplicates.mergeNow': 'Merge', 'duplicates.done': 'The two were merged.', 'duplicates.widens': 'Others will see more than now, and I agree to that.',
  'duplicates.moved': 'Somebody has just changed one of them. Compare once more, then merge.', 'duplicates.help': 'The address of the one that goes leads to the one that stays, and the two can be taken apart again at any time.', 'duplicates.apart': 'Take apart again', 'duplicates.wereMerged': '{other} was merged into {kept} on {date}.',
  'duplicates.because': 'The reason then: {reason}', 'duplicates.undecided': 'Whose is what came later?', 'duplicates.undecidedHelp': 'This was added or changed since the two were merged.', 'duplicates.edited': '{field} was changed',
  'duplicates.allBack': 'Nothing came since they were merged: both are as they were.', 'duplicates.apartWhy': 'Why are they taken apart?', 'duplicates.apartNow': 'Take apart', 'duplicates.apartDone': 'The two are apart again.',
  'duplicates.choose': 'Choose first whose it is.', 'duplicates.who': 'Only stewards decide on duplicates.', 'duplicates.whoHow': 'Ask a steward of that region.', 'duplicates.whoSignIn': 'Sign in with an account that may.',
};
