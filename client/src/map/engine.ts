import { previewHeaders } from '../api/preview';
import { Map as GlMap, type LngLat, type MapGeoJSONFeature, type MapMouseEvent, type StyleSpecification, type VectorTileSource, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { type View, go, route, to } from '../network/route';
import { type Shown, colouring, picking } from '../network/state';
import { language, t } from '../words';
import { approach, fit, frame, frameShapes, indonesia, keepMiddle, readCamera, roomOf, showAll, still, writeCamera } from './camera';
import { readColours } from './colours';
import { type Ground, loadGround } from './ground/ground';
import { imageOf, ratio } from './images';
import { onMap } from './labels';
import { look } from './looking';
import type { Family, Summary } from '../api/shapes';
import { textOf } from '../trust';
import type { Point } from './arcs';
import { scaleBar } from './distance';
import { isCovered } from './labels';
import { credits, measuring, scale } from './tools';
import { keepClear } from './overlaid';
import { inPieces } from './pieces';
import { pulsing, rehearse } from './pulse';
import { type Outlines, paint, paintOwn, people, place, selectionOf, setData } from './painting';
import { outlinedBy, shapesOf } from './shapes';
import { clearScale } from './scale';
import { overStreets, styleOf } from './style';
import { putUnder } from './streets';
import { bringBack } from './lost';
import { drawLand, forgetLand, regionAt } from './land';
import { ViewTies } from './viewTies';

const tiles = (version: string) => `${location.origin}/tiles/{z}/{x}/{y}.mvt${version ? `?v=${encodeURIComponent(version)}` : ''}`;
/** Labels in tiles are in the language of the page, not of the browser. */
const inLanguage = (url: string) => (url.startsWith(`${location.origin}/tiles/`) ? { url, headers: { 'Accept-Language': language.value, ...previewHeaders() } } : { url });
const clickable = ['drawn-selected', 'drawn-other', 'organizations', 'cells', 'states', 'state-names', 'coverage', 'coverage-unknown'];

const addressOf = () => location.pathname + location.search;

/** Whose map is shown as it was left: the address that was opened with a camera, or that a click on a sign led to, where she has the part of the map before her that she wants. */
let kept: string | undefined;
function keepCamera() { kept = addressOf(); }
function isKept(): boolean {
  if (kept !== addressOf()) kept = undefined;
  return kept !== undefined;
}

/** What a click on something opens; one click is one step, and back takes it back. */
function open(map: GlMap, feature: MapGeoJSONFeature) {
  const { layer, properties, geometry } = feature;
  if (layer.id === 'cells' && properties['region']) go(to('region', undefined, { kode: String(properties['region']) }));
  else if (layer.id === 'cells' && geometry.type === 'Point') {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    approach(map, longitude, latitude, Math.min(map.getMaxZoom(), map.getZoom() + 2));
  } else if (layer.id.startsWith('state') || layer.id.startsWith('coverage')) {
    const { query } = route.value;
    go(to('coverage', undefined, { ...query, sel: `${String(properties['code'])}:${String(properties['term'])}` }));
  } else {
    go(to('organization', String(properties['id'])));
    keepCamera();
  }
}

let hoveredId: unknown;

/** Who is under the pointer gets a ring and a name, also where names are not written yet. */
function hover(map: GlMap, feature: MapGeoJSONFeature | undefined) {
  const one = feature?.layer.id === 'organizations' ? feature : undefined;
  const id: unknown = one?.properties['id'];
  if (id === hoveredId || !map.getSource('hovered')) return;
  hoveredId = id;
  const named = one !== undefined && map.queryRenderedFeatures({ layers: ['organization-names', 'drawn-other', 'drawn-selected'] }).some((other) => other.properties['id'] === id);
  setData(map, 'hovered', { type: 'FeatureCollection', features: one?.geometry.type === 'Point' ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...one.geometry.coordinates] }, properties: { ...one.properties, name: named ? '' : onMap(String(one.properties['name'])) } }] : [] });
}

