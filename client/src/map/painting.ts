import type { GeoJSONSource, Map as GlMap } from 'maplibre-gl';
import type { CoverageState } from '../api/answers';
import type { Family, Summary } from '../api/shapes';
import type { Shown } from '../network/state';
import { type Point, arrows, drawn, pathArcs, tieArcs } from './arcs';
import { spread } from './spreading';
import { cellImage, dimmed, dimmedCells, discOpacity, isBlurred, signImage } from './style';

export type Shapes = GeoJSON.FeatureCollection<GeoJSON.Geometry, { code: string; name: string; schematic?: boolean }>;
const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features });
export const setData = (map: GlMap, source: string, data: GeoJSON.FeatureCollection) => map.getSource<GeoJSONSource>(source)?.setData(data);

/** Everybody that the selection brings to the map, the selected one first. */
export function people({ selected, ends, ties, paths, candidates }: Shown): Summary[] {
  return drawn([selected, ...(ends ?? []), ...(ties ?? []).map((tie) => tie.other), ...(paths ?? []).flatMap((p) => p.steps.flatMap((s) => [s.from, s.to])), ...(candidates ?? [])]);
}

/** What is selected, not what is known about it: the camera moves only when this changes, never because somebody else changed something. */
export const selectionOf = ({ selected, ends, paths, candidates, asked, focus }: Shown): string =>
  [focus ? `${focus.longitude},${focus.latitude}` : '', selected?.id, ends?.map((one) => one.id).join('+'), paths?.[0]?.steps.map((s) => s.tie.id).join('+'), candidates ? `candidates ${asked ?? ''}` : ''].join('|');

function points(shown: Shown, zoom: number): GeoJSON.FeatureCollection {
  const rank = new Map(shown.candidates?.map((o, index) => [o.id, index + 1]));
  const [best] = shown.paths ?? [];
  const ends = new Set([best?.steps[0]?.from.id, best?.steps.at(-1)?.to.id, ...(shown.ends ?? []).map((one) => one.id)]);
  const everybody = people(shown);
  const places = spread(everybody, shown.selected?.id, zoom);
  const crowded = everybody.some((one) => one.position && places.get(one.id)?.[0] !== one.position.longitude);
  return collection(everybody.map(({ id, name, family, mediates, retired, position }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: places.get(id) ?? [0, 0] },
    properties: {
      id, family, mediates: mediates === true, retired: Boolean(retired), radiusKm: position?.radiusKm ?? 0, label: rank.has(id) && id !== shown.selected?.id ? `${rank.get(id)}. ${name}` : name,
      rank: rank.get(id) ?? 99, labelled: crowded ? 4.2 : 1.6, role: id === shown.selected?.id || ends.has(id) ? 'selected' : 'other',
    },
  })));
}

/** Signs that share a point keep their distance on the screen, so they are placed again at every zoom. */
export const place = (map: GlMap, shown: Shown) => setData(map, 'drawn', points(shown, map.getZoom()));

function coverageShapes(shown: Shown, shapes: Shapes | undefined, chosen: string | undefined): GeoJSON.FeatureCollection {
  if (!shown.coverage || !shapes) return collection([]);
  const { answer, term } = shown.coverage;
  const states = new Map<string, CoverageState | undefined>(answer.regions.map((r) => [r.code, r.cells[term]?.state]));
  return collection(shapes.features.filter((f) => states.get(f.properties.code) !== undefined)
    .map((f) => ({ ...f, properties: { ...f.properties, state: states.get(f.properties.code), term: answer.terms[term]?.code, chosen: f.properties.code === chosen } })));
}

/** What the person put on the map herself. */
export function paintOwn(map: GlMap, here: Point | undefined, way: Point[]) {
  const point = (coordinates: Point, properties: object): GeoJSON.Feature => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates } });
  setData(map, 'here', collection(here ? [point(here, { radiusKm: 1 })] : []));
  setData(map, 'measure', collection([...(way.length > 1 ? [{ type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates: way } }] : []), ...way.map((at) => point(at, {}))]));
}

/** Draws what the views ask for. While coverage is shown, organizations are dark outlines on white, so that the two palettes never meet. */
export function paint(map: GlMap, shown: Shown, shapes: Shapes | undefined, chosen: string | undefined, hidden: Family[]) {
  const lines = [...(shown.selected && shown.ties ? tieArcs(shown.selected, shown.ties) : []), ...(shown.paths ? pathArcs(shown.paths) : [])];
  setData(map, 'ties', collection([...lines, ...arrows(lines)]));
  place(map, shown);
  setData(map, 'coverage', coverageShapes(shown, shapes, chosen));
  const quiet = shown.coverage !== undefined;
  map.setLayoutProperty('cells', 'icon-image', cellImage(quiet ? 'o' : '', hidden));
  map.setLayoutProperty('organizations', 'icon-image', signImage(quiet ? 'o' : ''));
  for (const layer of ['drawn-other', 'drawn-selected']) map.setLayoutProperty(layer, 'icon-image', signImage(quiet ? 'o' : ''));
  // Without the cells, the few that stand alone below zoom 12 would look like all there are.
  map.setLayerZoomRange('organizations', quiet ? 12 : 0, 24);
  map.setLayerZoomRange('organization-names', quiet ? 12 : 9, 24);
  map.setLayoutProperty('cells', 'visibility', quiet ? 'none' : 'visible');
  map.setLayoutProperty('discs', 'visibility', quiet ? 'none' : 'visible');
  const others = lines.length > 0 || shown.candidates || shown.ends ? 0.28 : 1;
  map.setPaintProperty('cells', 'icon-opacity', dimmedCells(hidden, others));
  map.setPaintProperty('organizations', 'icon-opacity', dimmed(hidden, others));
  map.setPaintProperty('organization-names', 'text-opacity', others === 1 ? dimmed(hidden, 1) : 0);
  map.setFilter('discs', hidden.length === 0 ? isBlurred : ['all', isBlurred, ['!', ['in', ['get', 'family'], ['literal', hidden]]]]);
  map.setPaintProperty('discs', 'circle-opacity', discOpacity(others));
}
