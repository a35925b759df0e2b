import { useState } from 'preact/hooks';
import type { Gap } from '../../api/answers';
import { gaps } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { Link } from '../../ui/Link';
import { Answered, Empty } from '../../ui/States';
import { t } from '../../words';
import { StateMark } from './State';
import { type Question, cellAddress } from './question';

function GapRow({ gap }: { gap: Gap }) {
  return (
    <li class="item">
      <Link class="gap" to={cellAddress(gap.region.code, gap.term.code)}>
        <StateMark state={gap.state} />
        <span class="grow">{gap.sentence}<span class="small quiet block">{[gap.region.parentName, gap.unmet === undefined ? undefined : t('coverage.unmet', { count: gap.unmet })].filter(Boolean).join(' · ')}</span></span>
      </Link>
    </li>
  );
}

/** The gaps, largest unmet need first; more on demand. */
export function Gaps({ question }: { question: Question }) {
  const { axis, level, parent, term, day } = question;
  const [limit, setLimit] = useState(50);
  const answer = useAnswer(`gaps?${axis}|${level}|${parent ?? ''}|${term ?? ''}|${day ?? ''}|${limit}`, (stop) => gaps({ axis, level, parent, term, limit, at: day }, stop));
  return (
    <Answered answer={answer}>
      {({ items, next }) => items.length === 0 ? <Empty>{t('coverage.noGaps')}</Empty> : (
        <div class="stack">
          <ol class="list">{items.map((gap) => <GapRow key={`${gap.region.code}:${gap.term.code}`} gap={gap} />)}</ol>
          {next && limit < 200 && <button type="button" class="button" onClick={() => setLimit(limit + 50)}>{t('state.more')}</button>}
        </div>
      )}
    </Answered>
  );
}
