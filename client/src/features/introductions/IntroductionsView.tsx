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
import { Check } from '../../ui/Fields';
import { DayHeading, WrongDay } from '../../ui/Day';
import { LineKey } from '../../ui/Line';
import { Outcome } from '../../ui/Outcome';
import { Answered } from '../../ui/States';
import { t } from '../../words';
import { OrganizationPicker, isUnknown } from '../search/pick';
import { Chain } from './Chain';
import { NoPath } from './NoPath';
import { Whom } from './Whom';
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

function Answer({ answer, chosen }: { answer: Introductions; chosen: number }) {
  return (
    <div class="stack loose">
      <p class="lead" role="status" id="found" tabIndex={-1}>{answer.sentence}</p>
      {(answer.paths.length > 0 || answer.nearest?.path) && <p class="small quiet">{t('introductions.trustMeans')} {t('introductions.trustFrom')}</p>}
      <LineKey kinds={pathKinds(pathsOf(answer, chosen), missingOf(answer))} />
      {answer.paths.length === 0
        ? <NoPath answer={answer} />
        : <><div class="row apart"><ShapeSwitch />{answer.paths.length > 1 && <OrderChoice />}</div>{asTable() ? <PathsTable answer={answer} /> : <ol class="chains">{answer.paths.map((path, index) => <li key={index}><Chain path={path} number={index + 1} chosen={index === chosen} among={answer.paths} day={answer.at} onChoose={() => change({ jalan: String(index + 1) })} /></li>)}</ol>}</>}
      {answer.cut && <p class="small quiet">{t('introductions.cut')}</p>}
    </div>
  );
}

/** Who can introduce whom: to one organization, or to the nearest of a kind. */
export function IntroductionsView() {
  const { query } = route.value;
  const { dari: from, ke, jenis, sektor, wilayah, jalan } = query;
  const complete = from !== undefined && (ke ?? jenis ?? sektor) !== undefined;
  const day = dayOf(query);
  const values = { oneSided: query['sepihak'] !== undefined, ...(ke ? { to: ke } : { kind: jenis, sector: sektor, region: wilayah }), at: day };
  const asked = useAnswer(complete ? `introductions/${from}?${JSON.stringify(values)}` : undefined, (stop) => introductions(from ?? '', values, stop));
  const order = readPathOrder(query['urutan']);
  const data = useMemo(() => asked.data && { ...asked.data, paths: inOrder(asked.data.paths, order) }, [asked.data, order]);
  const answer = data ? { ...asked, data } : asked;
  const chosen = Math.max(0, Number(jalan ?? 1) - 1);
  useOnMap(answer.data, chosen, useAsker(complete ? undefined : from));
  return (
    <div class="stack loose">
      <header class="stack">
        <div class="headed"><DayHeading id="i-day" day={day} at={complete ? answer.data?.at : undefined} onChange={(v) => change({ tanggal: v }, { field: 'tanggal' })}>{t('introductions.title')}</DayHeading>{complete && answer.data && <Share title={titleOf(answer.data)} at={answer.data.at} />}</div>
        <WrongDay />
        {!complete && <p class="quiet">{t('introductions.intro')}</p>}
        <OrganizationPicker id="introductions-from" label={t('introductions.from')} chosen={from} onChoose={(id) => change({ dari: id })} onClear={() => change({ dari: undefined })} />
        {from && <Whom query={query} change={change} />}
        {complete && <Check label={t('introductions.oneSided')} help={t('introductions.oneSidedHelp')} checked={query['sepihak'] !== undefined} onChange={(on) => change({ sepihak: on ? '1' : undefined })} />}
        {complete && answer.data && <Outcome of="found" slow={answer.slow}>{answer.data.paths.length > 0 ? t('introductions.see', { count: answer.data.paths.length }) : t('introductions.seeWhy')}</Outcome>}
      </header>
      {complete && !isUnknown(answer) && <Answered answer={answer} lines={8}>{(data) => <Answer answer={data} chosen={chosen} />}</Answered>}
    </div>
  );
}
