import { useEffect } from 'preact/hooks';
import type { Closing, ClosingCell, ClosingItem } from '../../api/answers';
import { closing } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { go, route, to } from '../../network/route';
import { shown, taxonomy } from '../../network/state';
import { Share } from '../../taking/Share';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { DayHeading, WrongDay } from '../../ui/Day';
import { Select } from '../../ui/Fields';
import { Fold } from '../../ui/Fold';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { OrganizationRow } from '../../ui/Row';
import { Answered, Empty, Unknown } from '../../ui/States';
import { named, number, percent, t } from '../../words';
import { useProvinces, useRegionPath } from '../search/pick';
import '../../words/depth';
import { ClosingTable } from './ClosingTable';
import { type Question, axes, levels, readQuestion, unknownIn } from './question';
import { anywhere, counts, distances, readCount, readDistance } from './closing';

const change = (values: Record<string, string | undefined>) => go(to('closing', undefined, { ...route.value.query, ...values }));

/** The place that is asked about by its name: a province of the choice, or the one region of a cell. */
function usePlace(parent: string | undefined): string {
  const path = useRegionPath(parent ?? '');
  return parent === undefined ? t('coverage.all') : path.data?.items.at(-1)?.name ?? parent;
}

function Fields({ question: { axis, level, parent, term } }: { question: Question }) {
  const { query } = route.value;
  const provinces = useProvinces();
  const place = usePlace(parent);
  const known = provinces.some((p) => p.value === parent) || parent === undefined ? provinces : [{ value: parent, label: place }, ...provinces];
  return (
    <div class="choices">
      <Select id="k-axis" label={t('coverage.axis')} value={axis} options={axes.map((a) => ({ value: a, label: t(`axis.${a}`) }))} onChange={(sumbu) => change({ sumbu, di: undefined })} />
      <Select id="k-parent" label={t('coverage.parent')} value={parent ?? ''} any={t('coverage.all')} options={known} onChange={(induk) => change({ induk, tingkat: undefined })} />
      {parent === undefined && <Select id="k-level" label={t('coverage.level')} value={level} options={levels.filter((l) => l !== 'district').map((l) => ({ value: l, label: t(`level.${l}`) }))} onChange={(tingkat) => change({ tingkat })} />}
      <Select id="k-term" label={t('closing.term')} value={term ?? ''} any={t('closing.anyTerm')} options={taxonomy(axis).map((one) => ({ value: one.code, label: one.label }))} onChange={(di) => change({ di })} />
      <Select id="k-count" label={t('closing.count')} value={String(readCount(query))} options={counts.map((n) => ({ value: String(n), label: number(n) }))} onChange={(banyak) => change({ banyak })} />
      <Select id="k-near" label={t('closing.near')} value={String(readDistance(query))} options={distances.map((km) => ({ value: String(km), label: km === anywhere ? t('closing.anywhere') : t('closing.upTo', { km: number(km) }) }))} onChange={(jarak) => change({ jarak })} />
    </div>
  );
}

/** The choices fold into one line that says what is chosen, so that the answer is seen at once. */
function Choices({ question }: { question: Question }) {
  const { query } = route.value;
  const place = usePlace(question.parent);
  const words = t('closing.chosen', { axis: named('axis', question.axis), place, count: readCount(query), km: number(readDistance(query)) });
  return <div class="panels"><Fold name="choices" class="panel" summary={<span class="small">{words}</span>}><Fields question={question} /></Fold></div>;
}

/** A gap that it would help with, and the way to what stands there. */
function CellLine({ cell: { region, term, people } }: { cell: ClosingCell }) {
  const { sumbu, tanggal, induk, tingkat } = route.value.query;
  const values = { term: term.label, region: region.name };
  return <li><Link to={to('coverage', undefined, { sumbu, tanggal, induk, tingkat, sel: `${region.code}:${term.code}` })}>{people ? t('closing.cellPeople', { ...values, count: people }) : t('fragility.cell', values)}</Link></li>;
}

