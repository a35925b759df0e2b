import { useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { remove, type Writable } from '../../api/questions';
import { go, to } from '../../network/route';
import { revision, spoken } from '../../network/state';
import { Text } from '../../ui/Fields';
import { t } from '../../words';
import { Blocked } from './Blocked';

/** Removes what was entered by mistake, while nothing stands on it; its history stays, and it can be reverted. */
export function RemoveForm({ kind, id, version, label }: { kind: Writable; id: string; version: number | undefined; label: string }) {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    try {
      await remove(kind, id, version, reason.trim());
      spoken.value = t('form.removed');
      revision.value += 1;
      go(to('activity'), 'replace');
    } catch (error) {
      if (error instanceof Fault) setFault(error);
    }
    setBusy(false);
  };
  return (
    <details class="panels panel">
      <summary>{label}</summary>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <p class="small quiet">{t('form.removeHelp')}</p>
        {fault && <Blocked fault={fault} />}
        <Text id="remove-reason" label={t('form.removeReason')} value={reason} onInput={setReason} />
        <p><button type="submit" class="button danger" disabled={busy}>{t('form.removeNow')}</button></p>
      </form>
    </details>
  );
}
