/** What the shortlist says; it comes with its page. */
export const enShortlist = {
  'shortlist.intro': 'Those you want to come back to. The list is on this device alone; others see it when you share its address.',
  'shortlist.empty': 'Nobody is noted yet. Note organizations from suggested partners, or from their pages.',
  'shortlist.find': 'Find partners',
  'shortlist.shared': 'This list was shared by its address.',
  'shortlist.keep': 'Note all of them on my list',
  'shortlist.mine': 'To my list',
  'shortlist.clear': 'Empty the list',
  'shortlist.compare': 'Compare',
  'shortlist.compareOf': 'Compare {name}',
  'shortlist.compareAll': 'Compare the {count} chosen',
  'shortlist.pick': 'Choose two to five to compare.',
  'shortlist.gone': '{count} {count|organization|organizations} of this list cannot be shown any more.',
  'shortlist.drop': 'Take off the list',
  'shortlist.list': 'List',
};
