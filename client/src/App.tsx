import { useEffect, useRef } from 'preact/hooks';
import { taxonomies } from './api/questions';
import { SearchBox } from './features/search/SearchBox';
import { SessionMenu, StewardMenu } from './features/session/SessionMenu';
import { MapPane } from './map/MapPane';
import { MapOnPaper } from './map/Tools';
import { useAnswer } from './network/asking';
import { route } from './network/route';
import { about, sheet, terms } from './network/state';
import { Places } from './ui/Places';
import { SheetFrame } from './ui/SheetFrame';
import { Announcer } from './ui/Announcer';
import { LiveLine } from './live/LiveLine';
import { CurrentView, titleOf } from './Views';
import { language, t } from './words';

/** The taxonomies are needed by almost every view, in the language of the page. */
function useTerms() {
  const answer = useAnswer('taxonomies', taxonomies);
  useEffect(() => { if (answer.data) terms.value = answer.data.taxonomies; }, [answer.data]);
}

/** The document says its language and the view it shows; focus moves to the new view, never on the first one. */
function useDocument() {
  const { view, id } = route.value;
  const first = useRef(true);
  document.documentElement.lang = language.value;
  document.title = t('app.title', { page: about.value ?? titleOf(view, id) });
  useEffect(() => {
    if (first.current) { first.current = false; return; }
    if (sheet.value === 'peek') sheet.value = 'half';
    document.getElementById('content')?.focus({ preventScroll: true });
    document.getElementById('content')?.scrollTo(0, 0);
  }, [view, id]);
}

/** Hidden until it has the focus. What is in the sheet comes before the buttons of the map, which are a step from the top as well. */
function Skip({ to, children }: { to: string; children: string }) {
  return <a class="skip" href={`#${to}`} onClick={(event) => { event.preventDefault(); document.getElementById(to)?.focus(); }}>{children}</a>;
}

export function App() {
  useTerms();
  useDocument();
  const { view, query } = route.value;
  // A wide answer takes the place of the map and keeps a small one.
  const wide = query['bentuk'] === 'tabel' || query['bantuan'] === 'tabel' || (query['banding'] ?? '').includes(',') || (view === 'coverage' && query['sel'] === undefined);
  return (
    <div class={wide ? 'app wide' : 'app'}>
      <Skip to="content">{t('app.skip')}</Skip>
      <Skip to="map">{t('app.skipToMap')}</Skip>
      <header class="top">
        <SearchBox />
        <SessionMenu />
      </header>
      <Places />
      <StewardMenu at="rail" />
      <MapOnPaper />
      <SheetFrame><CurrentView /></SheetFrame>
      <MapPane />
      <LiveLine />
      <Announcer />
    </div>
  );
}
