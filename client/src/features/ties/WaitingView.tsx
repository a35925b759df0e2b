import { useEffect } from 'preact/hooks';
import { waitingTies } from '../../api/questions';
import type { WaitingTie } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { to } from '../../network/route';
import { shown } from '../../network/state';
import { Link } from '../../ui/Link';
import { Answered, Empty } from '../../ui/States';
import { date, list, t } from '../../words';

/** The longest list; what is further down waits until something above it is settled. */
const most = 50;

function Row({ tie: { id, sentence, since, days, sides } }: { tie: WaitingTie }) {
  const awaited = sides.filter((side) => side.awaited).map((side) => side.organization.name);
  const waits = sides.find((side) => side.waits);
  return (
    <li class="item">
      <Link class="change" to={to('tie', id)}>{sentence}</Link>
      <p class="small">{since === undefined ? t('waiting.never') : t('waiting.since', { date: date(since), count: days ?? 0 })}</p>
      <p class="small quiet">{waits ? t('waiting.accept', { name: waits.organization.name }) : t('waiting.of', { names: list(awaited) })}</p>
    </li>
  );
}

/** How many of the others there are, and how many of them are shown. */
const headingOf = (count: number, listed: number, beside: boolean) => (listed < count ? t('waiting.first', { count: listed, total: count }) : t(beside ? 'waiting.others' : 'waiting.count', { count }));

function Part({ heading, items }: { heading: string; items: WaitingTie[] }) {
  if (items.length === 0) return null;
  return (
    <section class="stack tight">
      <h2>{heading}</h2>
      <ol class="list">{items.map((tie) => <Row key={tie.id} tie={tie} />)}</ol>
    </section>
  );
}

/** The ties that wait for a side to say something, or for a steward to accept what came by way of the other side. */
export function WaitingView() {
  const answer = useAnswer('waiting-ties', (stop) => waitingTies({ limit: most }, stop));
  useEffect(() => { shown.value = {}; }, []);
  return (
    <div class="stack">
      <h1>{t('waiting.title')}</h1>
      <p class="quiet">{t('waiting.intro')}</p>
      <Answered answer={answer} lines={10}>
        {({ count, own, items }) => items.length === 0 ? <Empty>{t('waiting.none')}</Empty> : (
          <>
            <Part heading={own > 0 ? t('waiting.own', { count: own }) : ''} items={items.filter((tie) => tie.own)} />
            <Part heading={headingOf(count - own, items.filter((tie) => !tie.own).length, own > 0)} items={items.filter((tie) => !tie.own)} />
          </>
        )}
      </Answered>
    </div>
  );
}
