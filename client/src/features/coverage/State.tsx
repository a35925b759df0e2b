import type { CoverageState } from '../../api/answers';
import { number, t } from '../../words';

/** The sign goes with the colour, so that it survives a black-and-white printer. */
export const signs: Record<CoverageState, string> = { covered: '●', thin: '◐', nobody: '○', unknown: '?' };
export const order: CoverageState[] = ['covered', 'thin', 'nobody', 'unknown'];

/** Beside the sign of a region that nobody covers: a part of it is served. */
export const partSign = '◔';

/** A state in words. Nobody for the whole is not nobody at all. */
export const stateWords = (state: CoverageState, partly?: number) => (partly ? t('coverage.partly', { state: t(`coverageState.${state}`), count: partly }) : t(`coverageState.${state}`));

/** A state as a sign, where there is room for no words. */
export const signOf = (state: CoverageState, partly?: number) => (partly ? `${signs[state]}${partSign}` : signs[state]);

export function StateMark({ state, words, partly }: { state: CoverageState; words?: boolean; partly?: number | undefined }) {
  return <span class={partly ? `mark ${state} partly` : `mark ${state}`}><span aria-hidden="true">{signOf(state, partly)}</span><span {...(words ? {} : { class: 'hidden' })}>{stateWords(state, partly)}</span></span>;
}

export function PartlyMark() {
  return <span class="mark nobody"><span aria-hidden="true">{partSign}</span><span>{t('coverage.partlyKey')}</span></span>;
}

/** Somebody serves where no need is recorded: whether it is enough is not known, and "covered" alone would not say so. */
export const isUnasked = (services: number, need: number | undefined, held: number | undefined) => services > 0 && need === undefined && !held;

export function UnaskedMark() {
  return <span class="unasked small"><span class="sign" aria-hidden="true">?</span>{t('coverage.unasked')}</span>;
}

/** The legend, with how many cells there are of each, and how many of the covered ones have no need on record, and in how many that nobody covers a part is served. */
export function States({ counts, unasked, partly }: { counts: Record<CoverageState, number>; unasked: number; partly: number }) {
  return (
    <div role="status"><ul class="states small">
      {order.map((state) => <li key={state}><StateMark state={state} words /> <span class="numbers quiet">{number(counts[state] ?? 0)}</span></li>)}
      {partly > 0 && <li><PartlyMark /> <span class="numbers quiet">{number(partly)}</span></li>}
      {unasked > 0 && <li><UnaskedMark /> <span class="numbers quiet">{number(unasked)}</span></li>}
    </ul></div>
  );
}
