import { useState } from 'preact/hooks';
import type { Path } from '../../api/answers';
import { taxonomy } from '../../network/state';
import { copyText } from '../../taking/send';
import { Fold } from '../../ui/Fold';
import { Icon } from '../../ui/Icon';
import { type Language, language, languageName, t } from '../../words';
import { draft, firstOf } from './message';

const languages: Language[] = ['id', 'en'];

/** What to say first: a message to whoever is next on the path, to be mended and copied. What is typed into it stays on this page. */
export function FirstWords({ path, name }: { path: Path; name: string }) {
  const [speaks, speak] = useState<Language>(language.value);
  const [mended, mend] = useState<Partial<Record<Language, string>>>({});
  const [said, tell] = useState('');
  const first = firstOf(path);
  const text = mended[speaks] ?? draft(path, taxonomy('actor_kind'), speaks);
  if (!first) return null;
  const copy = async () => tell(t(await copyText(text) ? 'say.copied' : 'say.notCopied'));
  const share = () => { navigator.share({ text }).catch(() => undefined); };
  return (
    <Fold name={name} class="first-words" summary={t('say.title', { name: first.name })}>
      <div class="stack">
        <fieldset class="switch">
          <legend>{t('say.language')}</legend>
          {languages.map((one) => <label key={one}><input type="radio" name={`say-${name}`} checked={speaks === one} onChange={() => speak(one)} />{languageName(one)}</label>)}
        </fieldset>
        <label class="small" for={`say-${name}-text`}>{t('say.label')}</label>
        <textarea id={`say-${name}-text`} class="input" rows={12} lang={speaks} value={text} onInput={(event) => mend({ ...mended, [speaks]: event.currentTarget.value })} />
        <div class="tools">
          <button type="button" class="button" onClick={() => void copy()}><Icon name="copy" size={16} />{t('say.copy')}</button>
          {'share' in navigator && <button type="button" class="button" onClick={share}><Icon name="share" size={16} />{t('say.send')}</button>}
          <span class="small quiet" role="status">{said}</span>
        </div>
      </div>
    </Fold>
  );
}
