import type { ComponentChildren } from 'preact';
import type { CoverageTerm, Gap } from '../../api/answers';
import { gaps } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { route, to } from '../../network/route';
import { sheet, spoken } from '../../network/state';
import { useKept } from '../../network/visits';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Answered, Empty } from '../../ui/States';
import { t } from '../../words';
import { StateMark } from './State';
import { type Question, cellAddress, helpAddress } from './question';
import { GapsTable } from './tables';

function GapRow({ gap }: { gap: Gap }) {
  return (
    <li class="item">
      <Link class="gap" to={cellAddress(gap.region.code, gap.term.code)}>
        <StateMark state={gap.state} partly={gap.partly} />
        <span class="grow"><span class="sentence">{gap.sentence}</span><span class="small quiet block">{[gap.region.parentName, gap.unmet === undefined || gap.unmet === gap.need ? undefined : t('coverage.unmet', { count: gap.unmet })].filter(Boolean).join(' · ')}</span></span>
      </Link>
      <p class="row"><Link class="plain small" to={helpAddress(gap.region.code, gap.term.code)}><Icon name="partners" size={16} />{t('coverage.helpers')}<span class="hidden"> {gap.term.label}, {gap.region.name}</span></Link><Link class="plain small" aria-label={t('order.onMapOf', { region: gap.region.name, term: gap.term.label })} to={to('coverage', undefined, { ...route.value.query, di: gap.term.code, sorot: gap.region.code })} onClickCapture={() => { sheet.value = 'peek'; spoken.value = t('order.shownOnMap', { region: gap.region.name }); }}><Icon name="map" size={16} />{t('order.onMap')}</Link></p>
    </li>
  );
}

const everything = () => to('coverage', undefined, { ...route.value.query, di: undefined, sorot: undefined });

/** What the list leaves out, and the way to all of it. */
function Only({ term }: { term: string }) {
  return <p class="row"><span>{t('coverage.only', { term })}</span><Link class="plain small" to={everything()}>{t('coverage.allGaps')}</Link></p>;
}

/** Where there is no gap: the same question asked wider. */
function Wider({ question }: { question: Question }) {
  const { term, parent } = question;
  return (
    <p class="actions">
      {term && <Link class="button" to={everything()}>{t('coverage.allGaps')}</Link>}
      {parent && <Link class="button" to={to('coverage', undefined, { ...route.value.query, induk: undefined, tingkat: undefined, sorot: undefined })}>{t('coverage.everywhere')}</Link>}
    </p>
  );
}

interface Props { question: Question; terms: CoverageTerm[]; rule: ComponentChildren }

/** The gaps, largest unmet need first; more on demand. */
export function Gaps({ question, terms, rule }: Props) {
  const { axis, level, parent, term, day } = question;
  const only = terms.find((one) => one.code === term)?.label;
  const [limit, setLimit] = useKept('most', 50);
  const answer = useAnswer(`gaps?${axis}|${level}|${parent ?? ''}|${term ?? ''}|${day ?? ''}|${limit}`, (stop) => gaps({ axis, level, parent, term, limit, at: day }, stop));
  return (
    <Answered answer={answer}>
      {({ items, next }) => items.length === 0 ? <>{rule}{only && <Only term={only} />}<Empty>{t('coverage.noGaps')}</Empty><Wider question={question} /></> : (
        <div class="stack">
          <div class="row apart">{rule}<ShapeSwitch /></div>
          {only && <Only term={only} />}
          {asTable() ? <GapsTable title={t('coverage.tableOfGaps')} at={day} axis={axis} level={level} gaps={items} /> : <ol class="list">{items.map((gap) => <GapRow key={`${gap.region.code}:${gap.term.code}`} gap={gap} />)}</ol>}
          {next && limit < 200 && <button type="button" class="button" onClick={() => setLimit(limit + 50)}>{t('state.more')}</button>}
        </div>
      )}
    </Answered>
  );
}
