import type { CoverageState } from '../../api/answers';
import { number, t } from '../../words';

/** The sign goes with the colour, so that it survives a black-and-white printer. */
export const signs: Record<CoverageState, string> = { covered: '●', thin: '◐', nobody: '○', unknown: '?' };
const order: CoverageState[] = ['covered', 'thin', 'nobody', 'unknown'];

export function StateMark({ state, words }: { state: CoverageState; words?: boolean }) {
  return <span class={`mark ${state}`}><span aria-hidden="true">{signs[state]}</span>{words ? <span>{t(`coverageState.${state}`)}</span> : <span class="hidden">{t(`coverageState.${state}`)}</span>}</span>;
}

/** The legend, with how many cells there are of each. */
export function States({ counts }: { counts: Record<CoverageState, number> }) {
  return (
    <ul class="states small">
      {order.map((state) => <li key={state}><StateMark state={state} words /> <span class="numbers quiet">{number(counts[state] ?? 0)}</span></li>)}
    </ul>
  );
}
