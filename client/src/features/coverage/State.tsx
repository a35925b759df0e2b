import type { CoverageState } from '../../api/answers';
import { number, t } from '../../words';

/** The sign goes with the colour, so that it survives a black-and-white printer. */
export const signs: Record<CoverageState, string> = { covered: '●', thin: '◐', nobody: '○', unknown: '?' };
export const order: CoverageState[] = ['covered', 'thin', 'nobody', 'unknown'];

export function StateMark({ state, words }: { state: CoverageState; words?: boolean }) {
  return <span class={`mark ${state}`}><span aria-hidden="true">{signs[state]}</span>{words ? <span>{t(`coverageState.${state}`)}</span> : <span class="hidden">{t(`coverageState.${state}`)}</span>}</span>;
}

/** Somebody serves where no need is recorded: whether it is enough is not known, and "covered" alone would not say so. */
export const isUnasked = (services: number, need: number | undefined) => services > 0 && need === undefined;

export function UnaskedMark() {
  return <span class="unasked small"><span class="sign" aria-hidden="true">?</span>{t('coverage.unasked')}</span>;
}

/** The legend, with how many cells there are of each, and how many of the covered ones have no need on record. */
export function States({ counts, unasked }: { counts: Record<CoverageState, number>; unasked: number }) {
  return (
    <div role="status"><ul class="states small">
      {order.map((state) => <li key={state}><StateMark state={state} words /> <span class="numbers quiet">{number(counts[state] ?? 0)}</span></li>)}
      {unasked > 0 && <li><UnaskedMark /> <span class="numbers quiet">{number(unasked)}</span></li>}
    </ul></div>
  );
}
