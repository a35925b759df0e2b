import type { FilterSpecification, GeoJSONSource, Map as GlMap } from 'maplibre-gl';
import type { CoverageState } from '../api/answers';
import type { Family, Summary } from '../api/shapes';
import { today } from '../network/day';
import type { Shown } from '../network/state';
import { type Arc, type Places, type Point, arrows, drawn, pathArcs, tieArcs } from './arcs';
import { roomOf } from './camera';
import { mercator } from './flat';
import { keepsTo } from './land';
import { type Rect, type Room, onMap, sideFor, sidesFor, sizeOf } from './labels';
import { leaders, spread, standing } from './spreading';
import { cellImage, discOpacity, isBlurred, namedAlone, signImage, unhidden, unhiddenCells } from './style';
import { statePoints } from './states';

export type Shapes = GeoJSON.FeatureCollection<GeoJSON.Geometry, { code: string; name: string; schematic?: boolean }>;
/** The shapes that are there for what is shown. */
export interface Outlines { coloured?: Shapes | undefined; outline?: Shapes['features'][number] | undefined; areas?: Shapes['features'] }
const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features });
export const setData = (map: GlMap, source: string, data: GeoJSON.FeatureCollection) => map.getSource<GeoJSONSource>(source)?.setData(data);

/** Everybody that the selection brings to the map, the selected one first. */
export function people({ selected, ends, ties, paths, candidates, found }: Shown): Summary[] {
  return drawn([selected, ...(ends ?? []), ...(ties ?? []).map((tie) => tie.other), ...(paths ?? []).flatMap((p) => p.steps.flatMap((s) => [s.from, s.to])), ...(candidates ?? []), ...(found ?? [])]);
}

/** Whether somebody stands out, and all others step back: a cluster that an organization is drawn over would be read together with it. */
export const standsOut = (shown: Shown): boolean => people(shown).length > 0 || shown.paths !== undefined || shown.candidates !== undefined || shown.ends !== undefined;

/** What is selected, not what is known about it: the camera moves only when this changes, never because somebody else changed something. */
export const selectionOf = ({ selected, ends, paths, candidates, found, asked, focus }: Shown): string =>
  [focus ? `${focus.longitude},${focus.latitude}` : '', selected?.id, ends?.map((one) => one.id).join('+'), paths?.[0]?.steps.map((s) => s.tie.id).join('+'), candidates ? `candidates ${asked ?? ''}` : '', found ? `found ${asked ?? ''}` : ''].join('|');

/** Who stands out among those who are shown: the selected one, and the ends of the chosen path or of what has none. */
const chosenOf = ({ selected, paths, ends }: Shown): (string | undefined)[] => [selected?.id, paths?.[0]?.steps[0]?.from.id, paths?.[0]?.steps.at(-1)?.to.id, ...(ends ?? []).map((one) => one.id)];

/** Who is on the chosen path: their names come before those of others. */
const onPathOf = ({ paths }: Shown): Set<string> => new Set(paths?.[0]?.steps.flatMap(({ from, to }) => [from.id, to.id]));

/** Pixels from the middle of a sign to its name. */
const gaps = { chosen: 22, other: 14 };
const around = ({ x, y }: { x: number; y: number }, half: number) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });

/** Where the names of those who are chosen stand: they have their place first, and the signs of others make way. */
function namesOf(map: GlMap, shown: Shown, room: Room): Map<string, { side: string; label: Rect }> {
  const [all, names, taken] = [people(shown), new Map<string, { side: string; label: Rect }>(), [...room.taken]];
  const pixels = new Map(all.map(({ id, position }) => [id, map.project([position?.longitude ?? 0, position?.latitude ?? 0])]));
  const chosen = new Set(chosenOf(shown));
  for (const { id, name } of all.filter((one) => chosen.has(one.id))) {
    const { x = 0, y = 0 } = pixels.get(id) ?? {};
    const signs = [...chosen].flatMap((other) => { const at = other === id || other === undefined ? undefined : pixels.get(other); return at && (at.x !== x || at.y !== y) ? [around(at, 22)] : []; });
    const found = sideFor([x, y], sizeOf(onMap(name), 14, 168), gaps.chosen, { free: room.free, taken: [...taken, ...signs] }, [...pixels].filter(([other]) => other !== id).map(([, at]) => [at.x, at.y]));
    if (!found) continue;
    taken.push(found.label);
    const { left, right, top, bottom } = found.label;
    names.set(id, { side: found.side, label: { left: left - x, right: right - x, top: top - y, bottom: bottom - y } });
  }
  return names;
}

type Pixels = Map<string, { x: number; y: number }>;

/** Where the name of one who is not chosen may stand: where nobody else does, and no name of one who is; of who is on the path, if need be, over somebody who is not. */
function labelled(id: string, label: string, pixels: Pixels, onPath: Set<string>, room: Room): string {
  const { x = 0, y = 0 } = pixels.get(id) ?? {};
  const sides = (some: (other: string) => boolean) => sidesFor([x, y], sizeOf(label, 12, 144), gaps.other, room, [...pixels].filter(([other]) => other !== id && some(other)).map(([, at]) => around(at, 12)));
  return sides(() => true) || (onPath.has(id) ? sides((other) => onPath.has(other)) : '');
}

