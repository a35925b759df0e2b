import type { Path, Step } from '../../api/answers';
import { today } from '../../network/day';
import { Named } from '../../ui/Row';
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
        {first && <li><Named organization={first.from} /></li>}
        {path.steps.flatMap((step) => [<Carried key={step.tie.id} step={step} />, <li key={`${step.tie.id}-to`}><Named organization={step.to} /></li>])}
      </ol>
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
