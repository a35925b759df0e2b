import { useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { useAnswer } from '../../network/asking';
import { go, to } from '../../network/route';
import { revision } from '../../network/state';
import { Check, Text } from '../../ui/Fields';
import { Link } from '../../ui/Link';
import { Answered } from '../../ui/States';
import { date, named, t } from '../../words';
import { Blocked } from '../editing/Blocked';
import { useKey } from '../editing/key';
import { offerUndo } from '../editing/undo';
import { fieldName } from '../editing/value';
import { Choices } from './Choices';
import { useHeld } from './held';
import { type Merged, type Side, type Undecided, merged, unmerge } from './shapes';

/** Two that were taken for one often have one name. */
const ofKept = ({ kept }: Merged) => t('duplicates.ofKept', { name: kept.name });
const ofOther = ({ other }: Merged) => t('duplicates.ofOther', { name: other.name });

/** From so many on they need not be chosen one by one. */
const few = 4;

const called = ({ title, kind, field }: Undecided) => (field === undefined ? <>{title ?? ''} {kind && <span class="small quiet">{named('kind', kind)}</span>}</> : t('duplicates.edited', { field: fieldName(field) }));

/** Where much came since, all that is not chosen yet goes to one side with one press. */
function Rest({ what, assigned, assignAll }: { what: Merged; assigned: Record<string, Side>; assignAll: (more: Record<string, Side>) => void }) {
  const open = what.undecided.filter((one) => assigned[one.key] === undefined);
  if (what.undecided.length < few || open.length === 0) return null;
  const all = (side: Side) => assignAll(Object.fromEntries(open.map((one) => [one.key, side])));
  return (
    <div class="row">
      <span class="small">{t('duplicates.rest', { count: open.length })}</span>
      <button type="button" class="button" onClick={() => all('kept')}>{ofKept(what)}</button>
      <button type="button" class="button" onClick={() => all('other')}>{ofOther(what)}</button>
    </div>
  );
}

/** Of each thing that came since, whose it is. */
function Whose({ what, assigned, assign }: { what: Merged; assigned: Record<string, Side>; assign: (more: Record<string, Side>) => void }) {
  if (what.undecided.length === 0) return <p>{t('duplicates.allBack')}</p>;
  return (
    <section class="stack">
      <h2>{t('duplicates.undecided')}</h2>
      <p class="small quiet">{t('duplicates.undecidedHelp')}</p>
      {what.undecided.map((one) => (
        <Choices key={one.key} name={one.key} legend={called(one)} value={assigned[one.key]} options={[{ value: 'kept' as const, label: ofKept(what) }, { value: 'other' as const, label: ofOther(what) }]} onChange={(side) => assign({ [one.key]: side })} />
      ))}
      <Rest what={what} assigned={assigned} assignAll={assign} />
    </section>
  );
}

function Parting({ what, hold }: { what: Merged; hold: (holds: boolean) => void }) {
  const [assign, setAssign] = useState<Record<string, Side>>({});
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [widens, setWidens] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const key = useKey();
  const open = what.undecided.some((one) => assign[one.key] === undefined);
  const asks = what.widens || fault?.code === 'change_widens';
  const submit = async () => {
    setMissing(!reason.trim());
    if (!reason.trim() || open) {
      document.getElementById(reason.trim() ? 'apart-choose' : 'apart-reason')?.focus();
      return;
    }
    setBusy(true);
    hold(true);
    try {
      const body = { assign, reason: reason.trim(), ...(widens ? { confirmWidening: true } : {}) };
      const { change } = await unmerge(what.other.id, body, key(body));
      offerUndo('duplicates.apartDone', change);
      go(to('organization', what.other.id), 'replace');
      revision.value += 1;
    } catch (error) {
      hold(false);
      if (!(error instanceof Fault)) throw error;
      setFault(error);
      if (error.code === 'unmerge_undecided' || error.code === 'unmerge_choice_unknown') revision.value += 1;
      setBusy(false);
    }
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <Whose what={what} assigned={assign} assign={(more) => setAssign({ ...assign, ...more })} />
      {fault && <Blocked fault={fault} />}
      <Text id="apart-reason" label={t('duplicates.apartWhy')} required value={reason} error={missing ? t('duplicates.reasonMissing') : undefined} onInput={(text) => { setReason(text); setMissing(false); }} />
      {asks && <Check label={t('duplicates.widens')} checked={widens} onChange={setWidens} />}
      {open && <p class="small" id="apart-choose" tabIndex={-1}>{t('duplicates.choose')}</p>}
      <p><button type="submit" class="button danger" disabled={busy || (asks && !widens)}>{t('duplicates.apartNow')}</button></p>
    </form>
  );
}

/** A merge that is taken apart, also long after it: whose is what came since. */
export function Apart({ id }: { id: string }) {
  const { ask, hold } = useHeld((stop) => merged(id, stop));
  const answer = useAnswer(`merged/${id}`, ask);
  return (
    <>
      <h1>{t('duplicates.apart')}</h1>
      <Answered answer={answer} lines={6}>
        {(what) => (
          <>
            <header class="stack tight">
              <p>{t('duplicates.wereMerged', { other: what.other.name, kept: what.kept.name, date: date(what.at) })} <Link to={to('changeset', what.change)}>{t('activity.open')}</Link></p>
              {what.reason && <p class="quiet">{t('duplicates.because', { reason: what.reason })}</p>}
            </header>
            {what.obstacles.map((problem) => <Blocked key={problem.code} fault={new Fault(problem)} />)}
            <Parting what={what} hold={hold} />
          </>
        )}
      </Answered>
    </>
  );
}
