import type { GeoJSONSource, Map as GlMap } from 'maplibre-gl';
import type { CoverageState } from '../api/answers';
import type { Family, Summary } from '../api/shapes';
import { today } from '../network/day';
import type { Shown } from '../network/state';
import { type Arc, type Places, type Point, arrows, drawn, pathArcs, tieArcs } from './arcs';
import { roomOf } from './camera';
import { type Room, clearSides, onMap, sidesFor, sizeOf } from './labels';
import { leaders, spread } from './spreading';
import { cellImage, dimmed, dimmedCells, discOpacity, isBlurred, namedAlone, signImage } from './style';
import { statePoints } from './states';

export type Shapes = GeoJSON.FeatureCollection<GeoJSON.Geometry, { code: string; name: string; schematic?: boolean }>;
/** The shapes that are there for what is shown. */
export interface Outlines { coloured?: Shapes | undefined; outline?: Shapes['features'][number] | undefined }
const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features });
export const setData = (map: GlMap, source: string, data: GeoJSON.FeatureCollection) => map.getSource<GeoJSONSource>(source)?.setData(data);

/** Everybody that the selection brings to the map, the selected one first. */
export function people({ selected, ends, ties, paths, candidates }: Shown): Summary[] {
  return drawn([selected, ...(ends ?? []), ...(ties ?? []).map((tie) => tie.other), ...(paths ?? []).flatMap((p) => p.steps.flatMap((s) => [s.from, s.to])), ...(candidates ?? [])]);
}

/** What is selected, not what is known about it: the camera moves only when this changes, never because somebody else changed something. */
export const selectionOf = ({ selected, ends, paths, candidates, asked, focus }: Shown): string =>
  [focus ? `${focus.longitude},${focus.latitude}` : '', selected?.id, ends?.map((one) => one.id).join('+'), paths?.[0]?.steps.map((s) => s.tie.id).join('+'), candidates ? `candidates ${asked ?? ''}` : ''].join('|');

/** Who stands out among those who are shown: the selected one, and the ends of the chosen path or of what has none. */
const chosenOf = ({ selected, paths, ends }: Shown): (string | undefined)[] => [selected?.id, paths?.[0]?.steps[0]?.from.id, paths?.[0]?.steps.at(-1)?.to.id, ...(ends ?? []).map((one) => one.id)];

/** Where everybody of the selection is drawn at a zoom. */
const placesOf = (shown: Shown, zoom: number): Places => spread(people(shown), chosenOf(shown), zoom);

/** Pixels from the middle of a sign to its name: of one who is chosen beside it, beyond those who stand around it, or beyond everybody. */
const gaps = { chosen: [22, 58, 112] as const, other: 14 };

/** Where the name of a sign may stand. Those who are chosen have it beside them where nobody else stands, and farther `away` where there is no such side; at worst over others, but never behind another who is chosen. */
function labelled(id: string, label: string, pixels: Map<string, { x: number; y: number }>, chosen: Set<string | undefined>, room: Room): { sides: string; away: number } {
  const { x = 0, y = 0 } = pixels.get(id) ?? {};
  const signs = (some: (other: string) => boolean) => [...pixels].filter(([other]) => other !== id && some(other)).map(([, at]) => ({ left: at.x - 12, right: at.x + 12, top: at.y - 12, bottom: at.y + 12 }));
  if (!chosen.has(id)) return { sides: sidesFor([x, y], sizeOf(label, 12, 144), gaps.other, room, signs(() => true)), away: 0 };
  const size = sizeOf(label, 14, 168);
  const beside = sidesFor([x, y], size, gaps.chosen[0], room, signs(() => true));
  if (beside) return { sides: beside, away: 0 };
  // What stands between a name and its sign matters beside it only; farther away the name has its own place.
  const clear = [1, 2].map((away) => ({ away, sides: clearSides([x, y], size, gaps.chosen[away] ?? 0, room, signs(() => true), signs((other) => chosen.has(other))) })).find(({ sides }) => sides);
  return clear ?? { away: 1, sides: sidesFor([x, y], size, gaps.chosen[1], room, signs((other) => chosen.has(other))) };
}

function points(map: GlMap, shown: Shown, places: Places): GeoJSON.FeatureCollection {
  const rank = new Map(shown.candidates?.map((o, index) => [o.id, index + 1]));
  const chosen = new Set(chosenOf(shown));
  const room = roomOf(map.getContainer());
  const pixels = new Map([...places].map(([id, at]) => [id, map.project(at)]));
  return collection(people(shown).map(({ id, name, family, mediates, retired, position }) => {
    const number = rank.has(id) && id !== shown.selected?.id ? `${rank.get(id)}.` : '';
    const said = number ? `${number} ${onMap(name)}` : onMap(name);
    const whole = { label: said, ...labelled(id, said, pixels, chosen, room) };
    // Where there is no room for a name, there may be for its number.
    const { label, sides, away } = whole.sides || !number ? whole : { label: number, ...labelled(id, number, pixels, chosen, room) };
    return {
      type: 'Feature', geometry: { type: 'Point', coordinates: places.get(id) ?? [0, 0] },
      properties: {
        id, family, mediates: mediates === true, retired: Boolean(retired), radiusKm: position?.radiusKm ?? 0, label: sides ? label : '', sides, away,
        rank: rank.get(id) ?? 99, role: chosen.has(id) ? 'selected' : 'other',
      },
    };
  }));
}

