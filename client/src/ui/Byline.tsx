import type { Changeset } from '../api/answers';
import { authorOf } from '../network/author';
import { ago, moment, t } from '../words';

/** When a change was made, by whom, and whether it takes another one back. */
export function Byline({ change }: { change: Changeset }) {
  return (
    <p class="small quiet">
      <time dateTime={change.at} title={moment(change.at)}>{ago(change.at, Date.now())}</time>
      {change.by && <> · {t('activity.by', { who: authorOf(change.by, change.right) })}</>}
      {change.reverts && <span class="tag">{t('activity.reverts')}</span>}
    </p>
  );
}