function points(map: GlMap, shown: Shown, places: Places, names: ReturnType<typeof namesOf>, room: Room): GeoJSON.FeatureCollection {
  const rank = new Map(shown.candidates?.map((o, index) => [o.id, index + 1]));
  const [chosen, onPath, found] = [new Set(chosenOf(shown)), onPathOf(shown), new Map(shown.found?.map((one, index) => [one.id, index / 1000]))];
  const pixels: Pixels = new Map([...places].map(([id, at]) => [id, map.project(at)]));
  const written = [...names].flatMap(([id, { label: { left, right, top, bottom } }]) => { const at = pixels.get(id); return at ? [{ left: at.x + left, right: at.x + right, top: at.y + top, bottom: at.y + bottom }] : []; });
  const rest = { free: room.free, taken: [...room.taken, ...written] };
  return collection(people(shown).map(({ id, name, family, mediates, retired, position }) => {
    const number = rank.has(id) && id !== shown.selected?.id ? `${rank.get(id)}.` : '';
    const said = number ? `${number} ${onMap(name)}` : onMap(name);
    const whole = { label: said, sides: chosen.has(id) ? names.get(id)?.side ?? '' : labelled(id, said, pixels, onPath, rest) };
    // Where there is no room for a name, there may be for its number.
    const { label, sides } = whole.sides || !number ? whole : { label: number, sides: labelled(id, number, pixels, onPath, rest) };
    return {
      type: 'Feature', geometry: { type: 'Point', coordinates: places.get(id) ?? [0, 0] },
      properties: {
        id, family, mediates: mediates === true, retired: Boolean(retired), radiusKm: position?.radiusKm ?? 0, label: sides ? label : '', sides,
        rank: rank.get(id) ?? (onPath.has(id) ? 0 : found.get(id) ?? 99), role: chosen.has(id) ? 'selected' : 'other',
      },
    };
  }));
}

const linesOf = ({ selected, ties, paths, missing, at }: Shown, places: Places): Arc[] =>
  [...(selected && ties ? tieArcs(selected, ties, places, at ?? today()) : []), ...(paths ? pathArcs(paths, places, missing) : [])];

/** A box on the screen, in pixels of the whole world at the zoom of the map. */
function onWorld(map: GlMap, { left, top, right, bottom }: Rect): Rect {
  const size = 512 * 2 ** map.getZoom();
  const [[west, north], [east, south]] = [mercator(map.unproject([left, top]).toArray()), mercator(map.unproject([right, bottom]).toArray())];
  return { left: west * size, top: north * size, right: east * size, bottom: south * size };
}

/** Signs that share a point keep their distance on the screen, and names keep to what can be seen of the map, so that they and the lines that end at them are placed again after every move. */
export function place(map: GlMap, shown: Shown, { coloured }: Outlines) {
  const room = roomOf(map.getContainer());
  const names = namesOf(map, shown, room);
  // Until the camera is there, everybody stands where she is: what is opened for one zoom lies far out at another one.
  const places = map.isMoving() ? standing(people(shown)) : spread(people(shown), chosenOf(shown), map.getZoom(), new Map([...names].map(([id, { label }]) => [id, label])), room.taken.map((one) => onWorld(map, one)), onWorld(map, room.free));
  const lines = linesOf(shown, places);
  setData(map, 'ties', collection([...lines, ...arrows(lines)]));
  setData(map, 'leaders', collection(leaders(people(shown), places)));
  setData(map, 'drawn', points(map, shown, places, names, room));
  const { coverage } = shown;
  const keeps = coloured && keepsTo(map, coloured);
  const sidesOf = (at: Point, name: string, code: string) => { const { x, y } = map.project(at); return sidesFor([x, y], sizeOf(name, 12, 96), 9, room, [], (label) => keeps?.(label, code) ?? true); };
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
export function paint(map: GlMap, shown: Shown, { coloured, outline, areas = [] }: Outlines, chosen: string | undefined, hidden: Family[]) {
  place(map, shown, { coloured });
  setData(map, 'coverage', coverageShapes(shown, coloured, chosen));
  paintStates(map, shown);
  setData(map, 'region', collection(shown.region && outline ? [outline] : areas));
  const quiet = shown.coverage !== undefined;
  const others = standsOut(shown) ? 0.28 : 1;
  // Their places were chosen beside all signs, closer to round ones than the map itself would let them; names of organizations come before them.
  if (map.getLayer('province-names')) map.setLayoutProperty('province-names', 'text-allow-overlap', quiet || others < 1 ? false : ['step', ['zoom'], true, 8.5, false]);
  map.setLayoutProperty('cells', 'icon-image', cellImage(quiet ? 'o' : others < 1 ? 'q' : '', hidden));
  map.setLayoutProperty('organizations', 'icon-image', signImage(quiet ? 'o' : ''));
  for (const layer of ['drawn-other', 'drawn-selected']) map.setLayoutProperty(layer, 'icon-image', signImage(quiet ? 'o' : ''));
  // Without the cells, the few that stand alone below zoom 12 would look like all there are.
  map.setLayerZoomRange('organizations', quiet ? 12 : 0, 24);
  map.setLayerZoomRange('organization-names', quiet ? 12 : 9, 24);
  map.setLayoutProperty('cells', 'visibility', quiet ? 'none' : 'visible');
  map.setLayoutProperty('discs', 'visibility', quiet ? 'none' : 'visible');
  map.setPaintProperty('cells', 'icon-opacity', others);
  map.setPaintProperty('organizations', 'icon-opacity', others);
  map.setPaintProperty('organization-names', 'text-opacity', others === 1 ? 1 : 0);
  map.setFilter('cells', unhiddenCells(hidden));
  map.setFilter('organizations', unhidden(hidden));
  map.setFilter('organization-names', namedAlone(people(shown).map((one) => one.id), hidden));
  map.setFilter('discs', ['all', isBlurred, unhidden(hidden)] as FilterSpecification);
  map.setPaintProperty('discs', 'circle-opacity', discOpacity(others));
}
