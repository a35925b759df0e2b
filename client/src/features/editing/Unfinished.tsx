import { go } from '../../network/route';
import { me, spoken } from '../../network/state';
import { type Key, ago, isKey, t } from '../../words';
import { text } from './draft';
import { type Left, draftsOf, forget, goOnWith } from './kept';

const titleOf = ({ kind, changes }: Left): string => {
  const key = `${kind}Form.${changes ? 'change' : 'new'}`;
  return isKey(key) ? t(key as Key) : kind;
};

/** How many forms somebody has begun and not saved. */
export const unfinished = () => (me.value.account === undefined ? [] : draftsOf(me.value.account));

function Draft({ left }: { left: Left }) {
  const name = text(left.kept.draft['name']);
  const words = [titleOf(left), name].filter(Boolean).join(': ');
  const resume = () => { goOnWith(left.name); go(left.place); };
  const discard = () => { forget(left.name); spoken.value = t('drafts.gone'); document.getElementById('content')?.focus({ preventScroll: true }); };
  return (
    <li class="item unsaved">
      <p class="name">{words}</p>
      <p class="small quiet">{t('drafts.left', { when: ago(left.kept.at, Date.now()) })}</p>
      <p class="actions">
        <button type="button" class="button" onClick={resume}>{t('form.resume')}<span class="hidden"> {words}</span></button>
        <button type="button" class="plain" onClick={discard}>{t('form.discard')}<span class="hidden"> {words}</span></button>
      </p>
    </li>
  );
}

/** Forms that were begun on this device and not saved, each with the way on and the way to be rid of it. */
export function Unfinished() {
  const all = unfinished();
  if (all.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="unfinished">
      <h2 id="unfinished">{t('drafts.title')}</h2>
      <p class="small quiet">{t('drafts.where')}</p>
      <ul class="list">{all.map((left) => <Draft key={left.name} left={left} />)}</ul>
    </section>
  );
}
