import type { ComponentChildren } from 'preact';
import type { Answer } from '../network/asking';
import { t } from '../words';
import { Icon } from './Icon';

export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, index) => <span key={index} class="bone" />)}
    </div>
  );
}

export function FaultNote({ answer, stale }: { answer: Pick<Answer<unknown>, 'fault' | 'again'>; stale?: boolean }) {
  const { fault, again } = answer;
  if (!fault) return null;
  const mend = fault.problem.errors?.[0]?.mend;
  const words = fault.status === 0 ? t('state.unreachable') : fault.message || t('state.error');
  return (
    <div class="note bad" role="alert">
      <Icon name="warning" />
      <div class="stack tight grow">
        <p>{words}</p>
        {mend && <p class="quiet">{mend}</p>}
        {stale && <p class="quiet">{t('state.stale')}</p>}
        {fault.status !== 404 && <p><button type="button" class="button" onClick={again}>{t('state.again')}</button></p>}
      </div>
    </div>
  );
}

/** Loading, failed, stale or there: every answer on the screen passes through here. */
export function Answered<T>({ answer, lines, children }: { answer: Answer<T>; lines?: number; children: (data: T) => ComponentChildren }) {
  const { data, fault, slow } = answer;
  if (data === undefined) {
    if (fault) return <FaultNote answer={answer} />;
    return slow ? <Skeleton {...(lines === undefined ? {} : { lines })} /> : null;
  }
  return <>{fault && <FaultNote answer={answer} stale />}{children(data)}</>;
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

export function NotAllowed() {
  return (
    <div class="note">
      <Icon name="person" />
      <div class="stack tight grow"><p>{t('state.notAllowed')}</p><p class="quiet">{t('state.notAllowedHow')}</p></div>
    </div>
  );
}
