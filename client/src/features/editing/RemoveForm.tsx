import { useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { remove, type Writable } from '../../api/questions';
import { to } from '../../network/route';
import { revision, rights } from '../../network/state';
import { endedBy } from '../session/session';
import { Text } from '../../ui/Fields';
import { Link } from '../../ui/Link';
import { type Key, t } from '../../words';
import { Blocked } from './Blocked';

interface Props {
  kind: Writable; id: string; version: number | undefined; label: string; help: Key | undefined;
  /** Told when the removal sets out, and when it came to nothing. */
  onRemoving: (is: boolean) => void;
  onRemoved: (change: string | undefined) => void;
}

/** What may hold something personal, whose history can be erased. */
const sealing: Writable[] = ['organization', 'unit', 'place', 'service', 'tie'];

/** Removes what was entered by mistake, while nothing stands on it; its history stays, and it can be reverted. */
export function RemoveForm({ kind, id, version, label, help = 'form.removeHelp', onRemoving, onRemoved }: Props) {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    onRemoving(true);
    try {
      const { change } = await remove(kind, id, version, reason.trim());
      revision.value += 1;
      onRemoved(change);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      onRemoving(false);
      setFault(await endedBy(error) ? undefined : error);
    }
    setBusy(false);
  };
  return (
    <details class="panels panel">
      <summary>{label}</summary>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <p class="small quiet">{t(help)}</p>
        {fault && <Blocked fault={fault} />}
        <Text id="remove-reason" label={t('form.removeReason')} value={reason} onInput={setReason} />
        <p><button type="submit" class="button danger" disabled={busy}>{t('form.removeNow')}</button></p>
        {sealing.includes(kind) && rights.value.mayGive('coordinator') && <p class="small"><Link to={to('care', undefined, { hapus: `${kind}/${id}` })}>{t('help.erase')}</Link></p>}
      </form>
    </details>
  );
}
