import { useRef, useState } from 'preact/hooks';
import { route } from '../../network/route';
import { Fold } from '../../ui/Fold';
import { Icon } from '../../ui/Icon';
import { named, percent, t } from '../../words';
import { change } from './Filters';
import { shares } from './shares';
import { readWeights, weightName, withoutWeights } from './weights';

/** What the address says of weights and cannot be used, and the way out of it. */
export function UnusableWeights() {
  const { unusable } = readWeights(route.value.query);
  if (unusable.length === 0) return null;
  return (
    <div class="note" role="status">
      <Icon name="warning" />
      <div class="stack tight grow">
        {unusable.map(({ part, value }) => <p key={part}>{t('partners.weightUnusable', { value, part: named('part', part) })}</p>)}
        <Reset />
      </div>
    </div>
  );
}

const Reset = () => <p><button type="button" class="button" onClick={() => change(withoutWeights(route.value.query))}>{t('partners.reset')}</button></p>;

/** What matters most, for this question only; the address keeps it. Beside each stands its share of the whole, also while it is being moved. They stay where they are when the answer to them is refused. */
export function Weights({ weights: answered, refused }: { weights: Record<string, number> | undefined; refused: boolean }) {
  const { query } = route.value;
  const [drawn, draw] = useState<Record<string, number>>({});
  const before = useRef(answered);
  if (answered) before.current = answered;
  const weights = before.current;
  const { used } = readWeights(query);
  const changed = Object.keys(used).length;
  // Not one answer yet says which weights are the usual ones; without those of the address there is one.
  if (!weights) return refused && changed > 0 ? <Reset /> : null;
  const asked = Object.fromEntries(Object.entries(weights).map(([part, weight]) => [part, drawn[part] ?? Number(used[part] ?? weight)]));
  const parts = shares(asked);
  return (
    <Fold name="weights" class="panel" summary={<>{t('partners.weights')}{changed > 0 && <span class="tag">{changed}</span>}</>}>
      <div class="stack">
        <p class="small quiet">{t('partners.weightsHelp')}</p>
        {Object.entries(asked).map(([part, weight]) => {
          const share = percent((parts[part] ?? 0) / 100);
          return (
            <div key={part} class="weight">
              <label for={`w-${part}`}>{named('part', part)}</label>
              <output class="numbers small quiet" for={`w-${part}`} aria-live="off">{share}</output>
              <input
                id={`w-${part}`} type="range" min="0" max="1" step="0.02" value={weight} aria-valuetext={t('partners.share', { percent: share })} onInput={(event) => draw({ [part]: Number(event.currentTarget.value) })}
                onChange={(event) => { draw({}); change({ [weightName(part)]: event.currentTarget.value }, { field: weightName(part) }); }}
              />
            </div>
          );
        })}
        {changed > 0 && <Reset />}
      </div>
    </Fold>
  );
}