/** Views that are read, not filled in: there the land leads to its region. */
const reading = new Set<View>(['map', 'region', 'organization', 'service', 'search']);

/** Opens the region that was clicked, of the level that fits the zoom. */
async function openLand(map: GlMap, { lng, lat }: LngLat) {
  if (!reading.has(route.peek().view)) return;
  const code = await regionAt([lng, lat], map.getZoom());
  if (code) go(to('region', undefined, { kode: code }));
}

/** The camera that somebody writes into the address of the open page. What the map writes there itself is no such change. */
function followAddress(map: GlMap) {
  const follow = () => {
    const camera = readCamera(location.hash);
    if (camera) map.jumpTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom });
  };
  const changed = ({ oldURL, newURL }: HashChangeEvent) => { if (oldURL.split('#')[0] === newURL.split('#')[0]) follow(); };
  addEventListener('hashchange', changed);
  map.once('remove', () => removeEventListener('hashchange', changed));
}

function listen(map: GlMap) {
  followAddress(map);
  const near = (event: MapMouseEvent) => {
    const { x, y } = event.point;
    return map.queryRenderedFeatures([[x - 6, y - 6], [x + 6, y + 6]], { layers: clickable.filter((l) => map.getLayer(l)) });
  };
  map.on('click', (event) => {
    if (picking.peek()) return;
    if (measuring.peek()) { measuring.value = [...(measuring.peek() ?? []), [event.lngLat.lng, event.lngLat.lat]]; return; }
    const [first] = near(event);
    hover(map, undefined);
    if (first) open(map, first); else void openLand(map, event.lngLat);
  });
  map.on('mousemove', (event) => {
    const [first] = measuring.peek() ? [] : near(event);
    map.getCanvas().style.cursor = measuring.peek() ? 'crosshair' : first ? 'pointer' : '';
    hover(map, first);
  });
  map.on('mouseout', () => hover(map, undefined));
  map.on('moveend', () => {
    const { lat: latitude, lng: longitude } = map.getCenter();
    history.replaceState(history.state, '', location.pathname + location.search + writeCamera({ zoom: map.getZoom(), latitude, longitude }));
  });
  const bar = () => { scale.value = scaleBar(map.getZoom(), map.getCenter().lat, Math.min(110, map.getContainer().clientWidth / 5)); };
  map.on('move', bar);
  bar();
  map.on('resize', () => keepMiddle(map, false));
  keepClear(map);
}

/** Fetches the script of the map's worker. The worker itself never says that it did not come, and the map would wait for it for ever; what was fetched once the browser has at hand. */
export async function fetchWorker() {
  const { ok, status } = await fetch(workerUrl);
  if (!ok) throw new Error(`The worker of the map was answered with ${status}.`);
}

function make(container: HTMLElement): GlMap {
  setWorkerUrl(new URL(workerUrl, location.href).href);
  const camera = readCamera(location.hash);
  const place = camera ? { center: [camera.longitude, camera.latitude] as [number, number], zoom: camera.zoom } : { bounds: indonesia };
  const map = new GlMap({
    container, style: styleOf(readColours(), tiles('')), ...place, minZoom: 1.5, maxZoom: 16, maxBounds: [[62, -78], [176, 78]], attributionControl: false, dragRotate: false, pitchWithRotate: false,
    transformRequest: inLanguage,
    fadeDuration: still() ? 0 : 150, locale: { 'Map.Title': t('map.help') },
  });
  // North stays up: nothing on the page would turn it back.
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  if (camera) keepMiddle(map, false);
  else showAll(map, false);
  return map;
}

/** Who made what a street map shows, as it asks to be told, without its links. */
function creditsOf(map: GlMap): string {
  const told = Object.keys(map.getStyle().sources).map((name) => (map.getSource(name) as { attribution?: string } | undefined)?.attribution).filter((words) => words !== undefined);
  return [...new Set(told.map(textOf))].filter(Boolean).join(' · ');
}

function fill(map: GlMap, ground: Ground) {
  setData(map, 'neighbours', ground.neighbours);
  setData(map, 'provinces', ground.provinces);
}

