import type { idSay } from './id.say';

export const enSay: Record<keyof typeof idSay, string> = {
  'say.title': 'A first message to {name}', 'say.language': 'Language of the message', 'say.label': 'The message. Change what you like, then copy it.', 'say.copy': 'Copy the message', 'say.copied': 'The message was copied.', 'say.notCopied': 'This browser does not allow copying. Select the text and copy it yourself.', 'say.send': 'Send with …',
  'say.who': '{name} in {region} ({kind})', 'say.whoOnly': '{name} ({kind})', 'say.hello': 'Hello {to}.', 'say.us': 'We are {fromWho}.', 'say.direct': 'We already know each other, and we would like to work together more closely.', 'say.meet': 'We would like to meet {targetWho}.', 'say.askOne': '{to} has a tie with {target}. Would you introduce us?', 'say.askOn': '{to} has a tie with {next}, and from there a path leads to {target}. Would you introduce us to {next}?', 'say.why': 'What it is about: [write here what you want to reach together].', 'say.thanks': 'A short message to connect us is enough; we will do the rest. Thank you very much.',
};
