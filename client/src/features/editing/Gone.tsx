import { useState } from 'preact/hooks';
import type { Changeset } from '../../api/answers';
import { Fault } from '../../api/http';
import { type Writable, changeset, history, revert, segments } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { authorOf } from '../../network/author';
import { to } from '../../network/route';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { ago, moment, t } from '../../words';
import { Blocked } from './Blocked';

/** The change that took an element away: the newest in its history. */
async function removalOf(kind: Writable, id: string, stop: AbortSignal): Promise<Changeset | undefined> {
  const { items: [last] } = await history(segments[kind], id, { limit: 1 }, stop);
  return last && changeset(last.id, {}, stop);
}

/** Takes the removal back, when nothing else went in the same change; otherwise its page shows what else would come back. */
function WayBack({ change, onRestored }: { change: Changeset; onRestored: () => Promise<void> }) {
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  const alone = (change.count ?? change.elements.length) === 1;
  const restore = async () => {
    setBusy(true);
    try {
      await revert(change.id, { because: 'still_needed' }, false);
      await onRestored();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setFault(error);
    }
    setBusy(false);
  };
  return (
    <>
      {fault && <Blocked fault={fault} />}
      <p class="row">
        {alone && <button type="button" class="button first" disabled={busy} onClick={() => void restore()}>{t('form.goneRestore')}</button>}
        <Link class="button" to={to('changeset', change.id)}>{t('form.goneOpen')}</Link>
      </p>
    </>
  );
}

/** Somebody removed what is being edited: who, when and why, what is safe, and the ways on. */
export function Gone({ kind, id, onRestored }: { kind: Writable; id: string; onRestored: () => Promise<void> }) {
  const { data: change, fault } = useAnswer(`removal/${kind}/${id}`, (stop) => removalOf(kind, id, stop));
  if (!change && !fault) return null;
  return (
    <section class="note" role="alert" id="form-summary" tabIndex={-1}>
      <Icon name="warning" />
      <div class="stack tight grow">
        <h2>{t('form.gone', { who: authorOf(change?.by ?? '', change?.right) })}</h2>
        {change && <p class="small"><time dateTime={change.at} title={moment(change.at)}>{ago(change.at, Date.now())}</time></p>}
        {change?.reason && <p>{t('activity.reason', { reason: change.reason })}</p>}
        <p>{t('form.goneKept')}</p>
        {change && <WayBack change={change} onRestored={onRestored} />}
      </div>
    </section>
  );
}

/** The session is over, but not by her own hand: what she wrote is only on this page now, and how to save it. */
export function Ended() {
  return (
    <section class="note bad" role="alert" id="form-summary" tabIndex={-1}>
      <Icon name="person" />
      <div class="stack tight grow"><h2>{t('session.ended')}</h2><p>{t('session.endedKept')}</p></div>
    </section>
  );
}

/** She signed out on this device: what she had begun was removed from it, and how to come back. */
export function Left() {
  return (
    <section class="note" role="status">
      <Icon name="person" />
      <div class="stack tight grow"><p>{t('session.left')}</p><p class="quiet">{t('state.notAllowedHow')}</p><p><Link class="button" to={to('map')}>{t('state.home')}</Link></p></div>
    </section>
  );
}
