import type { Introductions } from '../../api/answers';
import { type Route, route, to } from '../../network/route';
import { labelOf, rights } from '../../network/state';
import { Link } from '../../ui/Link';
import { Named, whereOf } from '../../ui/Row';
import { kilometres, t } from '../../words';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { Chain } from './Chain';
import { NearestTable, PathsTable } from './table';

interface Step { to: Route; words: string }

/** What is asked, with some of it changed. */
const asking = (values: Record<string, string | undefined>): Route => to('introductions', undefined, { ...route.value.query, jalan: undefined, ...values });

/** Ties on the way that do not carry yet, for who may change them. */
const missing = ({ nearest }: Introductions): Step[] => (nearest?.path?.steps ?? [])
  .filter(({ tie, from, to: next }) => nearest?.missing?.includes(tie.id) && rights.value.mayEdit('tie', from, next)).map(({ tie, from, to: next }) => ({ to: to('tieForm', tie.id), words: t('next.check', { one: from.name, other: next.name }) }));

/** Whom nobody can be introduced to can still be met otherwise; then somebody has to record it. */
const othersRecord = ({ from, target, nearest }: Introductions) => target !== undefined && nearest?.reason !== 'retired' && !rights.value.mayAdd('tie', from, target);

/** What can be done about it, by what stands in the way: a tie that is to be looked at, one of one's own, another one, the one who is only nearby, or a looser question. */
export function stepsFor(answer: Introductions, query: Record<string, string>): Step[] {
  const { from, target, nearest } = answer;
  const whom = query['ke'] === undefined ? undefined : target;
  const lives = nearest?.reason !== 'retired';
  return [
    ...missing(answer),
    ...(target && lives && rights.value.mayAdd('tie', from, target) ? [{ to: to('tieForm', undefined, { dari: from.id, ke: target.id }), words: t('next.tie', { name: target.name }) }] : []),
    ...(whom ? [{ to: asking({ ke: undefined, jenis: whom.actorKind }), words: t('next.kind', { kind: whom.kindLabel ?? whom.actorKind }) }] : []),
    ...(query['berwenang'] ? [{ to: asking({ berwenang: undefined, jenis: 'local_government' }), words: t('next.kind', { kind: labelOf('actor_kind', 'local_government') }) }] : []),
    ...(nearest?.organization ? [{ to: asking({ ke: nearest.organization.id, jenis: undefined, sektor: undefined, wilayah: undefined, berwenang: undefined }), words: t('next.closest', { name: nearest.organization.name }) }] : []),
    ...(query['wilayah'] ? [{ to: asking({ wilayah: undefined }), words: t('next.anywhere') }] : []),
    ...(query['sektor'] && query['jenis'] ? [{ to: asking({ sektor: undefined }), words: t('next.anySector') }] : []),
    { to: to('partners', undefined, { untuk: from.id, tanggal: query['tanggal'] }), words: t('next.partners', { name: from.name }) },
  ];
}

/** Why there is no path stands in the answer itself; here is what comes nearest, and how to go on. */
export function NoPath({ answer }: { answer: Introductions }) {
  const { nearest } = answer;
  return (
    <>
      {(nearest?.organization || nearest?.path) && (
        <section class="stack">
          <h2>{t(nearest.path ? 'introductions.nearest' : 'introductions.nearby')}</h2>
          <ShapeSwitch />
          {asTable() && (nearest.path ? <PathsTable answer={{ ...answer, paths: [nearest.path] }} /> : <NearestTable answer={answer} />)}
          {!asTable() && nearest.organization && <p class="row"><Named organization={nearest.organization} /><span class="quiet small">{whereOf(nearest.organization)}</span>{nearest.km ? <span class="quiet small">{kilometres(nearest.km)}</span> : null}</p>}
          {!asTable() && nearest.path && <Chain path={nearest.path} number={1} chosen onChoose={() => undefined} />}
        </section>
      )}
      <section class="stack">
        <h2>{t('introductions.next')}</h2>
        <ul class="ways">{stepsFor(answer, route.value.query).map((step) => <li key={step.words}><Link to={step.to}>{step.words}</Link></li>)}</ul>
        {othersRecord(answer) && <p class="small quiet">{t('next.othersRecord', { name: answer.target?.name ?? '' })}</p>}
      </section>
    </>
  );
}
