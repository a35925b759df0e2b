import type { Changeset } from '../../api/answers';
import { changesets, history, organization } from '../../api/questions';
import type { Page } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { gather, mostPages } from '../../network/paging';
import { route, to } from '../../network/route';
import { isSteward } from '../../network/state';
import { useKept } from '../../network/visits';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { Link } from '../../ui/Link';
import { Outcome } from '../../ui/Outcome';
import { Answered, Empty, Incomplete } from '../../ui/States';
import { t } from '../../words';
import { Byline } from '../../ui/Byline';
import { ClearFilters, Filters, asked } from './Filters';
import { RemoveExamples } from './RemoveExamples';
import { ChangesTable } from './table';
import { whatOf } from './what';

function Row({ change }: { change: Changeset }) {
  const what = whatOf(change);
  return (
    <li class="item">
      <Link class="change" to={to('changeset', change.id)}>{change.summary}</Link>
      {what && <p class="small">{what}</p>}
      <Byline change={change} />
      {change.reason && <p class="small quiet">{t('activity.reason', { reason: change.reason })}</p>}
    </li>
  );
}

function useTitle(id: string | undefined) {
  const answer = useAnswer(id ? `organization-name/${id}` : undefined, (stop) => organization(id ?? '', stop));
  return answer.data?.name;
}

/** What is there so far. That nothing happened is said only when there is nothing further back. */
function Changes({ items, next, incomplete, narrowed, more }: Page<Changeset> & { narrowed: boolean; more: () => void }) {
  return (
    <>
      <div role="status" id="found" tabIndex={-1}>{items.length > 0
        ? <h2>{t(next ? 'activity.latest' : 'live.changes', { count: items.length })}</h2>
        : <Empty>{t(narrowed ? (next ? 'activity.noneLikeYet' : 'activity.noneLike') : next ? 'activity.noneYet' : 'activity.none')}</Empty>}</div>
      <Incomplete>{incomplete}</Incomplete>
      {items.length === 0 && narrowed && <ClearFilters />}
      {items.length > 0 && <ShapeSwitch />}
      {items.length > 0 && (asTable() ? <ChangesTable changes={items} /> : <ol class="list">{items.map((change) => <Row key={change.id} change={change} />)}</ol>)}
      {next && <button type="button" class="button" onClick={more}>{t('state.more')}</button>}
    </>
  );
}

/** The log: who changed what, when and why; of everything, or of one organization. */
export function ActivityView() {
  const { query } = route.value;
  const { organisasi } = query;
  const values = asked(query);
  const [steps, setSteps] = useKept('steps', 1);
  const answer = useAnswer(`activity/${organisasi ?? ''}?${JSON.stringify(values)}${steps}`, (stop) => gather(
    (cursor, limit) => (organisasi ? history('organizations', organisasi, { limit, cursor }, stop) : changesets({ ...values, limit, cursor }, stop)), steps * 25, steps * mostPages));
  const name = useTitle(organisasi);
  return (
    <div class="stack">
      <h1>{organisasi ? t('organization.history') : t('activity.title')}</h1>
      {organisasi ? <p><Link to={to('organization', organisasi)}>{name ?? t('state.back')}</Link></p> : <p class="quiet">{t('activity.intro')}</p>}
      {!organisasi && <Filters />}
      {!organisasi && answer.data && <Outcome of="found" slow={answer.slow}>{t(answer.data.items.length > 0 ? 'activity.see' : 'choose.seeNone', { count: answer.data.items.length })}</Outcome>}
      <Answered answer={answer} lines={10}>
        {(page) => <Changes {...page} narrowed={Object.keys(values).length > 0} more={() => setSteps(steps + 1)} />}
      </Answered>
      {!organisasi && <p class="small"><Link to={to('waiting')}>{t('waiting.title')}</Link></p>}
      {!organisasi && <p class="small"><Link to={to('terms')}>{t('terms.title')}</Link></p>}
      {!organisasi && isSteward.value && <RemoveExamples />}
    </div>
  );
}
