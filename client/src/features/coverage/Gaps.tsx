import type { Gap } from '../../api/answers';
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
import { type Question, cellAddress } from './question';
import { GapsTable } from './tables';

function GapRow({ gap }: { gap: Gap }) {
  return (
    <li class="item">
      <Link class="gap" to={cellAddress(gap.region.code, gap.term.code)}>
        <StateMark state={gap.state} />
        <span class="grow">{gap.sentence}<span class="small quiet block">{[gap.region.parentName, gap.unmet === undefined ? undefined : t('coverage.unmet', { count: gap.unmet })].filter(Boolean).join(' · ')}</span></span>
      </Link>
      <p><Link class="plain small" aria-label={t('order.onMapOf', { region: gap.region.name, term: gap.term.label })} to={to('coverage', undefined, { ...route.value.query, di: gap.term.code, sorot: gap.region.code })} onClickCapture={() => { sheet.value = 'peek'; spoken.value = t('order.shownOnMap', { region: gap.region.name }); }}><Icon name="map" size={16} />{t('order.onMap')}</Link></p>
    </li>
  );
}

/** The gaps, largest unmet need first; more on demand. */
export function Gaps({ question }: { question: Question }) {
  const { axis, level, parent, term, day } = question;
  const [limit, setLimit] = useKept('most', 50);
  const answer = useAnswer(`gaps?${axis}|${level}|${parent ?? ''}|${term ?? ''}|${day ?? ''}|${limit}`, (stop) => gaps({ axis, level, parent, term, limit, at: day }, stop));
  return (
    <Answered answer={answer}>
      {({ items, next }) => items.length === 0 ? <Empty>{t('coverage.noGaps')}</Empty> : (
        <div class="stack">
          <ShapeSwitch />
          {asTable() ? <GapsTable title={t('coverage.tableOfGaps')} at={day} gaps={items} /> : <ol class="list">{items.map((gap) => <GapRow key={`${gap.region.code}:${gap.term.code}`} gap={gap} />)}</ol>}
          {next && limit < 200 && <button type="button" class="button" onClick={() => setLimit(limit + 50)}>{t('state.more')}</button>}
        </div>
      )}
    </Answered>
  );
}
