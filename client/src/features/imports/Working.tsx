import { useEffect, useState } from 'preact/hooks';
import { focusWhenThere } from '../../ui/focus';
import { locale, t } from '../../words';
import { type Doing, stop, work } from './work';

const begun = { check: 'import.checking', remarks: 'import.remarksMaking', apply: 'import.bringing' } as const;

/** What is said before anything was heard of the work, or when nothing can be heard. */
function useWords(of: Doing): string {
  const { step, halting } = work.value;
  const [long, setLong] = useState(false);
  useEffect(() => { const timer = setTimeout(() => setLong(true), 5000); return () => clearTimeout(timer); }, []);
  if (halting) return t('import.halting');
  if (!step || step.stage === 'done' || step.stage === 'stored' || step.stage === 'stopped') return t(long && of === 'check' ? 'import.checkingLong' : begun[of]);
  return t(`import.stage.${step.stage}`);
}

/** What the server does with the file, how far it is, and the way to stop it. */
export function Working({ of, back }: { of: Doing; back: string }) {
  const { step, halting } = work.value;
  const words = useWords(of);
  const share = step && step.of > 0 ? Math.min(1, step.done / step.of) : undefined;
  return (
    <div class="stack tight">
      <div class="row">
        <progress class="grow" aria-label={words} {...(share === undefined ? {} : { value: share, max: 1 })} />
        {share !== undefined && <span class="quiet" aria-hidden="true">{new Intl.NumberFormat(locale(), { style: 'percent' }).format(share)}</span>}
      </div>
      <div class="row apart">
        <p role="status">{words}</p>
        <button type="button" class="button" disabled={halting === true || step?.stage === 'writing'} onClick={() => { stop(); focusWhenThere(back); }}>{t('import.stop')}</button>
      </div>
    </div>
  );
}
