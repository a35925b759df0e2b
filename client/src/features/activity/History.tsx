import { useState } from 'preact/hooks';
import type { Changeset } from '../../api/answers';
import { Fault } from '../../api/http';
import { type Writable, history, restore, segments } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { gather, mostPages } from '../../network/paging';
import { to } from '../../network/route';
import { revision } from '../../network/state';
import { Check, Text } from '../../ui/Fields';
import { Link } from '../../ui/Link';
import { Answered, Empty, Incomplete } from '../../ui/States';
import { t } from '../../words';
import { Blocked } from '../editing/Blocked';
import { offerUndo } from '../editing/undo';
import { Byline } from '../../ui/Byline';
import { Differences } from './Differences';

interface Restoring { kind: Writable; id: string; version: number | undefined; change: Changeset }

interface Of { kind: Writable; id: string; version: number | undefined; mayRestore: boolean }

/** Brings back how the element was after a change, as a new change; refused with its reasons where it cannot. */
function RestoreForm({ kind, id, version, change }: Restoring) {
  const [reason, setReason] = useState('');
  const [widen, setWiden] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    try {
      const made = await restore(kind, id, version, change.id, reason.trim(), widen);
      offerUndo('history.restored', made.id);
      setFault(undefined);
      revision.value += 1;
    } catch (error) {
      if (error instanceof Fault) setFault(error);
    }
    setBusy(false);
  };
  return (
    <details>
      <summary>{t('history.restore')}</summary>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <p class="small quiet">{t('history.restoreHelp')}</p>
        {fault && <Blocked fault={fault} />}
        <Text id={`restore-${change.id}`} label={t('history.why')} value={reason} onInput={setReason} />
        {fault?.code === 'restore_widens' && <Check label={t('activity.widen')} checked={widen} onChange={setWiden} />}
        <p><button type="submit" class="button" disabled={busy}>{t('history.restoreNow')}</button></p>
      </form>
    </details>
  );
}

function Entry({ restorable, ...of }: Restoring & { restorable: boolean }) {
  const { change } = of;
  const [element] = change.elements;
  return (
    <li class="item stack tight">
      <p><Link class="change" to={to('changeset', change.id)}>{change.summary}</Link></p>
      <Byline change={change} />
      {change.reason && <p class="small quiet">{t('activity.reason', { reason: change.reason })}</p>}
      {element && (element.changes?.length ?? 0) > 0 && <details><summary>{t('activity.open')}</summary><Differences element={element} /></details>}
      {restorable && element && element.action !== 'removed' && <RestoreForm {...of} />}
    </li>
  );
}

/** What happened to one element, with what each change did to it and, for who may change it, the way back to how it was. Asked for when it is opened. */
export function History({ kind, id, version, mayRestore }: Of) {
  const [open, setOpen] = useState(false);
  const [steps, setSteps] = useState(1);
  const answer = useAnswer(open ? `history/${kind}/${id}?${steps}` : undefined, (stop) => gather((cursor, limit) => history(segments[kind], id, { limit, cursor }, stop), steps * 10, steps * mostPages));
  return (
    <details class="panels panel" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('organization.history')}</summary>
      {open && (
        <Answered answer={answer} lines={6}>
          {({ items, next, incomplete }) => items.length === 0 && incomplete === undefined ? <Empty>{t('activity.none')}</Empty> : (
            <>
              <Incomplete>{incomplete}</Incomplete>
              <ol class="list">{items.map((change, index) => <Entry key={change.id} kind={kind} id={id} version={version} change={change} restorable={mayRestore && index > 0} />)}</ol>
              {next && <button type="button" class="button" onClick={() => setSteps(steps + 1)}>{t('state.more')}</button>}
            </>
          )}
        </Answered>
      )}
    </details>
  );
}