/** The region of a coverage that is open, or that was looked for on the map. */
const chosenRegion = () => route.value.query['sel']?.split(':')[0] ?? route.value.query['sorot'];

/** Shows a region, the one that is open or the one of a coverage that was looked for, as far as its own outline goes; one that has none is approached. Of a service all regions are shown that it works in. */
function goTo(map: GlMap, { region, focus, coverage }: Shown, { coloured, outline, areas = [] }: Outlines) {
  if (areas.length > 0) { frameShapes(map, areas); return; }
  const code = coverage ? chosenRegion() : region;
  const shape = coverage ? coloured?.features.find(({ properties }) => properties.code === code) : outline;
  if (shape && code && outlinedBy(code) === code) frameShapes(map, [shape]);
  else if (focus) approach(map, focus.longitude, focus.latitude, focus.zoom);
}

export interface Engine {
  map: GlMap; cover: () => void; show: (shown: Shown) => void; refresh: (version: string) => void; reached: () => void; point: (id: string | undefined) => void; pulse: (at: [number, number][]) => void; drive: (address: string) => Promise<void>; leaveOut: (hidden: Family[]) => void; own: (here: Point | undefined, way: Point[]) => void; drawn: () => HTMLCanvasElement; remove: () => void;
}

/** That a region of a coverage was open, in place of what the map is framed on. */
const left = 'open';

/** Frames the answer of a coverage when it is another one. A region that is open has the map to itself; when it is left, the whole answer comes back, once the map has the room that the
 *  other sheet leaves. */
function framing(map: GlMap) {
  let framed = '';
  return ({ coverage, focus }: Shown, { coloured }: Outlines, isStill: () => boolean) => {
    const answer = coverage?.answer;
    const [before, key] = [framed, answer ? answer.at + answer.level + answer.regions.length : ''];
    framed = answer && focus ? left : key;
    if (!answer || focus || key === before || isKept()) return;
    const whole = () => { if (isStill()) frame(map, answer, coloured); };
    if (before === left) void map.once('idle', whole);
    else whole();
  };
}

/** Whether somebody else is chosen than before. From the map alone, whoever is chosen next is brought into view, also when she was the last. */
function choosing() {
  let last = '';
  return (shown: Shown, all: Summary[]) => {
    const selection = shown.focus !== undefined || all.length > 0 ? selectionOf(shown) : '';
    const isNew = selection !== '' && selection !== last;
    if (selection !== '' || route.peek().view === 'map') last = selection;
    return isNew;
  };
}

/** What lies under the signs, and is drawn once they stand: the land with its names, and the ties of everybody in view. */
function lying(map: GlMap) {
  const ties = new ViewTies(map);
  return {
    land(now: Shown) { void drawLand(map, now.coverage !== undefined); },
    ties(now: Shown, version: string, hidden: Family[]) { ties.show(now, version, hidden); },
    forget() { forgetLand(); ties.forget(); },
  };
}

/** Where a sign lies under something that is over the map, as after an address went from a laptop to a phone, it is brought into the open; the map comes no closer. */
function unveil(map: GlMap, selected: Summary | undefined) {
  const at = selected?.position;
  if (!at) return;
  void map.once('idle', () => {
    if (picking.peek()) return;
    const { x, y } = map.project([at.longitude, at.latitude]);
    const { clientWidth, clientHeight } = map.getContainer();
    if (x > 0 && y > 0 && x < clientWidth && y < clientHeight && isCovered([x, y], roomOf(map.getContainer()))) approach(map, at.longitude, at.latitude, map.getZoom());
  });
}

/** Each of it once everything that is drawn stands; it is begun anew when the map was drawn meanwhile. */
function whenItRests(map: GlMap, ...pieces: (() => void)[]) {
  const { begin, stop } = inPieces(...pieces);
  map.on('idle', begin);
  map.once('remove', stop);
}

/** Lays the land under the map, and once more if it was lost on its way. */
function laying(map: GlMap) {
  let bare = true;
  const lay = () => { loadGround().then((ground) => { fill(map, ground); bare = false; }, () => { bare = true; }); };
  return { lay, again() { if (bare) lay(); } };
}

