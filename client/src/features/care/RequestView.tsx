import { useState } from 'preact/hooks';
import { useAnswer } from '../../network/asking';
import { authorOf } from '../../network/author';
import { go, to } from '../../network/route';
import { revision } from '../../network/state';
import { Check, Text } from '../../ui/Fields';
import { Link } from '../../ui/Link';
import { Answered } from '../../ui/States';
import { momentThere, named, t } from '../../words';
import { Blocked } from '../editing/Blocked';
import { AnswerPaper } from './AnswerPaper';
import { Due } from './CareView';
import { useDoing } from './doing';
import { type Found, type PersonRequest, changeRequest, findPerson, readRequest, removeRequest, withdraw } from './questions';

/** Looks for her, and notes which of what was found tells of her. */
function Finding({ request }: { request: PersonRequest }) {
  const [q, setQ] = useState(request.reach ?? request.name);
  const [past, setPast] = useState(true);
  const [found, setFound] = useState<Found[]>();
  const [hers, setHers] = useState(request.found);
  const { busy, fault, run } = useDoing();
  const look = () => run(async () => setFound((await findPerson(q, past)).items));
  const turn = (element: string, on: boolean) => run(async () => {
    const next = on ? [...hers, element] : hers.filter((f) => f !== element);
    setHers(next);
    await changeRequest(request.id, { found: next });
    revision.value += 1;
  });
  const end = (contact: Found) => run(async () => {
    await withdraw({ element: contact.element, contact: contact.contact, request: request.id });
    revision.value += 1;
  });
  return (
    <section class="stack" aria-label={t('care.find')}>
      <h2>{t('care.find')}</h2>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void look(); }}>
        {fault && <Blocked fault={fault} />}
        <Text id="care-q" label={t('care.findBy')} help={t('care.findHelp')} value={q} onInput={setQ} />
        <Check label={t('care.past')} checked={past} onChange={setPast} />
        <p><button type="submit" class="button" disabled={busy}>{t('care.search')}</button></p>
      </form>
      {found && <p role="status">{t('care.found', { count: found.length })}</p>}
      <ul class="list">
        {(found ?? []).map((f) => (
          <li key={`${f.element}${f.field}${f.contact ?? ''}`} class="item stack tight">
            <p class="name">{f.title} <span class="tag">{named('answer.field', f.field)}</span>{f.past && <span class="tag">{t('care.inPast')}</span>}</p>
            <Check label={t('care.hers')} checked={hers.includes(f.element)} onChange={(on) => void turn(f.element, on)} />
            <p class="row">
              {f.contact !== undefined && <button type="button" class="button" disabled={busy} onClick={() => void end(f)}>{t('care.withdraw')}</button>}
              {!f.element.startsWith('account/') && <Link class="button" to={to('care', undefined, { hapus: f.element, kasus: request.id, ...(f.contact === undefined || f.past ? {} : { kontak: String(f.contact) }) })}>{t('care.erase')}</Link>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ request }: { request: PersonRequest }) {
  return (
    <section class="stack tight" aria-label={t('care.steps')}>
      <h2>{t('care.steps')}</h2>
      <ol class="list">{request.steps.map((step) => <li key={step.at + step.what} class="item"><p>{named('step', step.what)}{step.note && <>: {step.note}</>}</p><p class="small quiet">{momentThere(step.at)} · {authorOf(step.by)}</p></li>)}</ol>
    </section>
  );
}

function Case({ request }: { request: PersonRequest }) {
  const [identity, setIdentity] = useState(request.identity ?? '');
  const [note, setNote] = useState('');
  const { busy, fault, run } = useDoing();
  const change = (body: object) => run(async () => { await changeRequest(request.id, body); setNote(''); revision.value += 1; });
  const remove = () => run(async () => { await removeRequest(request.id); revision.value += 1; go(to('care'), 'replace'); });
  return (
    <div class="stack loose">
      <header class="stack tight no-print"><h1>{request.name}</h1><p><span class="tag">{named('requestKind', request.what)}</span> <Due request={request} /></p>{request.reach && <p>{request.reach}</p>}{request.asks && <blockquote>{request.asks}</blockquote>}</header>
      <div class="stack no-print">
        {fault && <Blocked fault={fault} />}
        <Text id="care-identity" label={t('care.identity')} value={identity} error={fault?.on('identity')?.message} onInput={setIdentity} />
        <p><button type="button" class="button" disabled={busy} onClick={() => void change({ identity })}>{t('care.save')}</button></p>
      </div>
      <div class="no-print"><Finding request={request} /></div>
      <div class="stack no-print">
        <Text id="care-note" long label={t('care.note')} value={note} error={fault?.on('note')?.message} onInput={setNote} />
        <p class="row"><button type="button" class="button" disabled={busy || note.trim() === ''} onClick={() => void change({ note })}>{t('care.save')}</button>
          <button type="button" class="button first" disabled={busy} onClick={() => void change({ close: !request.closed })}>{t(request.closed ? 'care.reopen' : 'care.close')}</button></p>
        <Steps request={request} />
      </div>
      <AnswerPaper id={request.id} />
      <p class="row no-print"><Link to={to('care')}>{t('care.back')}</Link> <button type="button" class="button danger" disabled={busy} onClick={() => void remove()}>{t('care.remove')}</button></p>
    </div>
  );
}

/** One request of a person, from who she is to the answer. */
export function RequestView({ id }: { id: string }) {
  const answer = useAnswer(`person-request/${id}`, (stop) => readRequest(id, stop));
  return <Answered answer={answer} heading={t('care.requests')}>{(request) => <Case key={request.id} request={request} />}</Answered>;
}
