import { route } from '../../network/route';
import { Fold } from '../../ui/Fold';
import { named, percent, t } from '../../words';
import { change, weighted } from './Filters';

/** What matters most, for this question only; the address keeps it. */
export function Weights({ weights }: { weights: Record<string, number> | undefined }) {
  const { query } = route.value;
  if (!weights) return null;
  const changed = weighted(query);
  return (
    <Fold name="weights" class="panel" summary={<>{t('partners.weights')}{changed.length > 0 && <span class="tag">{changed.length}</span>}</>}>
      <div class="stack">
        <p class="small quiet">{t('partners.weightsHelp')}</p>
        {Object.entries(weights).map(([part, weight]) => (
          <div key={part} class="weight">
            <label for={`w-${part}`}>{named('part', part)}</label>
            <output class="numbers small quiet" for={`w-${part}`}>{percent(weight)}</output>
            <input id={`w-${part}`} type="range" min="0" max="1" step="0.02" value={Number(query[`bobot.${part}`] ?? weight)} onChange={(event) => change({ [`bobot.${part}`]: event.currentTarget.value }, { field: `bobot.${part}` })} />
          </div>
        ))}
        {changed.length > 0 && <button type="button" class="button" onClick={() => change(Object.fromEntries(changed.map(([name]) => [name, undefined])))}>{t('partners.reset')}</button>}
      </div>
    </Fold>
  );
}
