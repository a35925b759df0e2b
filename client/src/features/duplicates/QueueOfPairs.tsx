import { useEffect, useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import type { Summary } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { route, to } from '../../network/route';
import { revision } from '../../network/state';
import { Link } from '../../ui/Link';
import { Sign } from '../../ui/Sign';
import { Answered, Empty } from '../../ui/States';
import { list, t } from '../../words';
import { Blocked } from '../editing/Blocked';
import { offerUndo } from '../editing/undo';
import { type Pair, type Queue, type Reason, duplicates, tellApart } from './shapes';

const step = 20;
const most = 100;
/** How long until a list that is still being made is asked for again. */
const soon = 3000;

const inside = (sentence: string) => sentence.replace(/\.$/, '');

/** What speaks for it as a list, what speaks against it in a line. */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  const against = reasons.filter((r) => r.points < 0).map((r) => inside(r.sentence));
  return (
    <>
      <ul class="told small">{reasons.filter((r) => r.points > 0).map((r) => <li key={r.reason}>{r.sentence}</li>)}</ul>
      {against.length > 0 && <p class="small quiet">{t('duplicates.against', { reasons: list(against) })}</p>}
    </>
  );
}

function One({ organization: o }: { organization: Summary }) {
  return (
    <div class="stack tight">
      <p class="row"><Sign family={o.family} size={18} /><Link to={to('organization', o.id)}>{o.name}{o.acronym ? ` (${o.acronym})` : ''}</Link></p>
      <p class="small quiet">{[o.kindLabel ?? o.actorKind, o.regionName, o.regencyName].filter(Boolean).join(' · ')}</p>
    </div>
  );
}

/** Says once that two are two. */
export function useTellingApart(one: string, other: string) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const tell = async (areTwo: boolean) => {
    setBusy(true);
    setFault(undefined);
    try {
      const { change } = await tellApart(one, other, areTwo);
      offerUndo(areTwo ? 'duplicates.told' : 'duplicates.takenBack', change);
      revision.value += 1;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setFault(error);
    }
    setBusy(false);
  };
  return { busy, fault, tell };
}

function Waiting({ pair: { one, other, reasons } }: { pair: Pair }) {
  const { busy, fault, tell } = useTellingApart(one.id, other.id);
  const both = t('duplicates.and', { one: one.name, other: other.name });
  return (
    <li class="item stack tight">
      <h3 class="hidden">{both}</h3>
      <div class="two"><One organization={one} /><One organization={other} /></div>
      <Reasons reasons={reasons} />
      {fault && <Blocked fault={fault} />}
      <p class="row">
        <Link class="button first" to={to('duplicates', undefined, { simpan: one.id, lain: other.id })}>{t('duplicates.compare')}<span class="hidden"> {both}</span></Link>
        <button type="button" class="button" disabled={busy} onClick={() => void tell(true)}>{t('duplicates.notOne')}<span class="hidden">: {both}</span></button>
      </p>
    </li>
  );
}

/** To the pairs before and behind a page (mulai=100), each an address that is come back to. */
function Pages({ from, until, count }: { from: number; until: number; count: number }) {
  if (from === 0 && until >= count) return null;
  const at = (mulai: number) => to('duplicates', undefined, mulai > 0 ? { mulai: String(mulai) } : {});
  return (
    <p class="row">
      {from > 0 && <Link class="button" to={at(Math.max(0, from - most))}>{t('duplicates.before')}</Link>}
      {until < count && <Link class="button" to={at(from + most)}>{t('duplicates.behind')}</Link>}
    </p>
  );
}

const headingOf = (from: number, listed: number, count: number) => (from > 0 ? t('duplicates.part', { from: from + 1, until: from + listed, total: count }) : listed < count ? t('duplicates.first', { count: listed, total: count }) : t('duplicates.count', { count }));

function Pairs({ queue: { count, working, items }, from, onMore }: { queue: Queue; from: number; onMore: (() => void) | undefined }) {
  useEffect(() => {
    if (!working) return undefined;
    const timer = setTimeout(() => { revision.value += 1; }, soon);
    return () => clearTimeout(timer);
  });
  return (
    <>
      {working && <p class="note small" role="status">{t('duplicates.working')}</p>}
      {items.length === 0 ? !working && <Empty>{t('duplicates.none')}</Empty> : <h2>{headingOf(from, items.length, count)}</h2>}
      <ol class="list">{items.map((pair) => <Waiting key={`${pair.one.id} ${pair.other.id}`} pair={pair} />)}</ol>
      {from + items.length < count && onMore ? <p><button type="button" class="button" onClick={onMore}>{t('state.more')}</button></p> : <Pages from={from} until={from + items.length} count={count} />}
    </>
  );
}

/** Who may have been entered twice, the likeliest first. */
export function QueueOfPairs() {
  const from = Math.max(0, Math.floor(Number(route.value.query['mulai'] ?? 0)) || 0);
  const [steps, setSteps] = useState(1);
  const limit = from > 0 ? most : Math.min(most, steps * step);
  const answer = useAnswer(`duplicates?${from}&${limit}`, (stop) => duplicates(from, limit, stop));
  return (
    <div class="stack loose duplicates">
      <header class="stack tight"><h1>{t('duplicates.title')}</h1><p class="quiet">{t('duplicates.intro')}</p></header>
      <section class="stack"><Answered answer={answer} lines={8}>{(queue) => <Pairs queue={queue} from={from} onMore={limit < most ? () => setSteps(steps + 1) : undefined} />}</Answered></section>
    </div>
  );
}