const linesOf = ({ selected, ties, paths, missing, at }: Shown, places: Places): Arc[] =>
  [...(selected && ties ? tieArcs(selected, ties, places, at ?? today()) : []), ...(paths ? pathArcs(paths, places, missing) : [])];

/** Signs that share a point keep their distance on the screen, and names keep to what can be seen of the map, so that they and the lines that end at them are placed again after every move. */
export function place(map: GlMap, shown: Shown, { coloured }: Outlines) {
  const places = placesOf(shown, map.getZoom());
  const lines = linesOf(shown, places);
  setData(map, 'ties', collection([...lines, ...arrows(lines)]));
  setData(map, 'leaders', collection(leaders(people(shown), places)));
  setData(map, 'drawn', points(map, shown, places));
  const { coverage } = shown;
  const room = roomOf(map.getContainer());
  const sidesOf = (at: Point, name: string) => { const { x, y } = map.project(at); return sidesFor([x, y], sizeOf(name, 12, 96), 9, room); };
  setData(map, 'states', collection(coverage && coloured ? statePoints(coverage.answer, coverage.term, coloured, sidesOf) : []));
}

function coverageShapes(shown: Shown, shapes: Shapes | undefined, chosen: string | undefined): GeoJSON.FeatureCollection {
  if (!shown.coverage || !shapes) return collection([]);
  const { answer, term } = shown.coverage;
  const states = new Map<string, CoverageState | undefined>(answer.regions.map((r) => [r.code, r.cells[term]?.state]));
  return collection(shapes.features.filter((f) => states.get(f.properties.code) !== undefined)
    .map((f) => ({ ...f, properties: { ...f.properties, state: states.get(f.properties.code), term: answer.terms[term]?.code, chosen: f.properties.code === chosen } })));
}

/** Each region that is coloured has the sign of its state, and its name; of regencies from where there is room for them, and until then the names of the provinces. */
function paintStates(map: GlMap, { coverage }: Shown) {
  const provinces = coverage?.answer.level === 'province';
  map.setLayerZoomRange('states', provinces ? 0 : 5, 24);
  map.setLayerZoomRange('state-names', provinces ? 0 : 6.5, 24);
  for (const layer of ['regency-lines', 'regency-sketches', 'regency-names']) if (map.getLayer(layer)) map.setLayoutProperty(layer, 'visibility', coverage ? 'none' : 'visible');
  if (map.getLayer('province-names')) map.setLayoutProperty('province-names', 'visibility', provinces ? 'none' : 'visible');
}

/** What the person put on the map herself. */
export function paintOwn(map: GlMap, here: Point | undefined, way: Point[]) {
  const point = (coordinates: Point, properties: object): GeoJSON.Feature => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates } });
  setData(map, 'here', collection(here ? [point(here, { radiusKm: 1 })] : []));
  setData(map, 'measure', collection([...(way.length > 1 ? [{ type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates: way } }] : []), ...way.map((at) => point(at, {}))]));
}

/** Draws what the views ask for. While coverage is shown, organizations are dark outlines on white, so that the two palettes never meet. */
export function paint(map: GlMap, shown: Shown, { coloured, outline }: Outlines, chosen: string | undefined, hidden: Family[]) {
  place(map, shown, { coloured });
  setData(map, 'coverage', coverageShapes(shown, coloured, chosen));
  paintStates(map, shown);
  setData(map, 'region', collection(shown.region && outline ? [outline] : []));
  const quiet = shown.coverage !== undefined;
  map.setLayoutProperty('cells', 'icon-image', cellImage(quiet ? 'o' : '', hidden));
  map.setLayoutProperty('organizations', 'icon-image', signImage(quiet ? 'o' : ''));
  for (const layer of ['drawn-other', 'drawn-selected']) map.setLayoutProperty(layer, 'icon-image', signImage(quiet ? 'o' : ''));
  // Without the cells, the few that stand alone below zoom 12 would look like all there are.
  map.setLayerZoomRange('organizations', quiet ? 12 : 0, 24);
  map.setLayerZoomRange('organization-names', quiet ? 12 : 9, 24);
  map.setLayoutProperty('cells', 'visibility', quiet ? 'none' : 'visible');
  map.setLayoutProperty('discs', 'visibility', quiet ? 'none' : 'visible');
  const others = (shown.ties?.length ?? 0) > 0 || shown.paths || shown.candidates || shown.ends ? 0.28 : 1;
  map.setPaintProperty('cells', 'icon-opacity', dimmedCells(hidden, others));
  map.setPaintProperty('organizations', 'icon-opacity', dimmed(hidden, others));
  map.setPaintProperty('organization-names', 'text-opacity', others === 1 ? dimmed(hidden, 1) : 0);
  map.setFilter('organization-names', namedAlone(people(shown).map((one) => one.id)));
  map.setFilter('discs', hidden.length === 0 ? isBlurred : ['all', isBlurred, ['!', ['in', ['get', 'family'], ['literal', hidden]]]]);
  map.setPaintProperty('discs', 'circle-opacity', discOpacity(others));
}
