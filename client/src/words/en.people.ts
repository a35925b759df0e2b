import type { idPeople } from './id.people';

/** English of the same meanings. */
export const enPeople: Record<keyof typeof idPeople, string> = {
  'privacy.title': 'Who sees what',
  'care.title': 'Personal data',
  'place.manage': 'Manage', 'manage.title': 'Manage', 'manage.intro': 'What you can look after with your rights.', 'manage.nothing': 'There is nothing for you to look after. This part is for editors, coordinators and stewards.',
  'manage.waiting': 'Ties that only one side has stated: who is to answer, and since when.', 'manage.suggestions': 'What people from outside suggested: accept, change, or decline with a reason.',
  'manage.duplicates': 'Organizations that may be recorded twice: compare, merge, or mark as different.', 'manage.import': 'Bring in a list from a spreadsheet, Kumu or a donor form; see first what it would do, row by row.',
  'manage.people': 'Who may change what; invite people, give and take back rights.', 'manage.care': 'What people ask about their own data, erasures and breaches.', 'manage.terms': 'Kinds of organizations, ties and services, issues and skills to choose from.', 'manage.preview': 'See this map as somebody else sees it.',
  'work.waiting': 'waiting for you',
  'people.title': 'People and rights', 'people.invite': 'Invite somebody', 'people.intro': 'Who may change what. Giving and taking back is recorded, and holds at once.', 'people.whole': 'The whole network', 'people.none': 'Nobody has been given a right here yet.',
  'people.givenBy': 'given by {who}', 'people.change': 'Change or take back', 'people.over': 'Over', 'people.later': 'Not yet', 'people.all': 'Rights in the whole network',
  'grantForm.new': 'Give a right', 'grantForm.change': 'Change a right', 'grantForm.remove': 'Take this right back', 'grantForm.removeHelp': 'It holds at once, also on pages that are open. The history stays, and it can be undone.', 'grantForm.source': 'Given on the page “People and rights”',
  'help.account': 'It stands on that person’s page “My account”, such as account-1a2b3c4d5e6f7081.', 'grantForm.whom': 'For whom', 'grantForm.other': 'Somebody else who has an account', 'grantForm.byId': 'Somebody who has an account', 'grantForm.id': 'Id of the account', 'grantForm.nameless': 'An account without a name (…{id})', 'grantForm.invite': 'No account yet, or you do not know the id? Invite instead:',
  'roleDoes.organization_editor': 'Changes the data of one organization: its units, places, services and ties. May add other editors.', 'roleDoes.mediator': 'Links home workers with industry and government. Changes no data yet.',
  'roleDoes.coordinator': 'Sees where nobody helps, and records the needs of a region.', 'roleDoes.steward': 'Changes all data there, and gives rights there.', 'roleDoes.administrator': 'Gives and takes back any right. Changes no data.',
  'preview.title': 'Look as somebody else', 'preview.label': 'Preview', 'preview.intro': 'Pages and map look just as they do to that person. Nothing can be changed meanwhile.',
  'preview.as.public': 'anybody, without signing in', 'preview.as.signed_in': 'somebody signed in', 'preview.coordinator': 'the coordinator of {place}', 'preview.ofRegion': 'As the coordinator of a region', 'preview.choose': 'As {who}',
  'preview.seeing': 'You are looking as {who}.', 'preview.end': 'Look as yourself again', 'preview.leftOut': 'Not seen: {what}.', 'preview.coarser': 'Less exact: {what}.', 'preview.smallCounts': 'Small numbers held back: {what}.', 'preview.all': 'Nothing of this organization is withheld.',
  'preview.onlyLooks': 'You are looking as somebody else, so nothing can be changed.', 'preview.endFirst': 'Look as yourself again first.',
};
