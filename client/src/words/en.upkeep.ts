/** What is said to who keeps an organization of what its page lacks; it comes when it is needed. */
export const enUpkeep = {
  'upkeep.title': 'What is to be completed', 'upkeep.fill': 'Complete it', 'upkeep.affirmed': 'Noted: still true today.', 'upkeep.notAffirmed': 'It could not be noted that this is still true. {why}',
  'upkeep.contact': 'No contact yet', 'upkeep.contact.why': 'Whoever wants to be a partner does not know whom to reach. A contact is shown only with the consent of the person.',
  'upkeep.issues': 'No issues yet', 'upkeep.issues.why': 'Shared issues bring partners together most often.',
  'upkeep.exchange': 'Nothing offered or needed is on record', 'upkeep.exchange.why': 'Without that there is nothing to match.',
  'upkeep.purpose': 'No purpose yet', 'upkeep.purpose.why': 'One sentence is enough for others to know what this organization is for.',
  'upkeep.members': 'No number of members yet', 'upkeep.members.why': 'It shows how many are represented, and need services.',
  'upkeep.services': '{count} {count|service|services} without a region', 'upkeep.services.why': 'A service without a region counts for no coverage.',
  'upkeep.capacity': '{count} {count|service|services} without a capacity', 'upkeep.capacity.why': 'Without one nobody knows whether there is room.',
  'upkeep.waiting': '{count} {count|tie waits|ties wait} for an answer', 'upkeep.waiting.why': 'A tie counts once both sides have said that it is true.',
  'upkeep.ties': '{count} {count|tie|ties} not verified for long', 'upkeep.ties.why': 'Ties that nobody verified for long are trusted less in introductions.',
};
