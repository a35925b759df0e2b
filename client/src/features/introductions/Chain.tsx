import type { Path, Step } from '../../api/answers';
import { today } from '../../network/day';
import type { Summary } from '../../api/shapes';
import { offPath } from '../../network/ties';
import { Named, whereOf } from '../../ui/Row';
import { date, named, percent, t } from '../../words';
import { FirstWords } from './FirstWords';
import { reasonsOf } from './reasons';

function Carried({ step }: { step: Step }) {
  const { tie } = step;
  const details = [
    tie.status === 'confirmed' ? undefined : named('tieStatus', tie.status),
    tie.strength === undefined ? undefined : t('tie.strength', { count: tie.strength }),
    tie.lastVerified && t('introductions.verified', { date: date(tie.lastVerified) }),
    step.trust > 0 && t('introductions.trust', { percent: percent(step.trust) }),
  ].filter(Boolean);
  return (
    <li class={tie.status === 'confirmed' ? 'carried' : `carried ${tie.status}`}>
      <span>{tie.label}</span><span class="small quiet block">{details.join(' · ')}</span>{tie.status === 'proposed' && <span class="small block">{step.sentence}</span>}
    </li>
  );
}

/** Who is met on the way, and where that is: two of one name are told apart by their place. */
const Met = ({ one }: { one: Summary }) => <li><Named organization={one} />{whereOf(one) && <span class="small quiet block met-where">{whereOf(one)}</span>}</li>;

/** A path as a chain that can be read from top to bottom: somebody, the tie that carries, the next one. Among others it says why this one, and what to say first. */
export function Chain({ path, number, chosen, among, day = today(), onChoose }: { path: Path; number: number; chosen: boolean; among?: Path[]; day?: string; onChoose: () => void }) {
  const [first] = path.steps;
  return (
    <article class={chosen ? 'chain chosen' : 'chain'} aria-label={t('introductions.path', { count: number })}>
      <header class="row apart">
        <h2>{t('introductions.path', { count: number })}{path.score > 0 && <span class="quiet small" title={t('introductions.trustFrom')}> {t('introductions.trust', { percent: percent(path.score) })}</span>}</h2>
        <button type="button" class="plain small" aria-pressed={chosen} onClick={onChoose}>{chosen ? t('introductions.shown') : t('introductions.show')}</button>
      </header>
      <p>{path.sentence}</p>
      <ol class="steps" aria-label={t('introductions.steps')}>
        {first && <Met one={first.from} />}
        {path.steps.flatMap((step) => [<Carried key={step.tie.id} step={step} />, <Met key={`${step.tie.id}-to`} one={step.to} />])}
      </ol>
      {chosen && offPath(path) > 0 && <p class="small quiet">{t('introductions.offMap', { count: offPath(path) })}</p>}
      {among && (
        <>
          <h3>{t('reason.title')}</h3>
          <ul class="evidence small">{reasonsOf(path, among, day).map(({ key, values }) => <li key={key}>{t(key, values)}</li>)}</ul>
          <FirstWords key={path.steps.map((s) => s.tie.id).join()} path={path} name={`path-${number}`} />
        </>
      )}
    </article>
  );
}
