import { useState } from 'preact/hooks';
import { labelOf } from '../../network/state';
import { named, t } from '../../words';
import { type Draft, differences, merged } from './draft';

const taxonomies: Record<string, string> = { actorKind: 'actor_kind', legalForm: 'legal_form', issues: 'issue', sectors: 'sector', offers: 'skill', needs: 'skill', type: 'tie_type' };

/** A value of a field as words; what is absent is said to be unknown. */
export function shownValue(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return t('state.unknown');
  const taxonomy = taxonomies[field];
  if (Array.isArray(value)) return value.map((v) => shownValue(field, v)).join(', ');
  if (typeof value === 'object') return Object.entries(value).map(([key, v]) => `${named('field', key)}: ${shownValue(key, v)}`).join('; ');
  return taxonomy ? labelOf(taxonomy, String(value)) : String(value);
}

interface Props { base: Draft; mine: Draft; theirs: Draft; onKeep: (draft: Draft) => void; onTake: () => void }

/** Both versions, field by field, with a choice for each. */
export function Conflict({ base, mine, theirs, onKeep, onTake }: Props) {
  const [choices, setChoices] = useState(() => differences(base, mine, theirs));
  const choose = (field: string, keep: 'mine' | 'theirs') => setChoices(choices.map((c) => (c.field === field ? { field, keep } : c)));
  return (
    <section class="stack note conflict" id="form-summary" tabIndex={-1}>
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.text')}</p>
      {choices.map(({ field, keep }) => (
        <fieldset key={field} class="stack tight">
          <legend>{named('field', field)}</legend>
          <label class="check"><input type="radio" name={`keep-${field}`} checked={keep === 'mine'} onChange={() => choose(field, 'mine')} /><span><b>{t('conflict.mine')}</b><span class="block">{shownValue(field, mine[field])}</span></span></label>
          <label class="check"><input type="radio" name={`keep-${field}`} checked={keep === 'theirs'} onChange={() => choose(field, 'theirs')} /><span><b>{t('conflict.theirs')}</b><span class="block">{shownValue(field, theirs[field])}</span></span></label>
        </fieldset>
      ))}
      <p class="row">
        <button type="button" class="button first" onClick={() => onKeep(merged(mine, theirs, choices.filter((c) => c.keep === 'mine').map((c) => c.field)))}>{t('conflict.keepMine')}</button>
        <button type="button" class="button" onClick={onTake}>{t('conflict.takeTheirs')}</button>
      </p>
    </section>
  );
}
