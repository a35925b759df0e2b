import type { ChangedElement, Changeset } from '../../api/answers';
import { Fault } from '../../api/http';
import { changeset } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { to } from '../../network/route';
import { isSteward } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Answered, NotAllowed } from '../../ui/States';
import { named, t } from '../../words';
import { Blocked } from '../editing/Blocked';
import { NameOf } from '../editing/Told';
import { Byline } from './Byline';
import { Differences } from './Differences';
import { RevertForm } from './RevertForm';

const most = 50;

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

function Elements({ change }: { change: Changeset }) {
  const rest = (change.count ?? change.elements.length) - Math.min(most, change.elements.length);
  return (
    <>
      {change.elements.slice(0, most).map((element) => <Element key={element.kind + element.id} element={element} />)}
      {rest > 0 && <p class="quiet">{t('activity.more', { count: rest })}</p>}
    </>
  );
}

/** The way back, or what stands in it. */
function WayBack({ change }: { change: Changeset }) {
  if (!isSteward.value) return <NotAllowed />;
  return change.obstacles ? <Blocked fault={new Fault(change.obstacles)} /> : <RevertForm id={change.id} />;
}

/** One change with its differences, and the way back from it. */
export function ChangesetView({ id }: { id: string }) {
  const answer = useAnswer(`changeset/${id}`, (stop) => changeset(id, stop));
  return (
    <div class="stack loose">
      <p><Link class="row" to={to('activity')}><Icon name="back" size={16} />{t('activity.title')}</Link></p>
      <Answered answer={answer} lines={8}>
        {(change) => (
          <>
            <header class="stack tight"><h1>{change.summary}</h1><Byline change={change} />{change.reason && <p>{t('activity.reason', { reason: change.reason })}</p>}</header>
            <Elements change={change} />
            <WayBack change={change} />
          </>
        )}
      </Answered>
    </div>
  );
}
