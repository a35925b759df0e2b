import { useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { removeExamples } from '../../api/questions';
import { revision, spoken } from '../../network/state';
import { FaultNote } from '../../ui/States';
import { t } from '../../words';
import { Blocked } from '../editing/Blocked';
import { offerUndo } from '../editing/undo';

/** One revertible step, asked for twice because it is large. */
export function RemoveExamples() {
  const [fault, setFault] = useState<Fault>();
  const [said, setSaid] = useState<string>();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      const { id, summary } = await removeExamples();
      if (id === undefined) spoken.value = summary;
      else {
        offerUndo('activity.removed', id);
        revision.value += 1;
      }
      setSaid(summary);
      setFault(undefined);
    } catch (error) {
      if (error instanceof Fault) setFault(error);
    }
    setBusy(false);
  };
  return (
    <details class="panels panel">
      <summary>{t('activity.removeExamples')}</summary>
      <div class="stack">
        <p>{t('activity.removeExamplesHelp')}</p>
        {said !== undefined && <p><b>{said}</b></p>}
        {fault && (fault.problem.elements ? <Blocked fault={fault} /> : <FaultNote answer={{ fault, again: () => void remove() }} />)}
        <button type="button" class="button danger" disabled={busy} onClick={() => void remove()}>{t('activity.removeNow')}</button>
      </div>
    </details>
  );
}