/** The map: made once, told what to show, never asks anything but tiles and shapes. */
export async function start(container: HTMLElement): Promise<Engine> {
  void loadGround().catch(() => undefined);
  const map = make(container);
  const under = lying(map);
  let [now, outlines, ready, version] = [{}, {}, false, ''] as [Shown, Outlines, boolean, string];
  const isNew = choosing();
  if (readCamera(location.hash)) keepCamera();
  const frameAnswer = framing(map);
  let [hidden, here, way] = [[], undefined, []] as [Family[], Point | undefined, Point[]];
  let streets: StyleSpecification | undefined;
  whenItRests(map, () => look(map, hidden), () => { if (ready) under.land(now); }, () => { if (ready) under.ties(now, version, hidden); }, () => { if (ready) clearScale(map); }, () => { credits.value = streets ? creditsOf(map) : ''; });
  const draw = () => { if (!ready) return; paint(map, now, outlines, chosenRegion(), hidden); paintOwn(map, here, way); };
  const restyle = () => { ready = false; const ours = styleOf(readColours(), tiles(version)); map.setStyle(streets ? overStreets(ours, streets) : ours, { diff: false }); };
  map.setMissingStyleImageResolver((id) => { const image = imageOf(id, readColours()); if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: ratio }); });
  const land = laying(map);
  map.on('style.load', () => { ready = true; under.forget(); land.lay(); draw(); });
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', restyle);
  listen(map);
  const reached = bringBack(map, 'tiles');
  map.on('moveend', () => { if (ready && (now.coverage || people(now).length > 0)) place(map, now, outlines); });
  await map.once('load');
  rehearse(map);
  return {
    map,
    cover() { keepMiddle(map, true); },
    show(shown) {
      now = shown;
      const all = people({ ...shown, ...(shown.paths ? { paths: shown.paths.slice(0, 1) } : {}) });
      const chosen = isNew(shown, all);
      const moves = !isKept() && chosen && !picking.peek();
      if (chosen && !moves) unveil(map, shown.selected);
      if (moves && shown.focus && !shown.region && !shown.coverage) approach(map, shown.focus.longitude, shown.focus.latitude, shown.focus.zoom);
      else if (moves && !shown.focus && all.length > 0) fit(map, all, shown.ends ? 'named' : shown.candidates ? 'all' : 'most');
      colouring.value = shown.coverage !== undefined;
      void shapesOf(shown).then((found) => {
        if (now !== shown) return;
        outlines = found;
        draw();
        if (moves && (shown.region || shown.areas || (shown.coverage && shown.focus))) goTo(map, shown, found);
        settle(map, 'coverage', () => { if (now === shown) colouring.value = false; });
        frameAnswer(shown, found, () => now === shown);
      });
      draw();
    },
    refresh(next) { version = next; land.again(); map.getSource<VectorTileSource>('tiles')?.setTiles([tiles(next)]); },
    reached,
    point(id) { if (map.getLayer('pointed')) map.setFilter('pointed', ['==', ['get', 'id'], id ?? '']); },
    pulse: pulsing(map),
    drive: (address) => putUnder(map, address, (theirs) => { streets = theirs; restyle(); }),
    leaveOut(next) { hidden = next; draw(); },
    own(place, points) {
      if (place && place !== here) approach(map, place[0], place[1], Math.max(11, map.getZoom()));
      [here, way] = [place, points];
      if (ready) paintOwn(map, here, way);
    },
    drawn() { map.redraw(); return map.getCanvas(); },
    remove() { scheme.removeEventListener('change', restyle); map.remove(); },
  };
}

/** Waits until what was given to a source is ready to be drawn; that is done by a worker, and takes its time on a slow machine. */
function settle(map: GlMap, source: string, done: () => void) {
  const check = () => { if (map.getSource(source) && !map.isSourceLoaded(source)) return; map.off('render', check); done(); };
  map.on('render', check);
  map.triggerRepaint();
}
