import { useEffect, useState } from 'preact/hooks';
import type { Kept } from '../api/http';
import { oldest } from '../network/age';
import { authorOf } from '../network/author';
import { to } from '../network/route';
import { revision } from '../network/state';
import { Icon } from '../ui/Icon';
import { Link } from '../ui/Link';
import { NoticeLine } from '../ui/NoticeLine';
import { ago, clock, list, moment, t } from '../words';
import type { Gathered } from './messages';
import type { Connection } from './connection';

type Live = typeof import('./connection');

/** How often a page asks whether the server's database is back, and for a script that did not come. */
const patience = 10_000;

/** The connection is fetched and opened after the page has shown its list. */
function useLive(): Live | undefined {
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    const begin = () => { import('./connection').then((module) => { module.followNetwork(); setLive(module); }, () => { timer = setTimeout(begin, patience); }); };
    let timer = setTimeout(begin, 300);
    return () => clearTimeout(timer);
  }, []);
  return live;
}

function Lost({ connection }: { connection: Connection }) {
  return <p class="live-line lost"><Icon name="warning" size={18} />{t('live.lost', { time: connection.since ? clock(connection.since) : '' })}</p>;
}

/** What is shown is not of now: since when, and that it is brought up to date by itself. The age goes on counting without being told again and again. */
function Old({ kept: { at, by }, catching }: { kept: Kept; catching: boolean }) {
  const [now, tick] = useState(Date.now());
  useEffect(() => { tick(Date.now()); const timer = setInterval(() => tick(Date.now()), 30_000); return () => clearInterval(timer); }, [at]);
  useEffect(() => {
    if (by === 'device') return undefined;
    const timer = setInterval(() => { revision.value += 1; }, patience);
    return () => clearInterval(timer);
  }, [by]);
  const words = by === 'server' ? 'live.behind' : catching ? 'live.catching' : 'live.kept';
  return <p class="live-line lost"><Icon name="warning" size={18} /><span>{t(words, { when: moment(at) })} <span class="quiet" aria-live="off">{t('live.age', { ago: ago(at, now) })}</span></span></p>;
}

function Told({ gathered, onDismiss }: { gathered: Gathered; onDismiss: () => void }) {
  const { count, by } = gathered;
  return (
    <p class="live-line">
      <span class="grow">{by.length > 0 ? t('live.changesBy', { count, who: list([...new Set(by.map((author) => authorOf(author)))]) }) : t('live.changes', { count })}</span>
      <Link to={to('activity')} onClickCapture={onDismiss}>{t('live.see')}</Link>
      <button type="button" class="plain icon-only" aria-label={t('live.dismiss')} onClick={onDismiss}><Icon name="close" size={16} /></button>
    </p>
  );
}

/** One polite line: what others changed, or that the connection is lost. */
export function LiveLine() {
  const live = useLive();
  const connection = live?.connection.value;
  const gathered = live?.gathered.value;
  const old = useDelayed(oldest.value !== undefined, 300) ? oldest.value : undefined;
  const lost = useDelayed(connection?.since !== undefined && connection.state !== 'following');
  return (
    <div class="live" role="status" aria-live="polite">
      {old ? <Old kept={old} catching={connection?.state === 'following'} /> : lost && connection && <Lost connection={connection} />}
      <NoticeLine />
      {live && gathered && gathered.count > 0 && <Told gathered={gathered} onDismiss={() => { live.gathered.value = { count: 0, by: [] }; }} />}
    </div>
  );
}

/** A connection that is back within two seconds was not worth telling. */
function useDelayed(on: boolean, after = 2000): boolean {
  const [shows, show] = useState(false);
  useEffect(() => {
    if (!on) { show(false); return undefined; }
    const timer = setTimeout(() => show(true), after);
    return () => clearTimeout(timer);
  }, [on]);
  return shows && on;
}
