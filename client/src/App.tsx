import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { taxonomies } from './api/questions';
import { letGo } from './first';
import { PreviewBanner } from './features/preview/Banner';
import { SearchBox } from './features/search/SearchBox';
import { AccountMenu, SessionMenu } from './features/session/SessionMenu';
import { MapPane } from './map/MapPane';
import { MapOnPaper } from './map/Tools';
import { useAnswer, waiting } from './network/asking';
import { route } from './network/route';
import { about, sheet, terms } from './network/state';
import { returning } from './network/visits';
import { Places } from './ui/Places';
import { SheetFrame } from './ui/SheetFrame';
import { useWholeSheet } from './ui/room';
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
  const [speaks, title] = [language.value, t('app.title', { page: about.value ?? titleOf(view, id) })];
  // Only when it is another one: a browser that is told the language looks at the style of every element again, also when it is the same.
  useLayoutEffect(() => { document.documentElement.lang = speaks; }, [speaks]);
  useLayoutEffect(() => { document.title = title; }, [title]);
  useEffect(() => {
    if (first.current) { first.current = false; return; }
    if (sheet.value === 'peek') sheet.value = 'half';
    document.getElementById('content')?.focus({ preventScroll: true });
    document.getElementById('content')?.scrollTo(0, 0);
  }, [view, id]);
}

/** Hidden until it has the focus. It leads to the map itself, which arrow keys move, as soon as that is there. What is in the sheet comes before the buttons of the map, which are a step from the top as well. */
function Skip({ to, children }: { to: string; children: string }) {
  return <a class="skip" href={`#${to}`} onClick={(event) => { event.preventDefault(); const place = document.getElementById(to); (place?.querySelector<HTMLElement>('.maplibregl-canvas') ?? place)?.focus(); }}>{children}</a>;
}

const forget = () => { returning.value = undefined; };

/** Who comes back finds the page where she left it, as soon as its answers are there again, unless she moves it herself. */
function useReturn() {
  const [back, answered] = [returning.value, waiting.value];
  useEffect(() => {
    for (const moved of ['wheel', 'touchmove', 'keydown'] as const) addEventListener(moved, forget, { passive: true });
  }, []);
  useEffect(() => {
    const content = document.getElementById('content');
    if (!back || !content) return;
    content.scrollTo(0, back.scrolled);
    if (waiting.peek() > 0) return;
    if (back.link && (document.activeElement === content || document.activeElement === document.body)) content.querySelector<HTMLElement>(`a[href="${CSS.escape(back.link)}"]`)?.focus({ preventScroll: true });
    forget();
  }, [back, answered, route.value]);
}

/** What the server answered first makes room for the view as soon as that has its own answers. */
function useFirst() {
  const answered = waiting.value;
  useEffect(letGo, [answered, route.value]);
}

/** What is done beside what is shown. It hears of every question that is asked and answered, so it is a component of its own: the page is not drawn again for each. It comes last, since it acts on what the others drew and asked. */
function Attendant() {
  useTerms();
  useDocument();
  // Half of the sheet of a phone shows two or three fields of a form.
  useWholeSheet(route.value.view.endsWith('Form'));
  useReturn();
  useFirst();
  return null;
}

export function App() {
  const { view, query } = route.value;
  // A wide answer takes the place of the map and keeps a small one.
  const wide = query['bentuk'] === 'tabel' || query['bantuan'] === 'tabel' || (query['banding'] ?? '').includes(',') || view === 'import' || (view === 'duplicates' && query['lain'] !== undefined) || (view === 'coverage' && query['sel'] === undefined);
  return (
    <div class={wide ? 'app wide' : 'app'}>
      <Skip to="content">{t('app.skip')}</Skip>
      <Skip to="map">{t('app.skipToMap')}</Skip>
      <header class="top">
        <SearchBox />
        <SessionMenu />
      </header>
      <Places />
      <AccountMenu at="rail" />
      <MapOnPaper />
      <SheetFrame over={<PreviewBanner />}><CurrentView /></SheetFrame>
      <MapPane />
      <LiveLine />
      <Announcer />
      <Attendant />
    </div>
  );
}