function Row({ item, rank }: { item: ClosingItem; rank?: number }) {
  return (
    <OrganizationRow organization={item.organization} {...(rank === undefined ? {} : { rank })}>
      <p class="about">{item.sentence}</p>
      <div class="about"><Fold name={`gaps/${item.organization.id}`} summary={<span class="small">{t('table.gaps')} <span class="quiet numbers">{number(item.count)}</span></span>}>
        <ul class="bare small">{item.cells.map((cell) => <CellLine key={`${cell.region.code}:${cell.term.code}`} cell={cell} />)}</ul>
        {item.count > item.cells.length && <p class="small quiet">{t('closing.more', { count: item.count - item.cells.length })}</p>}
      </Fold></div>
    </OrganizationRow>
  );
}

function Lists({ answer: { items, others, gaps } }: { answer: Closing }) {
  if (gaps === 0) return null;
  return (
    <>
      <section class="stack" aria-label={t('closing.set')}>
        <h2>{t('closing.set')}</h2>
        {items.length === 0
          ? <><Empty>{t('closing.none')}</Empty>{readDistance(route.value.query) !== anywhere && <p class="actions"><button type="button" class="button" onClick={() => change({ jarak: String(anywhere) })}>{t('closing.further')}</button></p>}</>
          : <ol class="list">{items.map((item, index) => <Row key={item.organization.id} item={item} rank={index + 1} />)}</ol>}
      </section>
      {items.length > 0 && (
        <section class="stack" aria-label={t('closing.others')}>
          <h2>{t('closing.others')}</h2>
          {others.length === 0 ? <Empty>{t('closing.noOthers')}</Empty> : <><p class="small quiet">{t('closing.alone')}</p><ul class="list">{others.map((item) => <Row key={item.organization.id} item={item} />)}</ul></>}
        </section>
      )}
    </>
  );
}

/** Who together would fill the most of some gaps, and who else could. Nothing is written. */
export function ClosingView() {
  const { query } = route.value;
  const asked = readQuestion(query);
  // Districts are asked for inside a province or regency only.
  const question = asked.level === 'district' && asked.parent === undefined ? { ...asked, level: 'regency' as const } : asked;
  const { axis, level, parent, term, day: at } = question;
  const values = { axis, level, parent, term, count: readCount(query), radiusKm: readDistance(query), at };
  const key = JSON.stringify(values);
  const answer = useAnswer(`closing?${key}`, (stop) => closing(values, stop));
  const { data } = answer;
  useEffect(() => { shown.value = data ? { candidates: data.items.map((item) => item.organization), found: data.others.map((item) => item.organization), asked: key } : {}; }, [data]);
  useEffect(() => () => { shown.value = {}; }, []);
  return (
    <div class="stack loose">
      <p><Link class="row" to={to('coverage', undefined, { ...query, banyak: undefined, jarak: undefined, bentuk: undefined, tampilan: 'kekosongan' })}><Icon name="back" size={16} />{t('closing.back')}</Link></p>
      <div class="headed"><DayHeading id="k-day" day={at} at={data?.at} onChange={(tanggal) => change({ tanggal })}>{t('closing.title')}</DayHeading>{data && <Share title={t('closing.title')} at={data.at} />}</div>
      <WrongDay />
      {unknownIn(query).map(({ part, value }) => <Unknown key={part}>{t('coverage.unknownPart', { value, shown: named(part, question[part]) })}</Unknown>)}
      {data && <p role="status">{data.sentence}</p>}
      <Choices question={question} />
      <Answered answer={answer} lines={10}>
        {(found) => (
          <>
            {found.items.length > 0 && <ShapeSwitch />}
            {asTable() && found.items.length > 0 ? <ClosingTable answer={found} /> : <Lists answer={found} />}
            {found.unplaced !== undefined && <p class="small quiet">{t('closing.unplaced', { count: found.unplaced })}</p>}
            <details class="small"><summary>{t('closing.rule')}</summary><p>{t('closing.intro')} {t('closing.ruleText', { share: percent(found.guarantee) })}</p></details>
          </>
        )}
      </Answered>
    </div>
  );
}
