import type { idTie } from './id.tie';

export const enTie: Record<keyof typeof idTie, string> = {
  'tieView.sides': 'What both sides say', 'tieView.counts': 'This tie is official, and counts in coverage, suggested partners and introductions.', 'tieView.notCounted': 'This tie does not count in coverage and suggested partners.',
  'tieView.about': 'About this tie', 'tieView.who': 'Who can see it', 'tieView.waits': 'This answer came by way of the other side. Make sure with {name} first, by telephone for instance, then accept it.',
  'tieView.accept': 'Accept the answer of {name}', 'tieView.accepted': 'The answer is accepted.', 'ask.for': 'Ask {name}', 'ask.intro': '{name} answers by a link, without an account. It is good for two weeks and for one answer.',
  'ask.who': 'Who passes the link on?', 'ask.self': 'I do, straight to {name}', 'ask.passedOn': '{other} hands it on',
  'ask.passedOnHelp': 'Choose this only when there is no other way to {name}. The answer does not count before you accept it.', 'ask.make': 'Make the link',
  'ask.until': 'The link is good until {date}. It is kept nowhere; if it gets lost, make another.', 'ask.notYours': 'A steward sends {name} the link, since you speak for the other side. This message you may send yourself.',
  'ask.later': 'A steward will send you a link to answer whether this is right. Thank you.', 'ask.send': 'Send it to a contact of {name}',
  'ask.noContacts': '{name} has no contact that may be used. Copy the message, or show the QR code.', 'ask.whatsapp': 'WhatsApp to {who}', 'ask.email': 'E-mail to {who}', 'ask.phone': 'Call {who}', 'ask.hello': 'Greetings to {name}.',
  'ask.recorded': 'The map of the network says: {sentence}', 'ask.please': 'Is this right? Please answer by this link:',
  'ask.how': 'No account is needed, and opening the link changes nothing. Your answer is recorded only when you press one of its buttons. The link is good until {date}. Thank you.',
};
