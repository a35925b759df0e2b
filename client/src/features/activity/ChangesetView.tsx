import { useState } from 'preact/hooks';
import type { ChangedElement, Changeset } from '../../api/answers';
import { Fault } from '../../api/http';
import { changeset } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { to } from '../../network/route';
import { rights } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Answered } from '../../ui/States';
import { named, t } from '../../words';
import '../../words/activity';
import { Blocked } from '../editing/Blocked';
import { Denied } from '../editing/Denied';
import { NameOf } from '../editing/Told';
import { Byline } from '../../ui/Byline';
import { Differences } from './Differences';
import { RevertForm } from './RevertForm';
import { wholeChange } from './wholeChange';

/** So many elements are shown at first, and with every step more. */
const step = 50;

/** What is there now is named and linked; what is gone only named. */
const self = ({ kind, id, name, action }: ChangedElement) => ({ kind, id, name: name ?? '', ...(action === 'removed' ? { gone: true } : {}) });

function Element({ element }: { element: ChangedElement }) {
  return (
    <section class="stack tight">
      <h2><NameOf mention={self(element)} /></h2>
      <p class="small quiet">{named('kind', element.kind)} {t(`action.${element.action}`)}</p>
      <Differences element={element} />
    </section>
  );
}

function Elements({ change, onMore }: { change: Changeset; onMore: () => void }) {
  const rest = (change.count ?? change.elements.length) - change.elements.length;
  return (
    <>
      {change.elements.map((element) => <Element key={element.kind + element.id} element={element} />)}
      {rest > 0 && <p class="quiet">{t('activity.more', { count: rest })}</p>}
      {change.next !== undefined && <p><button type="button" class="button" onClick={onMore}>{t('state.more')}</button></p>}
    </>
  );
}

/** Of a merge: the way to take it apart also after much has happened since. */
function Apart({ change }: { change: Changeset }) {
  const gone = change.elements.find((e) => e.kind === 'organization' && e.changes?.some((c) => c.field === 'mergedInto' && c.after !== undefined && c.after !== null));
  return gone && rights.value.merges ? <p><Link to={to('duplicates', gone.id)}>{t('duplicates.merged', { name: gone.name ?? '' })}</Link></p> : null;
}

/** The way back, or what stands in it. */
function WayBack({ change }: { change: Changeset }) {
  if (!change.mayRevert) return <Denied />;
  return change.obstacles ? <Blocked fault={new Fault(change.obstacles)} /> : <RevertForm id={change.id} />;
}

/** One change with its differences, and the way back from it. */
export function ChangesetView({ id }: { id: string }) {
  const [steps, setSteps] = useState(1);
  const answer = useAnswer(`changeset/${id}?${steps}`, (stop) => wholeChange((cursor, limit) => changeset(id, { cursor, limit }, stop), steps * step));
  return (
    <div class="stack loose">
      <p><Link class="row" to={to('activity')}><Icon name="back" size={16} />{t('activity.title')}</Link></p>
      <Answered answer={answer} lines={8} heading={t('activity.title')}>
        {(change) => (
          <>
            <header class="stack tight"><h1>{change.summary}</h1><Byline change={change} />{change.reason && <p>{t('activity.reason', { reason: change.reason })}</p>}</header>
            <Elements change={change} onMore={() => setSteps(steps + 1)} />
            <Apart change={change} />
            <WayBack change={change} />
          </>
        )}
      </Answered>
    </div>
  );
}
