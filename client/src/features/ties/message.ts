import type { SideOfTie, Term, Tie } from '../../api/shapes';
import { type Language, locales, tIn as say } from '../../words';
import '../../words/tie';

const dayIn = (language: Language, day: string) => new Intl.DateTimeFormat(locales[language], { dateStyle: 'long' }).format(new Date(`${day}T12:00:00`));

/** What the tie says in a language, whatever that of the page is. */
export function sentenceIn(language: Language, tie: Tie, types: Term[]): string {
  const type = types.find((term) => term.code === tie.type);
  return `${tie.fromName ?? ''} ${(language === 'id' ? type?.labelId : type?.labelEn) ?? tie.label} ${tie.toName ?? ''}.`;
}

/** The message that the link goes along with: what is asked, how to answer, until when. Without a link it says that somebody else sends one. */
export function request(language: Language, tie: Tie, side: SideOfTie, types: Term[], link: string | undefined, until: string): string {
  const [hello, recorded] = [say(language, 'ask.hello', { name: side.organization.name }), say(language, 'ask.recorded', { sentence: sentenceIn(language, tie, types) })];
  const rest = link === undefined ? [`${recorded}\n${say(language, 'ask.later')}`] : [`${recorded}\n${say(language, 'ask.please')}`, link, say(language, 'ask.how', { date: dayIn(language, until) })];
  return [hello, ...rest].join('\n\n');
}

/** Where pressing a contact leads: the message in a messenger or a letter, or a call. Nothing is fetched until then. */
export function addressOf({ channel, value }: { channel: string; value: string }, message: string): string | undefined {
  const digits = value.replaceAll(/[^\d]/g, '');
  if (channel === 'whatsapp') return `https://wa.me/${digits}?text=${encodeURIComponent(message)}`;
  if (channel === 'email') return `mailto:${encodeURIComponent(value).replaceAll('%40', '@')}?body=${encodeURIComponent(message)}`;
  return channel === 'phone' ? `tel:+${digits}` : undefined;
}
