import { useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { revert } from '../../api/questions';
import { go, to } from '../../network/route';
import { revision, spoken } from '../../network/state';
import { Check, Text } from '../../ui/Fields';
import { t } from '../../words';
import '../../words/activity';
import { Blocked } from '../editing/Blocked';

/** A revert is a change of its own, with a reason; it never erases. */
export function RevertForm({ id }: { id: string }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [widen, setWiden] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  const widens = fault !== undefined && (fault.code.includes('widen') || fault.problem.errors?.some((e) => e.code.includes('widen') || e.field === 'confirmWidening'));
  const submit = async () => {
    if (!reason.trim()) {
      setMissing(true);
      document.getElementById('revert-reason')?.focus();
      return;
    }
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
        <Text id="revert-reason" label={t('activity.revertReason')} required value={reason} error={missing ? t('activity.revertWhy') : undefined} onInput={(text) => { setReason(text); setMissing(false); }} />
        {widens && <Check label={t('activity.widen')} checked={widen} onChange={setWiden} />}
        <p><button type="submit" class="button danger" disabled={busy}>{t('activity.revertNow')}</button></p>
      </form>
    </details>
  );
}
