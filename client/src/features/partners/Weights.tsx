import { useRef, useState } from 'preact/hooks';
import { route } from '../../network/route';
import { Fold } from '../../ui/Fold';
import { named, percent, t } from '../../words';
import { change, weighted } from './Filters';
import { shares } from './shares';

/** What matters most, for this question only; the address keeps it. Beside each stands its share of the whole, also while it is being moved. They stay where they are when the answer to them is refused. */
export function Weights({ weights: answered }: { weights: Record<string, number> | undefined }) {
  const { query } = route.value;
  const [drawn, draw] = useState<Record<string, number>>({});
  const before = useRef(answered);
  if (answered) before.current = answered;
  const weights = before.current;
  if (!weights) return null;
  const changed = weighted(query);
  const asked = Object.fromEntries(Object.entries(weights).map(([part, weight]) => [part, drawn[part] ?? Number(query[`bobot.${part}`] ?? weight)]));
  const parts = shares(asked);
  return (
    <Fold name="weights" class="panel" summary={<>{t('partners.weights')}{changed.length > 0 && <span class="tag">{changed.length}</span>}</>}>
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
                onChange={(event) => { draw({}); change({ [`bobot.${part}`]: event.currentTarget.value }, { field: `bobot.${part}` }); }}
              />
            </div>
          );
        })}
        {changed.length > 0 && <button type="button" class="button" onClick={() => change(Object.fromEntries(changed.map(([name]) => [name, undefined])))}>{t('partners.reset')}</button>}
      </div>
    </Fold>
  );
}
