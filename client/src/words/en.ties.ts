import type { idTies } from './id.ties';

export const enTies: Record<keyof typeof idTies, string> = {
  'side.from': 'first side', 'side.to': 'second side', 'says.confirmed': 'Right', 'says.disputed': 'Not right', 'says.ended': 'Has ended',
  'way.source': 'by a source', 'way.product': 'entered here', 'way.link': 'by a link', 'way.link_proposer_passed_on': 'by a link that the other side passed on',
  'field.statements': 'What both sides say', 'field.side': 'Side', 'field.says': 'Says', 'field.day': 'On', 'field.way': 'How', 'field.accepted': 'Accepted by a steward', 'field.reason': 'Reason', 'field.word': 'On whose word', 'field.onSource': 'Status by the source',
  'statement.day': 'Said on', 'statement.until': 'Last day', 'statement.reason': 'The reason given', 'statement.word': 'On whose word?',
  'author.link': 'the side itself, by a link',
  'state.for': 'Record what {name} says', 'state.what': 'What does {name} say?', 'state.reasonHelp': 'Kept sealed. The public sees only that the tie is disputed, and since when.', 'state.wordHelp': 'A name or role, and how you heard it, such as “Chairwoman, by telephone”. Kept sealed.', 'state.save': 'Record the statement', 'state.saved': 'The statement is recorded.',
  'waiting.title': 'Awaiting an answer', 'waiting.intro': 'Ties that only one side has stated, or with an answer that waits to be accepted. Those that wait longest come first.', 'waiting.none': 'No tie awaits an answer.', 'waiting.count': '{count} {count|tie waits|ties wait}', 'waiting.first': 'The {count} that wait longest, of {total} ties that wait',
  'waiting.since': 'Waiting since {date}, {count} {count|day|days}', 'waiting.never': 'Neither side has said anything yet', 'waiting.of': 'Awaited: {names}', 'waiting.accept': 'The answer of {name} waits to be accepted',
  'tieForm.whoSays': 'Who says that this tie is there?', 'tieForm.source': 'Only the source below', 'tieForm.saidBy': '{name}', 'tieForm.bySource': '{name} confirmed, by the source, on', 'tieForm.statedElsewhere': 'What the sides say themselves is recorded on the page of this tie.', 'waiting.own': '{count} {count|tie|ties} of your organization', 'waiting.others': '{count} other {count|tie|ties}',
  'introductions.oneSided': 'Also over ties that only one side has stated', 'introductions.oneSidedHelp': 'They count half, and every step says so.',
};
