import { useEffect } from 'preact/hooks';
import type { Coverage } from '../../api/answers';
import { type Values, cell, coverage, gaps, helpers, region } from '../../api/questions';
import { type Answer, useAnswer } from '../../network/asking';
import { route, to } from '../../network/route';
import { schematic, shown } from '../../network/state';
import { Share } from '../../taking/Share';
import { DayField, DayHeading, OfDay, WrongDay } from '../../ui/Day';
import { Select } from '../../ui/Fields';
import { Fold } from '../../ui/Fold';
import { lazy } from '../../ui/lazy';
import { Link } from '../../ui/Link';
import { useNarrow } from '../../ui/room';
import { Answered, Empty, Unknown } from '../../ui/States';
import { locale, named, t } from '../../words';
import { useProvinces } from '../search/pick';
import { Gaps } from './Gaps';
import { Matrix } from './Matrix';
import { PaperMap } from './PaperMap';
import { States } from './State';
import { inOrder, readMatrixOrder } from './order';
import { type Question, axes, change, columnOf, levels, readQuestion, unknownIn } from './question';

/** One cell comes when it is opened. */
const CellView = lazy(() => import('./CellView').then((m) => m.CellView));

/** Whom a cell that is open names: those it counts, those who serve parts of it, and, as long as it is open to help, who could, in the order of their list. */
function useNamed({ axis, cell: opened, day }: Question) {
  const ask = (what: string) => (opened ? `${what}?${axis}|${opened.region}|${opened.term}|${day ?? ''}` : undefined);
  const counted = useAnswer(ask('cell'), (stop) => cell({ axis, ...opened, at: day }, stop)).data;
  const near = useAnswer(counted && counted.state !== 'covered' ? ask('helpers') : undefined, (stop) => helpers({ axis, ...opened, limit: 10, at: day }, stop)).data;
  return { counted, near };
}

/** One column of the table is on the map; a cell that is open chooses its own, and brings its region and whom it names; a gap that was looked for on the map brings its region. */
function useOnMap({ data: answer, fault }: Pick<Answer<Coverage>, 'data' | 'fault'>, question: Question, asks: boolean) {
  const opened = question.cell;
  const wanted = opened?.term ?? question.term;
  const marked = opened?.region ?? question.marked;
  const place = useAnswer(marked ? `region/${marked}` : undefined, (stop) => region(marked ?? '', stop));
  const { counted, near } = useNamed(question);
  useEffect(() => {
    if (!answer) { shown.value = asks && !fault ? { awaiting: true } : {}; return; }
    const point = marked && place.data?.point;
    shown.value = {
      coverage: { answer, term: columnOf(answer.terms, wanted) },
      ...(point ? { focus: { longitude: point.longitude, latitude: point.latitude, zoom: question.level === 'province' ? 6.5 : 8.5 } } : {}),
      ...(opened && counted ? { found: [...counted.services, ...counted.parts ?? []].map((one) => one.organization) } : {}),
      ...(opened && near ? { candidates: near.items.map((helper) => helper.organization) } : {}),
    };
  }, [answer, fault, asks, wanted, marked, place.data, counted, near]);
  useEffect(() => () => { shown.value = {}; }, []);
}

/** On a phone the choices fold into one line that says what is chosen, the day with them, so that the answer is seen at once. */
function Chosen({ question, terms, place }: { question: Question; terms: Coverage['terms']; place: string }) {
  const choices = <Choices question={question} terms={terms} />;
  if (!useNarrow()) return choices;
  const words = t('coverage.chosen', { axis: named('axis', question.axis), place, level: named('level', question.level), term: terms[columnOf(terms, question.term)]?.label ?? '…' });
  return <div class="panels"><Fold name="choices" class="panel" summary={<span class="small">{words}</span>}><div class="stack">{choices}<DayField id="c-day" day={question.day} onChange={changeDay} /></div></Fold></div>;
}

const changeDay = (day: string | undefined) => change({ tanggal: day }, { field: 'tanggal' });

function Head({ question, at }: { question: Question; at: string | undefined }) {
  const title = t('coverage.title');
  return useNarrow() ? <h1 id="c-day-title" tabIndex={-1}>{title}<OfDay at={at} /></h1> : <DayHeading id="c-day" day={question.day} at={at} onChange={changeDay}>{title}</DayHeading>;
}

/** What the signs mean, for who asks. */
const Rule = () => <details class="small"><summary>{t('coverage.ruleTitle')}</summary><p>{t('coverage.rule')}</p></details>;

