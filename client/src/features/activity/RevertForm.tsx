import { useState } from 'preact/hooks';
import type { Mention } from '../../api/answers';
import { Fault } from '../../api/http';
import { revert } from '../../api/questions';
import { go, to } from '../../network/route';
import { revision, spoken } from '../../network/state';
import { Check, Text } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { named, t } from '../../words';
import { pageOf } from '../editing/Told';

/** A tie has no page but the form that changes it. */
const placeOf = (mention: Mention) => pageOf(mention) ?? (mention.kind === 'tie' && !mention.gone ? to('tieForm', mention.id) : undefined);

/** Who stands in the way, each a link to where it can be moved. */
function InTheWay({ elements, more }: { elements: Mention[]; more: number }) {
  const found = elements.flatMap((mention) => { const page = placeOf(mention); return page ? [{ mention, page }] : []; });
  if (found.length === 0) return null;
  return (
    <>
      <p>{t('activity.inTheWay')}</p>
      <ul>{found.map(({ mention, page }) => <li key={mention.kind + mention.id}><Link to={page}>{mention.name}</Link> <span class="small">{named('kind', mention.kind)}</span></li>)}</ul>
      {more > 0 && <p class="small">{t('activity.more', { count: more })}</p>}
    </>
  );
}

const once = (texts: (string | undefined)[]) => [...new Set(texts.filter((text): text is string => !!text))];

/** Why it cannot be reverted: every later change that stands on it. */
export function Blocked({ fault }: { fault: Fault }) {
  const { errors = [], elements = [], more = 0 } = fault.problem;
  return (
    <div class="note bad" role="alert">
      <Icon name="warning" />
      <div class="stack tight grow">
        {errors.length === 0 && <p>{fault.message || t('state.unreachable')}</p>}
        <ul class="stack tight">{once(errors.map((e) => e.message)).map((message) => <li key={message}>{message}</li>)}</ul>
        {once(errors.map((e) => e.mend)).map((mend) => <p key={mend}>{mend}</p>)}
        <InTheWay elements={elements} more={more} />
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
