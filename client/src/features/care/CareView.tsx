import { useState } from 'preact/hooks';
import { useAnswer } from '../../network/asking';
import { go, route, to } from '../../network/route';
import { rights } from '../../network/state';
import { Select, Text } from '../../ui/Fields';
import { Link } from '../../ui/Link';
import { Answered, Empty } from '../../ui/States';
import { momentThere, named, t } from '../../words';
import '../../words/care';
import './care.css';
import { Blocked } from '../editing/Blocked';
import { Denied } from '../editing/Denied';
import { BreachView } from './BreachView';
import { useDoing } from './doing';
import { EraseForm } from './EraseForm';
import { type PersonRequest, type RequestKind, addRequest, listRequests } from './questions';
import { RequestView } from './RequestView';

const kinds: RequestKind[] = ['access', 'correction', 'erasure', 'withdrawal'];

/** By when it has to be answered, and whether that is over. */
export function Due({ request }: { request: PersonRequest }) {
  if (request.closed) return <span class="tag">{t('care.closed', { when: momentThere(request.closed) })}</span>;
  const late = new Date(request.due).getTime() < Date.now();
  return <span class={late ? 'tag bad' : 'tag'}>{t(late ? 'care.overdue' : 'care.due', { when: momentThere(request.due) })}</span>;
}

/** What a person asked, taken down by a steward. */
function Taking() {
  const [what, setWhat] = useState<RequestKind>('access');
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const [reach, setReach] = useState('');
  const [asks, setAsks] = useState('');
  const { busy, fault, run } = useDoing();
  const submit = () => run(async () => {
    const made = await addRequest({ what, name, ...(reach ? { reach } : {}), ...(asks ? { asks } : {}), ...(day ? { received: `${day}T00:00:00+07:00` } : {}) });
    go(to('care', made.id));
  });
  return (
    <details class="panels panel">
      <summary>{t('care.new')}</summary>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        {fault && <Blocked fault={fault} />}
        <Select id="care-what" label={t('care.what')} value={what} options={kinds.map((value) => ({ value, label: named('requestKind', value) }))} onChange={(value) => setWhat(value as RequestKind)} />
        <Text id="care-name" label={t('care.name')} required value={name} error={fault?.on('name')?.message} onInput={setName} />
        <Text id="care-reach" label={t('care.reach')} value={reach} error={fault?.on('reach')?.message} onInput={setReach} />
        <Text id="care-day" type="date" label={t('care.received')} value={day} error={fault?.on('received')?.message} onInput={setDay} />
        <Text id="care-asks" long label={t('care.asks')} value={asks} error={fault?.on('asks')?.message} onInput={setAsks} />
        <p><button type="submit" class="button first" disabled={busy}>{t('care.save')}</button></p>
      </form>
    </details>
  );
}

function List() {
  const answer = useAnswer('person-requests', listRequests);
  return (
    <div class="stack">
      <header class="stack tight"><h1>{t('care.title')}</h1><p class="quiet">{t('care.intro')}</p></header>
      <p class="actions"><Link class="button" to={to('care', undefined, { kebocoran: '1' })}>{t('care.breach')}</Link></p>
      <Taking />
      <h2>{t('care.requests')}</h2>
      <Answered answer={answer}>
        {({ items, hours, source }) => (
          <>
            <p class="small quiet">{t('care.law', { hours, source })}</p>
            {items.length === 0 ? <Empty>{t('care.none')}</Empty> : (
              <ul class="list">{items.map((request) => (
                <li key={request.id} class="item stack tight">
                  <p class="name"><Link to={to('care', request.id)}>{request.name}</Link> <span class="tag">{named('requestKind', request.what)}</span></p>
                  <p><Due request={request} /></p>
                </li>
              ))}</ul>
            )}
          </>
        )}
      </Answered>
    </div>
  );
}

/** What stewards do for the persons whose data is kept: requests, erasing, a breach. */
export function CareView({ id }: { id?: string }) {
  const { hapus, kontak, kebocoran } = route.value.query;
  if (!rights.value.mayGive('coordinator') && !rights.value.byRegion) return <div class="stack"><h1>{t('care.title')}</h1><Denied back owner={undefined} /></div>;
  if (hapus !== undefined) return <EraseForm key={`${hapus} ${kontak ?? ''}`} element={hapus} />;
  if (kebocoran !== undefined) return <BreachView />;
  return id === undefined ? <List /> : <RequestView id={id} />;
}