function Choices({ question, terms }: { question: Question; terms: Coverage['terms'] }) {
  const provinces = useProvinces();
  return (
    <div class="choices">
      <Select id="c-axis" label={t('coverage.axis')} value={question.axis} options={axes.map((a) => ({ value: a, label: t(`axis.${a}`) }))} onChange={(v) => change({ sumbu: v, di: undefined })} />
      <Select id="c-parent" label={t('coverage.parent')} value={question.parent?.slice(0, 2) ?? ''} any={t('coverage.all')} options={provinces} onChange={(v) => change({ induk: v, ...(v ? {} : { tingkat: undefined }) })} />
      <Select id="c-level" label={t('coverage.level')} value={question.level} options={levels.map((l) => ({ value: l, label: t(`level.${l}`) }))} onChange={(v) => change({ tingkat: v })} />
      <Select id="c-term" label={t('coverage.term')} value={question.term ?? terms[0]?.code ?? ''} options={terms.map((term) => ({ value: term.code, label: term.label }))} onChange={(v) => change({ di: v })} />
    </div>
  );
}

function Tabs({ gaps }: { gaps: boolean }) {
  return (
    <fieldset class="switch">
      <legend class="hidden">{t('coverage.view')}</legend>
      <label><input type="radio" name="coverage-view" checked={!gaps} onChange={() => change({ tampilan: undefined, bentuk: undefined, urut: undefined, sorot: undefined })} />{t('coverage.matrix')}</label>
      <label><input type="radio" name="coverage-view" checked={gaps} onChange={() => change({ tampilan: 'kekosongan', urut: undefined })} />{t('coverage.gaps')}</label>
    </fieldset>
  );
}

/** As many gaps as fit under a map, and whether there are more. */
async function most(values: Values) {
  const { items, next } = await gaps(values);
  return { gaps: items, more: next !== undefined };
}

/** What is shown as a picture: the map of one term, and the table or the gaps below it, in the order of the page. */
async function draw(title: string, answer: Coverage, question: Question): Promise<Blob> {
  const { coveragePicture } = await import('./picture');
  const { axis, level, parent, term, day } = question;
  const column = columnOf(answer.terms, term);
  const below = question.gaps ? await most({ axis, level, parent, term, limit: 25, at: day }) : { regions: inOrder(answer.regions, readMatrixOrder(route.value.query['urut']), column, locale()) };
  return coveragePicture(title, answer, column, below);
}

/** The ways to what would fill it and to what would break, asked of the same place on the same day. On a phone they come after the answer. */
function Onward({ question: { axis, level, parent, term, gaps: listed, day } }: { question: Question }) {
  const asked = { sumbu: axis, induk: parent, tanggal: day };
  return (
    <p class="small row no-print">
      {level !== 'district' && <Link to={to('closing', undefined, { ...asked, tingkat: level, di: listed ? term : undefined })}>{t('closing.link')}</Link>}
      <Link to={to('fragility', undefined, asked)}>{t('fragility.link')}</Link>
    </p>
  );
}

/** Where nobody helps: a table of regions and terms, the list of gaps, and the map. */
export function CoverageView() {
  const question = readQuestion(route.value.query);
  const { axis, level, parent, day } = question;
  const tooFine = level === 'district' && parent === undefined;
  const answer = useAnswer(tooFine ? undefined : `coverage?${axis}|${level}|${parent ?? ''}|${day ?? ''}`, (stop) => coverage({ axis, level, parent, at: day }, stop));
  useOnMap(answer, question, !tooFine);
  const provinces = useProvinces();
  const place = provinces.find((p) => p.value === parent?.slice(0, 2))?.label ?? t('coverage.all');
  const title = t('coverage.titleOf', { axis: named('axis', axis), place });
  const { data } = answer;
  const narrow = useNarrow();
  if (question.cell) return <CellView axis={axis} day={day} {...question.cell} />;
  return (
    <div class="stack">
      <div class="headed"><Head question={question} at={answer.data?.at} />{data && <Share title={title} at={data.at} draw={() => draw(title, data, question)} />}</div>
      <WrongDay />
      {!narrow && <Onward question={question} />}
      {unknownIn(route.value.query).map(({ part, value }) => <Unknown key={part}>{t('coverage.unknownPart', { value, shown: named(part, question[part]) })}</Unknown>)}
      <Chosen question={question} terms={answer.data?.terms ?? []} place={place} />
      {tooFine && <Empty>{t('coverage.pickParent')}</Empty>}
      {!tooFine && (
        <Answered answer={answer} lines={12}>
          {(data) => (
            <div class="stack">
              {narrow && <Tabs gaps={question.gaps} />}
              <div class="row apart"><States answer={data} />{!narrow && <Tabs gaps={question.gaps} />}</div>
              {!question.gaps && !narrow && <Rule />}
              {schematic.value && <p class="small quiet">{t('coverage.schematic')}</p>}
              <PaperMap answer={data} term={columnOf(data.terms, question.term)} />
              {question.gaps ? <Gaps question={question} terms={data.terms} rule={<Rule />} /> : <Matrix answer={data} question={question} />}
              {!question.gaps && narrow && <Rule />}
            </div>
          )}
        </Answered>
      )}
      {narrow && <Onward question={question} />}
    </div>
  );
}
