import type { idPeople } from './id.people';

/** English of the same meanings. */
export const enPeople: Record<keyof typeof idPeople, string> = {
  'privacy.title': 'Who sees what',
  'care.title': 'Personal data',
  'place.manage': 'Manage', 'manage.title': 'Manage',
  'work.waiting': 'waiting for you',
  'people.title': 'People and rights', 'people.whole': 'The whole network',
  'grantForm.new': 'Give a right', 'grantForm.change': 'Change a right',
  'help.account': 'It stands on that person’s page “My account”, such as account-1a2b3c4d5e6f7081.',
  'roleDoes.organization_editor': 'Changes the data of one organization: its units, places, services and ties. May add other editors.', 'roleDoes.mediator': 'Links home workers with industry and government. Changes no data yet.',
  'roleDoes.coordinator': 'Sees where nobody helps, and records the needs of a region.', 'roleDoes.steward': 'Changes all data there, and gives rights there.', 'roleDoes.administrator': 'Gives and takes back any right. Changes no data.',
  'preview.title': 'Look as somebody else', 'preview.label': 'Preview', 'preview.intro': 'Pages and map look just as they do to that person. Nothing can be changed meanwhile.',
  'preview.as.public': 'anybody, without signing in', 'preview.as.signed_in': 'somebody signed in', 'preview.coordinator': 'the coordinator of {place}', 'preview.ofRegion': 'As the coordinator of a region', 'preview.choose': 'As {who}',
  'preview.seeing': 'You are looking as {who}.', 'preview.end': 'Look as yourself again', 'preview.leftOut': 'Not seen: {what}.', 'preview.coarser': 'Less exact: {what}.', 'preview.smallCounts': 'Small numbers held back: {what}.', 'preview.all': 'Nothing of this organization is withheld.',
  'preview.onlyLooks': 'You are looking as somebody else, so nothing can be changed.', 'preview.endFirst': 'Look as yourself again first.',
};
