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
import '../../words/activity';
import { lazy } from '../../ui/lazy';
import { ChangeRow } from './ChangeRow';
import { ClearFilters, Filters, asked, isNarrowed } from './Filters';
import { RemoveExamples } from './RemoveExamples';
import { ChangesTable } from './table';

/** What is new around one organization comes for who asks for it. */
const NearHead = lazy(() => import('./Near').then((m) => m.NearHead));
const NearList = lazy(() => import('./Near').then((m) => m.NearList));

function useTitle(id: string | undefined) {
  const answer = useAnswer(id ? `organization-name/${id}` : undefined, (stop) => organization(id ?? '', stop));
  return answer.data?.name;
}

/** What is there so far. That nothing happened is said only when there is nothing further back. */
function Changes({ items, next, incomplete, narrowed, near, more }: Page<Changeset> & { narrowed: boolean; near: string | undefined; more: () => void }) {
  const rows = near === undefined ? <ol class="list">{items.map((change) => <ChangeRow key={change.id} change={change} />)}</ol> : <NearList id={near} changes={items} narrowed={narrowed} />;
  return (
    <>
      <div role="status" id="found" tabIndex={-1}>{items.length > 0
        ? <h2>{t(next ? 'activity.latest' : 'live.changes', { count: items.length })}</h2>
        : <Empty>{t(narrowed ? (next ? 'activity.noneLikeYet' : 'activity.noneLike') : next ? 'activity.noneYet' : 'activity.none')}</Empty>}</div>
      <Incomplete>{incomplete}</Incomplete>
      {items.length === 0 && narrowed && <ClearFilters />}
      {items.length > 0 && <ShapeSwitch />}
      {items.length > 0 && (asTable() ? <ChangesTable changes={items} /> : rows)}
      {next && <button type="button" class="button" onClick={more}>{t('state.more')}</button>}
    </>
  );
}

/** What the list is of: everything, one organization, or what is near it. */
function Head({ organization: id, near, name }: { organization: string | undefined; near: string | undefined; name: string | undefined }) {
  if (near) return <NearHead id={near} name={name} />;
  return (
    <>
      <h1>{id ? t('organization.history') : t('activity.title')}</h1>
      {id ? <p><Link to={to('organization', id)}>{name ?? t('state.back')}</Link></p> : <p class="quiet">{t('activity.intro')}</p>}
    </>
  );
}

/** The log: who changed what, when and why; of everything, or of one organization. */
export function ActivityView() {
  const { query } = route.value;
  const { organisasi, sekitar } = query;
  const values = asked(query);
  const whole = !organisasi && !sekitar;
  const [steps, setSteps] = useKept('steps', 1);
  const answer = useAnswer(`activity/${organisasi ?? ''}?${JSON.stringify(values)}${steps}`, (stop) => gather(
    (cursor, limit) => (organisasi ? history('organizations', organisasi, { limit, cursor }, stop) : changesets({ ...values, limit, cursor }, stop)), steps * 25, steps * mostPages));
  const name = useTitle(organisasi ?? sekitar);
  return (
    <div class="stack">
      <Head organization={organisasi} near={sekitar} name={name} />
      {!organisasi && <Filters />}
      {!organisasi && answer.data && <Outcome of="found" slow={answer.slow}>{t(answer.data.items.length > 0 ? 'activity.see' : 'choose.seeNone', { count: answer.data.items.length })}</Outcome>}
      <Answered answer={answer} lines={10}>
        {(page) => <Changes {...page} narrowed={isNarrowed(query)} near={sekitar} more={() => setSteps(steps + 1)} />}
      </Answered>
      {whole && <p class="small"><Link to={to('waiting')}>{t('waiting.title')}</Link></p>}
      {whole && <p class="small"><Link to={to('terms')}>{t('terms.title')}</Link></p>}
      {whole && isSteward.value && <RemoveExamples />}
    </div>
  );
}
