import { useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { revert } from '../../api/questions';
import { go, to } from '../../network/route';
import { revision, spoken } from '../../network/state';
import { Check, Text } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { t } from '../../words';

/** Why it cannot be reverted: every later change that stands on it. */
function Blocked({ fault }: { fault: Fault }) {
  return (
    <div class="note bad" role="alert">
      <Icon name="warning" />
      <div class="stack tight grow">
        <p>{fault.code === 'revert_blocked' ? t('activity.blocked') : fault.message || t('state.unreachable')}</p>
        <ul>{fault.problem.errors?.map((e) => <li key={e.code + e.field + e.message}>{[e.message, e.mend].filter(Boolean).join(' ')}</li>)}</ul>
      </div>
    </div>
  );
}

/** A revert is a change of its own, with a reason; it never erases. */
export function RevertForm({ id }: { id: string }) {
  const [reason, setReason] = useState('');
  const [widen, setWiden] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  const widens = fault !== undefined && (fault.code.includes('widen') || fault.problem.errors?.some((e) => e.code.includes('widen') || e.field === 'confirmWidening'));
  const submit = async () => {
    setBusy(true);
    try {
      const made = await revert(id, reason.trim(), widen);
      spoken.value = t('activity.reverted');
      revision.value += 1;
      go(made?.id ? to('changeset', made.id) : to('activity'));
    } catch (error) {
      if (error instanceof Fault) setFault(error);
    }
    setBusy(false);
  };
  return (
    <details class="panels panel">
      <summary>{t('activity.revert')}</summary>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        {fault && <Blocked fault={fault} />}
        <Text id="revert-reason" label={t('activity.revertReason')} value={reason} onInput={setReason} />
        {widens && <Check label={t('activity.widen')} checked={widen} onChange={setWiden} />}
        <p><button type="submit" class="button danger" disabled={busy}>{t('activity.revertNow')}</button></p>
      </form>
    </details>
  );
}
