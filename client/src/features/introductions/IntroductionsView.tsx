import { useEffect, useMemo } from 'preact/hooks';
import type { Introductions, Path } from '../../api/answers';
import { introductions } from '../../api/questions';
import type { Summary } from '../../api/shapes';
import { pathKinds } from '../../map/arcs';
import { useAnswer } from '../../network/asking';
import { dayOf } from '../../network/day';
import { useAsker } from '../../network/marked';
import { type How, go, route, to } from '../../network/route';
import { shown } from '../../network/state';
import { Share } from '../../taking/Share';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { OfDay, WrongDay } from '../../ui/Day';
import { useNarrow } from '../../ui/room';
import { LineKey } from '../../ui/Line';
import { Outcome } from '../../ui/Outcome';
import { Answered } from '../../ui/States';
import { t } from '../../words';
import { Beginning } from '../search/Beginning';
import { isUnknown } from '../search/pick';
import { Asked } from './Asked';
import { Chain } from './Chain';
import { NoPath } from './NoPath';
import { goalIn } from './Whom';
import { inOrder, orders, readPathOrder } from './reasons';
import { PathsTable, titleOf } from './table';

const change = (values: Record<string, string | undefined>, how?: How) => go(to('introductions', undefined, { ...route.value.query, jalan: undefined, ...values }), how);

/** The paths that are on the map, the chosen one first; where none leads there, the one that comes nearest. */
function pathsOf({ paths, nearest }: Introductions, chosen: number): Path[] {
  const drawn = paths.length > 0 ? paths : nearest?.path ? [nearest.path] : [];
  const first = drawn[chosen] ?? drawn[0];
  return first ? [first, ...drawn.filter((path) => path !== first)] : [];
}

const missingOf = ({ paths, nearest }: Introductions): string[] => (paths.length > 0 ? [] : nearest?.missing ?? []);

/** The map shows the chosen path thick and the others thin; without one, who asks, to whom, and who is nearest; and until it is asked, who is going to. */
function useOnMap(answer: Introductions | undefined, chosen: number, asker: Summary | undefined) {
  useEffect(() => {
    if (!answer) { shown.value = asker ? { selected: asker } : {}; return; }
    const paths = pathsOf(answer, chosen);
    shown.value = paths.length > 0 ? { paths, missing: missingOf(answer), ...(answer.target ? { selected: answer.target } : {}) } : { selected: answer.target ?? answer.from, ends: [answer.from, answer.target, answer.nearest?.organization].filter((one) => one !== undefined) };
  }, [answer, chosen, asker?.id]);
  useEffect(() => () => { shown.value = {}; }, []);
}

/** The most trusted first, or those that need the fewest people. */
function OrderChoice() {
  const order = readPathOrder(route.value.query['urutan']);
  return (
    <label class="row small order" for="i-order">{t('order.label')}<select id="i-order" class="input fitting" value={order} onChange={(event) => change({ urutan: event.currentTarget.value === 'kepercayaan' ? undefined : event.currentTarget.value })}>
      {orders.map((one) => <option key={one} value={one} selected={one === order}>{t(`pathOrder.${one}`)}</option>)}
    </select></label>
  );
}

/** The paths, as chains or as a table; how they are shown and ordered stands above them, on a phone below, so that the first one is seen at once. */
function Paths({ answer, chosen }: { answer: Introductions; chosen: number }) {
  const narrow = useNarrow();
  const shape = <div class="row apart"><ShapeSwitch />{answer.paths.length > 1 && <OrderChoice />}</div>;
  return (
    <>
      {!narrow && shape}
      {asTable() ? <PathsTable answer={answer} /> : <ol class="chains">{answer.paths.map((path, index) => <li key={index}><Chain path={path} number={index + 1} chosen={index === chosen} among={answer.paths} day={answer.at} onChoose={() => change({ jalan: String(index + 1) })} /></li>)}</ol>}
      {narrow && shape}
    </>
  );
}

function Answer({ answer, chosen }: { answer: Introductions; chosen: number }) {
  return (
    <div class="stack loose">
      <p class="lead" role="status" id="found" tabIndex={-1}>{answer.sentence}</p>
      {answer.paths.length === 0
        ? <NoPath answer={answer} />
        : <Paths answer={answer} chosen={chosen} />}
      {answer.cut && <p class="small quiet">{t('introductions.cut')}</p>}
      {(answer.paths.length > 0 || answer.nearest?.path) && <p class="small quiet">{t('introductions.trustMeans')} {t('introductions.trustFrom')}</p>}
      <LineKey kinds={pathKinds(pathsOf(answer, chosen), missingOf(answer))} />
    </div>
  );
}

/** Who can introduce whom: to one organization, to the local government responsible for her region, or to the nearest of a kind. */
export function IntroductionsView() {
  const { query } = route.value;
  const { dari: from, ke, jenis, sektor, wilayah, berwenang, jalan } = query;
  const complete = from !== undefined && goalIn(query);
  const day = dayOf(query);
  const values = { oneSided: query['sepihak'] !== undefined, ...(ke ? { to: ke } : berwenang ? { responsible: true } : { kind: jenis, sector: sektor, region: wilayah }), at: day };
  const asked = useAnswer(complete ? `introductions/${from}?${JSON.stringify(values)}` : undefined, (stop) => introductions(from ?? '', values, stop));
  const order = readPathOrder(query['urutan']);
  const data = useMemo(() => asked.data && { ...asked.data, paths: inOrder(asked.data.paths, order) }, [asked.data, order]);
  const answer = data ? { ...asked, data } : asked;
  const chosen = Math.max(0, Number(jalan ?? 1) - 1);
  useOnMap(answer.data, chosen, useAsker(complete ? undefined : from));
  return (
    <div class="stack loose">
      <header class="stack">
        <div class="headed"><h1>{t('introductions.title')}<OfDay at={complete ? answer.data?.at : undefined} /></h1>{complete && answer.data && <Share title={titleOf(answer.data)} at={answer.data.at} />}</div>
        <WrongDay />
        {!complete && <p class="quiet">{t('introductions.intro')}</p>}
        <Asked query={query} change={change} answer={complete ? answer.data : undefined} folds={complete && !answer.fault} />
        {complete && answer.data && <Outcome of="found" slow={answer.slow}>{answer.data.paths.length > 0 ? t('introductions.see', { count: answer.data.paths.length }) : t('introductions.seeWhy')}</Outcome>}
      </header>
      {!from && <Beginning tied to={(id) => to('introductions', undefined, { ...query, dari: id })} next={goalIn(query) ? 'found' : 'goal'} />}
      {complete && !isUnknown(answer) && <Answered answer={answer} lines={8}>{(data) => <Answer answer={data} chosen={chosen} />}</Answered>}
    </div>
  );
}
