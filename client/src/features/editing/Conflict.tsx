import { useState } from 'preact/hooks';
import type { Mention } from '../../api/answers';
import { t } from '../../words';
import { type Draft, differences, merged, text } from './draft';
import { Told } from './Told';
import { fieldName } from './value';

interface Props { kind: string; base: Draft; mine: Draft; theirs: Draft; onKeep: (draft: Draft) => void; onTake: () => void }

/** The names that came with the versions themselves. */
const mentionsOf = (draft: Draft): Mention[] => [['region', 'region', 'regionName'], ['organization', 'from', 'fromName'], ['organization', 'to', 'toName']]
  .map(([kind = '', field = '', name = '']) => ({ kind, id: text(draft[field]), name: text(draft[name]) })).filter((m) => m.id && m.name);

/** Both versions, field by field, with a choice for each. */
export function Conflict({ kind, base, mine, theirs, onKeep, onTake }: Props) {
  const [choices, setChoices] = useState(() => differences(base, mine, theirs));
  const choose = (field: string, keep: 'mine' | 'theirs') => setChoices(choices.map((c) => (c.field === field ? { field, keep } : c)));
  const shown = (field: string, draft: Draft) => <Told field={field} value={draft[field]} kind={kind} mentions={mentionsOf(draft)} plain />;
  return (
    <section class="stack note conflict" id="form-summary" tabIndex={-1}>
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.text')}</p>
      {choices.map(({ field, keep }) => (
        <fieldset key={field} class="stack tight">
          <legend>{fieldName(field)}</legend>
          <label class="check"><input type="radio" name={`keep-${field}`} checked={keep === 'mine'} onChange={() => choose(field, 'mine')} /><span><b>{t('conflict.mine')}</b><span class="block">{shown(field, mine)}</span></span></label>
          <label class="check"><input type="radio" name={`keep-${field}`} checked={keep === 'theirs'} onChange={() => choose(field, 'theirs')} /><span><b>{t('conflict.theirs')}</b><span class="block">{shown(field, theirs)}</span></span></label>
        </fieldset>
      ))}
      <p class="row">
        <button type="button" class="button first" onClick={() => onKeep(merged(mine, theirs, choices.filter((c) => c.keep === 'mine').map((c) => c.field)))}>{t('conflict.keepMine')}</button>
        <button type="button" class="button" onClick={onTake}>{t('conflict.takeTheirs')}</button>
      </p>
    </section>
  );
}
