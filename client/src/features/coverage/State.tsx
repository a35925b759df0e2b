import type { Coverage, CoverageState } from '../../api/answers';
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

/** In how many cells of each state a part of the region is served: they are among those of the state, and no state of their own. */
export function servedIn(regions: Pick<Coverage['regions'][number], 'cells'>[]): Partial<Record<CoverageState, number>> {
  const counts: Partial<Record<CoverageState, number>> = {};
  for (const { state, partly } of regions.flatMap(({ cells }) => cells)) if (partly) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** Somebody serves where no need is recorded: whether it is enough is not known, and "covered" alone would not say so. */
export const isUnasked = (services: number, need: number | undefined, held: number | undefined) => services > 0 && need === undefined && !held;

export function UnaskedMark() {
  return <span class="unasked small"><span class="sign" aria-hidden="true">?</span>{t('coverage.unasked')}</span>;
}

/** How many of a state are something more: with a sign of its own and no colour, since the colour is that of the state. */
const Among = ({ sign, words }: { sign: string; words: string }) => <span class="among"><span aria-hidden="true">{sign}</span>{words}</span>;

/** The legend, with how many cells there are of each, and, beside the number that they are among, how many are served in part, and how many of the covered ones have no need on record. */
export function States({ answer: { counts, regions, withoutNeed } }: { answer: Coverage }) {
  const served = servedIn(regions);
  return (
    <div role="status"><ul class="states small">
      {order.map((state) => (
        <li key={state}>
          <StateMark state={state} words /> <span class="numbers quiet">{number(counts[state] ?? 0)}</span>
          {served[state] !== undefined && <Among sign={partSign} words={t('coverage.partlyAmong', { count: served[state] })} />}
          {state === 'covered' && withoutNeed > 0 && <Among sign="?" words={t('coverage.unaskedAmong', { count: withoutNeed })} />}
        </li>
      ))}
    </ul></div>
  );
}
