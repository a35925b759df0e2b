import type { Path } from '../../api/answers';
import type { Summary, Term } from '../../api/shapes';
import { type Key, type Language, locales, tIn as say } from '../../words';
import '../../words/say';

/** A label in the middle of a sentence: small letters, unless it is an acronym. */
const inside = (label: string, locale: string) => (/^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase(locale) + label.slice(1) : label);

function aboutOf({ name, actorKind, regionName }: Summary, kinds: Term[], language: Language): string {
  const term = kinds.find((t) => t.code === actorKind);
  const kind = inside((language === 'id' ? term?.labelId : term?.labelEn) ?? actorKind, locales[language]);
  return regionName ? say(language, 'say.who', { name, kind, region: regionName }) : say(language, 'say.whoOnly', { name, kind });
}

/** To whom the first message goes: who is next on the path, who may be the one to be met. */
export const firstOf = (path: Path): Summary | undefined => path.steps[0]?.to;

/** A first message made of the facts of a path alone, to be mended by hand: who asks, whom to, through whom, and a place for why. */
export function draft(path: Path, kinds: Term[], language: Language): string {
  const [first, second] = path.steps;
  const target = path.steps.at(-1)?.to;
  if (!first || !target) return '';
  const values = { to: first.to.name, from: first.from.name, fromWho: aboutOf(first.from, kinds, language), target: target.name, targetWho: aboutOf(target, kinds, language), next: second?.to.name ?? '' };
  const body: Key[] = !second ? ['say.direct'] : path.steps.length === 2 ? ['say.meet', 'say.askOne'] : ['say.meet', 'say.askOn'];
  return ([['say.hello', 'say.us'], body, ['say.why'], ['say.thanks']] as Key[][]).map((sentences) => sentences.map((key) => say(language, key, values)).join(' ')).join('\n\n');
}
