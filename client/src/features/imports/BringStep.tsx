import { Check, Text } from '../../ui/Fields';
import { goTo } from '../../ui/Outcome';
import { t } from '../../words';
import { errorOf } from '../editing/FormFrame';
import { Agreeing, asksToWiden } from '../editing/sending';
import { isStale } from './decisions';
import { Refused } from './FileStep';
import { openIn } from './plan';
import type { Plan } from './shapes';
import { bringIn, change, work } from './work';
import { Working } from './Working';

/** What will happen, in a sentence. */
function will({ counts: { create, update }, writes }: Plan): string {
  if (writes === 0) return t('import.willNothing');
  if (create > 0 && update > 0) return t('import.willBoth', { create, update });
  return create > 0 ? t('import.willAdd', { create }) : update > 0 ? t('import.willChange', { update }) : t('import.willWrite', { count: writes });
}

async function send() {
  const stop = await bringIn();
  if (stop) requestAnimationFrame(() => goTo(stop));
}

/** Carries out what is seen above, as one change. */
export function BringStep({ plan }: { plan: Plan }) {
  const { decisions, basis, doing, fault, leaveOut, confirmWidening, reason } = work.value;
  const [open, stale] = [openIn(plan), isStale(decisions, basis)];
  const widens = plan.widening > 0 || asksToWiden(fault);
  const blocked = !stale && ((open > 0 && !leaveOut) || (widens && !confirmWidening));
  return (
    <section class="stack" aria-labelledby="import-bring">
      <h2 id="import-bring">{t('import.bring')}</h2>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!blocked) void send(); }}>
        <p>{will(plan)}</p>
        {plan.writes > 0 && (
          <>
            {open > 0 && <Check label={t('import.leaveOut', { count: open })} help={t('import.leaveOutHelp')} checked={leaveOut} onChange={(on) => change({ leaveOut: on })} />}
            {widens && <Agreeing widens={confirmWidening} onWiden={(on) => change({ confirmWidening: on })} />}
            <Text id="import-reason" label={t('form.reason')} help={t('import.reasonHelp', { file: plan.file })} value={reason} error={errorOf(fault, 'reason')} onInput={(text) => change({ reason: text })} />
          </>
        )}
        {doing === 'apply' && <Working of="apply" back="import-now" />}
        <Refused of="apply" again={() => void send()} />
        {plan.writes > 0 && <p><button type="submit" id="import-now" class="button first" disabled={doing !== undefined || blocked}>{t(doing === 'apply' ? 'import.bringing' : stale ? 'import.checkFirst' : 'import.bringNow')}</button></p>}
        {plan.writes > 0 && stale && <p class="small quiet">{t('import.stale')}</p>}
        {plan.writes > 0 && blocked && <p class="small quiet">{t(open > 0 && !leaveOut ? 'import.blockedOpen' : 'import.blockedWidens')}</p>}
      </form>
    </section>
  );
}
