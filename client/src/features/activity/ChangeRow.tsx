import type { ComponentChildren } from 'preact';
import type { Changeset } from '../../api/answers';
import { to } from '../../network/route';
import { Byline } from '../../ui/Byline';
import { Link } from '../../ui/Link';
import { t } from '../../words';
import { whatOf } from './what';

/** A change in a list: what happened, by whom, when and why. */
export function ChangeRow({ change, children }: { change: Changeset; children?: ComponentChildren }) {
  const what = whatOf(change);
  return (
    <li class="item">
      <Link class="change" to={to('changeset', change.id)}>{change.summary}</Link>
      {what && <p class="small">{what}</p>}
      <Byline change={change} />
      {change.reason && <p class="small quiet">{t('activity.reason', { reason: change.reason })}</p>}
      {children}
    </li>
  );
}
