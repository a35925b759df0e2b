import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mention } from '../../api/answers';
import { type Writable, history, segments } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { Byline } from '../../ui/Byline';
import { t } from '../../words';
import { type Difference, type Draft, type Keep, differences, text } from './draft';
import { Told } from './Told';
import { fieldName, narrowed } from './value';

interface Props { kind: Writable; base: Draft; mine: Draft; theirs: Draft; mentions?: Mention[] | undefined; onKeep: (choices: Difference[]) => void; onTake: () => void }

/** The names that came with the versions themselves. */
const mentionsOf = (draft: Draft): Mention[] => [['region', 'region', 'regionName'], ['organization', 'from', 'fromName'], ['organization', 'to', 'toName']]
  .map(([kind = '', field = '', name = '']) => ({ kind, id: text(draft[field]), name: text(draft[name]) })).filter((m) => m.id && m.name);

const isEmpty = (value: unknown) => value === undefined || value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Who changed it last, and when: whom to ask. */
function LastChange({ kind, id }: { kind: Writable; id: string }) {
  const [last] = useAnswer(`last-change/${kind}/${id}`, (stop) => history(segments[kind], id, { limit: 1 }, stop)).data?.items ?? [];
  return last ? <Byline change={last} /> : null;
}

/** Both versions, field by field, with a choice for each; of a field with parts only the parts that differ are told, of two lists both can be kept. */
export function Conflict({ kind, base, mine, theirs, mentions = [], onKeep, onTake }: Props) {
  const [choices, setChoices] = useState(() => differences(base, mine, theirs));
  const section = useRef<HTMLElement>(null);
  // It may be longer than the sheet is high: who has the focus on it begins at its heading.
  useEffect(() => section.current?.scrollIntoView({ block: 'start' }), []);
  const choose = (field: string, keep: Keep) => setChoices(choices.map((c) => (c.field === field ? { ...c, keep } : c)));
  const known = [...mentions, ...mentionsOf(theirs), ...mentionsOf(mine)];
  const shown = (field: string, keep: Keep) => {
    const [one, other] = narrowed(mine[field], theirs[field]);
    const value = keep === 'mine' ? one : other;
    if (keep === 'both') return <span class="small">{t('conflict.bothHelp')}</span>;
    return isEmpty(value) ? <span class="quiet">{t('activity.empty')}</span> : <Told field={field} value={value} kind={kind} mentions={known} plain />;
  };
  return (
    <section class="stack note conflict" ref={section} id="form-summary" tabIndex={-1}>
      <h2>{t('conflict.title')}</h2>
      {theirs['id'] !== undefined && <LastChange kind={kind} id={text(theirs['id'])} />}
      <p>{t('conflict.text')}</p>
      {choices.map(({ field, keep, lists }) => (
        <fieldset key={field} class="stack tight">
          <legend>{fieldName(field)}</legend>
          {(lists ? (['mine', 'theirs', 'both'] as const) : (['mine', 'theirs'] as const)).map((one) => (
            <label key={one} class="check"><input type="radio" name={`keep-${field}`} checked={keep === one} onChange={() => choose(field, one)} /><span><b>{t(`conflict.${one}`)}</b><span class="block">{shown(field, one)}</span></span></label>
          ))}
        </fieldset>
      ))}
      <p class="row">
        <button type="button" class="button first" onClick={() => onKeep(choices)}>{t('conflict.keepMine')}</button>
        <button type="button" class="button" onClick={onTake}>{t('conflict.takeTheirs')}</button>
      </p>
    </section>
  );
}
