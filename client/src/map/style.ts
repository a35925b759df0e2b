import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Family } from '../api/shapes';
import type { LineKind } from '../ui/Line';
import { families } from '../ui/signs';
import fontUrl from '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2?url';
import type { Colours } from './colours';
import { choices, nameInTiles, sides } from './labels';

/** From this zoom on the map speaks of regencies, until then of provinces. */
export const regenciesFrom = 6.5;
/** Closer than this, one province fills the screen. */
export const provincesUntil = 10;
const nothing = { type: 'FeatureCollection' as const, features: [] };
const font = ['Noto Sans'];
const mediates: ExpressionSpecification = ['case', ['to-boolean', ['get', 'mediates']], 'r', ''];
const soft: ExpressionSpecification = ['case', ['>', ['to-number', ['get', 'radiusKm'], 0], 0], 's', ''];
/** Only what is drawn for a selection can be retired; the map at large holds who is active. */
const retired: ExpressionSpecification = ['case', ['to-boolean', ['get', 'retired']], 'x', ''];
const familyOrder: ExpressionSpecification = ['match', ['get', 'family'], 'home_workers', 9, 1];
const countOf = (index: number): ExpressionSpecification => ['coalesce', ['get', `f${index}`], 0];
const counts = (hidden: Family[]): ExpressionSpecification => ['concat', ...families.flatMap((f, index) => [...(index ? ['.'] : []), hidden.includes(f) ? '0' : ['to-string', countOf(index)]])] as ExpressionSpecification;
/** How many of a cell are left when the legend leaves some families out. */
const leftIn = (hidden: Family[]): ExpressionSpecification => ['+', 0, ...families.flatMap((f, index) => (hidden.includes(f) ? [] : [countOf(index)]))] as ExpressionSpecification;
/** What the legend leaves out is not on the map; a cell is not when nobody else is in it. */
export const unhidden = (hidden: Family[]): FilterSpecification => ['!', ['in', ['get', 'family'], ['literal', hidden]]];
export const unhiddenCells = (hidden: Family[]): FilterSpecification => ['>', leftIn(hidden), 0];
/** Pixels of a kilometre double with each zoom; at the equator one pixel of zoom 0 is 78.27 km. */
const discRadius: DataDrivenPropertyValueSpecification<number> = ['interpolate', ['exponential', 2], ['zoom'], 0, ['*', 0.01278, ['get', 'radiusKm']], 20, ['*', 13397, ['get', 'radiusKm']]];

/** Those who stand on one point are drawn on a ring around it, since nobody knows who is where: `slot` of `of`, in pixels of a sign of full size. */
export function petal(slot: number, of: number): [number, number] {
  const [angle, radius] = [Math.PI + (slot * 2 * Math.PI) / of, 14 + of * 3];
  return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
}

/** The ring for each who stands on it. Everybody else is drawn on the point. */
const ring = (): ExpressionSpecification => {
  const spots = [2, 3, 4, 5, 6, 7, 8].flatMap((of) => Array.from({ length: of }, (_, slot) => [`${slot}/${of}`, ['literal', petal(slot, of)]]));
  return ['match', ['concat', ['get', 'slot'], '/', ['get', 'of']], ...spots.flat(), ['literal', [0, 0]]] as unknown as ExpressionSpecification;
};

/** How large signs are, at three zooms and between them. */
type Size = [zoom: number, size: number];
const signSizes: [Size, Size, Size] = [[4, 0.62], [9, 0.9], [13, 1.05]];
export function signSize(zoom: number): number {
  const [far, middle, close] = signSizes;
  const [[z0, s0], [z1, s1]] = zoom < middle[0] ? [far, middle] : [middle, close];
  return s0 + (s1 - s0) * Math.min(1, Math.max(0, (zoom - z0) / (z1 - z0)));
}

/** The disc of those who are known to a region only. It says where they may be, and must not colour the map: the larger, the fainter, and gone where it would fill the screen. */
export const discOpacity = (part: number): DataDrivenPropertyValueSpecification<number> => {
  const of = (large: number, small: number): ExpressionSpecification => ['case', ['>', ['get', 'radiusKm'], 20], large * part, small * part];
  return ['interpolate', ['linear'], ['zoom'], 6, 0, 7.5, of(0.04, 0.12), 10, of(0.04, 0.12), 12, of(0, 0.05), 13, of(0, 0.02)];
};

const signImage = (outline: string): ExpressionSpecification => ['concat', 'sign:', ['get', 'family'], ':', outline, mediates, soft, retired];
/** A ring with what it counts, or the sign of who is alone left of it. */
export const cellImage = (outline: string, hidden: Family[] = []): ExpressionSpecification => {
  const ring: ExpressionSpecification = ['concat', 'cell:', outline, ':', counts(hidden)];
  const family = ['case', ...families.flatMap((f, index) => (hidden.includes(f) ? [] : [['>', countOf(index), 0], f])), ''];
  return hidden.length === 0 ? ring : ['case', ['==', leftIn(hidden), 1], ['concat', 'sign:', family, `:${outline}`], ring] as unknown as ExpressionSpecification;
};
export const isBlurred: ExpressionSpecification = ['>', ['to-number', ['get', 'radiusKm'], 0], 0];
export { signImage };
/** Whose names the map at large writes: of those who stand alone, but for whoever has her name by being selected. */
export const namedAlone = (selected: string[], hidden: Family[] = []): FilterSpecification => ['all', ['!', ['has', 'slot']], ['!', ['in', ['get', 'id'], ['literal', selected]]], unhidden(hidden)] as FilterSpecification;

const familyColour = (c: Colours): ExpressionSpecification => ['match', ['get', 'family'], ...families.flatMap((f) => [f, c.family[f]]), c.quiet] as unknown as ExpressionSpecification;

function groundLayers(c: Colours): LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': c.water } },
    { id: 'neighbours', type: 'fill', source: 'neighbours', paint: { 'fill-color': c.land, 'fill-opacity': 0.55 } },
    { id: 'land', type: 'fill', source: 'provinces', paint: { 'fill-color': c.land } },
    { id: 'coverage', type: 'fill', source: 'coverage', filter: ['!=', ['get', 'state'], 'unknown'], paint: { 'fill-color': ['match', ['get', 'state'], 'covered', c.covered, 'thin', c.thin, c.nobody], 'fill-opacity': 0.85 } },
    { id: 'coverage-unknown', type: 'fill', source: 'coverage', filter: ['==', ['get', 'state'], 'unknown'], paint: { 'fill-pattern': 'hatch' } },
    { id: 'coverage-line', type: 'line', source: 'coverage', paint: { 'line-color': ['match', ['get', 'state'], 'thin', c.covered, c.paper], 'line-width': ['interpolate', ['linear'], ['zoom'], 4, ['match', ['get', 'state'], 'thin', 0.3, 0.15], 7, ['match', ['get', 'state'], 'thin', 1.2, 0.6]] } },
    { id: 'province-lines', type: 'line', source: 'provinces', paint: { 'line-color': c.landLine, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 9, 1.4] } },
    regencyLines(c, false), regencyLines(c, true),
    { id: 'region', type: 'fill', source: 'region', paint: { 'fill-color': c.paper, 'fill-opacity': 0.7 } },
    { id: 'region-halo', type: 'line', source: 'region', layout: { 'line-join': 'round' }, paint: { 'line-color': c.paper, 'line-width': 6, 'line-opacity': 0.8 } },
    regionLine(c, false), regionLine(c, true),
    { id: 'coverage-chosen', type: 'line', source: 'coverage', filter: ['==', ['get', 'chosen'], true], paint: { 'line-color': c.text, 'line-width': 3 } },
    ...landNames(c),
    ...stateLayers(c),
  ];
}

/** Where regencies meet: faint, so that the signs are the loudest; a shape that only stands for a regency is dashed. */
const regencyLines = (c: Colours, schematic: boolean): LayerSpecification => ({
  id: schematic ? 'regency-sketches' : 'regency-lines', type: 'line', source: 'regencies', minzoom: regenciesFrom, filter: ['==', ['get', 'schematic'], schematic],
  paint: { 'line-color': c.landLine, 'line-width': ['interpolate', ['linear'], ['zoom'], 6.5, 0.5, 10, 1.1], 'line-opacity': ['interpolate', ['linear'], ['zoom'], 6.5, 0.3, 8, 0.9], ...(schematic ? { 'line-dasharray': [4, 2.5] } : {}) },
});

/** How large the names of the land are at a zoom, and how much broader than other text. */
export const landText = {
  province: (zoom: number) => ({ size: 9 + 3.5 * Math.min(1, Math.max(0, (zoom - 3) / 5)), spaced: 1.28 }),
  regency: (zoom: number) => ({ size: 10 + 2.5 * Math.min(1, Math.max(0, (zoom - 6.5) / 3.5)), spaced: 1 }),
};

/** The names of the land: provinces in capitals, from the first zoom on, and regencies from where their lines begin. Where they stand was chosen; a step aside makes room for the name of an organization. */
function landNames(c: Colours): LayerSpecification[] {
  const aside = ['center', [0, 0], 'center', [0, -1.4], 'center', [0, 1.4], 'center', [0, -2.6], 'center', [0, 2.6]] as (string | [number, number])[];
  const paint = { 'text-color': c.landText, 'text-halo-color': c.land, 'text-halo-width': 1.5 };
  const layout = { 'text-font': font, 'text-max-width': 8, 'text-padding': 0 };
  return [
    { id: 'regency-names', type: 'symbol', source: 'land-names', minzoom: regenciesFrom, filter: ['==', ['get', 'level'], 'regency'], layout: { ...layout, 'text-field': ['get', 'name'], 'text-variable-anchor-offset': ['literal', aside] as unknown as ExpressionSpecification, 'text-size': ['interpolate', ['linear'], ['zoom'], 6.5, 10, 10, 12.5] }, paint },
    { id: 'province-names', type: 'symbol', source: 'land-names', maxzoom: provincesUntil, filter: ['==', ['get', 'level'], 'province'], layout: { ...layout, 'text-max-width': 40, 'text-field': ['upcase', ['get', 'name']], 'text-size': ['interpolate', ['linear'], ['zoom'], 3, 9, 8, 12.5], 'text-letter-spacing': 0.1 }, paint },
  ];
}

/** A name stands on one of the sides where there is room for it, so many times its size away. */
const anchors = (away: number): ExpressionSpecification => {
  const offsets = { t: ['top', [0, away]], b: ['bottom', [0, -away]], l: ['left', [away, 0]], r: ['right', [-away, 0]] };
  const of = (choice: string) => ['literal', sides.filter((side) => choice.includes(side)).flatMap((side) => offsets[side])];
  return ['match', ['get', 'sides'], ...choices.flatMap((choice) => [choice, of(choice)]), of('tblr')] as unknown as ExpressionSpecification;
};

/** The sign of each state, and then its name where there is room: layers that lie above are placed first. */
function stateLayers(c: Colours): LayerSpecification[] {
  // The whole country has room for the names or for the questions, and the hatching says the same without colour.
  const sign: ExpressionSpecification = ['concat', 'state:', ['get', 'sign']];
  const sorted = { 'symbol-sort-key': ['get', 'rank'] as ExpressionSpecification };
  return [
    {
      id: 'state-names', type: 'symbol', source: 'states',
      layout: { ...sorted, 'text-field': ['get', 'name'], 'text-font': font, 'text-size': ['interpolate', ['linear'], ['zoom'], 3, 11, 8, 13], 'text-variable-anchor-offset': anchors(0.8), 'text-max-width': 8, 'text-justify': 'auto' },
      paint: { 'text-color': c.text, 'text-halo-color': c.paper, 'text-halo-width': 1.8 },
    },
    { id: 'states', type: 'symbol', source: 'states', layout: { ...sorted, 'icon-image': ['step', ['zoom'], ['case', ['==', ['get', 'state'], 'unknown'], '', sign], 3.5, sign], 'icon-size': ['interpolate', ['linear'], ['zoom'], 3, 0.75, 6, 1], 'icon-padding': 0 } },
  ];
}

/** The outline of the region that is open: a boundary is a line, a shape that only stands for a region is dashed. */
const regionLine = (c: Colours, schematic: boolean): LayerSpecification => ({
  id: schematic ? 'region-schematic' : 'region-line', type: 'line', source: 'region', filter: ['==', ['to-boolean', ['get', 'schematic']], schematic], layout: { 'line-join': 'round' },
  paint: { 'line-color': c.action, 'line-width': 3, ...(schematic ? { 'line-dasharray': [3, 1.5] } : {}) },
});

/** Whoever is tied to somebody out of sight has only a hint of it. */
export const tieOpacity = (part: number): DataDrivenPropertyValueSpecification<number> => ['case', ['get', 'leaves'], 0.3 * part, 0.5 * part];

/** The ties of everybody in view, thin, under all signs. */
const viewTies = (kind: LineKind, colour: string, dash?: number[]): LayerSpecification => ({
  id: `view-tie-${kind}`, type: 'line', source: 'view-ties', filter: ['==', ['get', 'kind'], kind], layout: { 'line-cap': 'butt' },
  paint: { 'line-color': colour, 'line-width': ['get', 'width'], 'line-opacity': tieOpacity(1), ...(dash ? { 'line-dasharray': dash } : {}) },
});

function organizationLayers(c: Colours): LayerSpecification[] {
  return [
    { id: 'discs', type: 'circle', source: 'tiles', 'source-layer': 'organizations', filter: ['>', ['to-number', ['get', 'radiusKm'], 0], 0], paint: { 'circle-radius': discRadius, 'circle-color': familyColour(c), 'circle-opacity': discOpacity(1), 'circle-blur': 0.7 } },
    viewTies('confirmed', c.text), viewTies('proposed', c.text, [4, 3]), viewTies('disputed', c.danger, [1.2, 2.4]),
    {
      // Below the signs, so that it is placed after them: a name never covers somebody.
      id: 'organization-names', type: 'symbol', source: 'tiles', 'source-layer': 'organizations', minzoom: 9, filter: namedAlone([]),
      layout: { 'text-field': nameInTiles, 'text-font': font, 'text-size': 12, 'text-variable-anchor': ['top', 'bottom', 'right', 'left'], 'text-radial-offset': 1.8, 'text-justify': 'auto', 'text-max-width': 11 },
      paint: { 'text-color': c.text, 'text-halo-color': c.paper, 'text-halo-width': 1.6 },
    },
    { id: 'cells', type: 'symbol', source: 'tiles', 'source-layer': 'cells', layout: { 'icon-image': cellImage(''), 'icon-allow-overlap': true, 'icon-ignore-placement': false, 'symbol-sort-key': ['get', 'count'] } },
    {
      id: 'organizations', type: 'symbol', source: 'tiles', 'source-layer': 'organizations',
      layout: { 'icon-image': signImage(''), 'icon-allow-overlap': true, 'icon-size': ['interpolate', ['linear'], ['zoom'], ...signSizes.flat()] as ExpressionSpecification, 'icon-offset': ring(), 'symbol-sort-key': familyOrder },
    },
  ];
}

function tieLayers(c: Colours): LayerSpecification[] {
  const line = (kind: LineKind, colour: string, dash?: number[]): LayerSpecification => ({
    id: `tie-${kind}`, type: 'line', source: 'ties', filter: ['all', ['==', ['get', 'kind'], kind], ['has', 'width']], layout: { 'line-cap': dash ? 'butt' : 'round' },
    paint: { 'line-color': colour, 'line-width': ['get', 'width'], 'line-opacity': 0.9, ...(dash ? { 'line-dasharray': dash } : {}) },
  });
  return [
    { id: 'tie-halo', type: 'line', source: 'ties', filter: ['has', 'width'], layout: { 'line-cap': 'round' }, paint: { 'line-color': c.paper, 'line-width': ['+', 3, ['get', 'width']], 'line-opacity': 0.7 } },
    line('ended', c.edge), line('otherPath', c.path), line('disputed', c.danger, [0.6, 1.6]), line('proposed', c.text, [2.5, 1.8]), line('confirmed', c.text), line('chosen', c.action),
    { id: 'tie-arrows', type: 'symbol', source: 'ties', filter: ['has', 'angle'], layout: { 'icon-rotate': ['get', 'angle'], 'icon-ignore-placement': true, 'icon-image': ['concat', 'arrow:', ['get', 'kind']], 'icon-allow-overlap': true, 'icon-rotation-alignment': 'map' } },
  ];
}

/** From the spot that several share to each sign that stands beside it. */
function leaderLayers(c: Colours): LayerSpecification[] {
  return [
    { id: 'leader-halo', type: 'line', source: 'leaders', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': c.paper, 'line-width': 4, 'line-opacity': 0.8 } },
    { id: 'leaders', type: 'line', source: 'leaders', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': c.quiet, 'line-width': 1.5 } },
    { id: 'leader-spots', type: 'circle', source: 'leaders', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 3, 'circle-color': c.quiet, 'circle-stroke-color': c.paper, 'circle-stroke-width': 1.5 } },
  ];
}

/** Who is selected is a layer of its own, above the others: its name wins where names meet. */
function drawnSigns(c: Colours, role: 'selected' | 'other'): LayerSpecification {
  const chosen = role === 'selected';
  return {
    id: `drawn-${role}`, type: 'symbol', source: 'drawn', filter: ['==', ['get', 'role'], role],
    layout: {
      'icon-image': ['concat', 'sign:', ['get', 'family'], ':', mediates, soft, retired], 'icon-allow-overlap': true, 'icon-size': chosen ? 1.15 : 0.95, 'symbol-sort-key': ['get', 'rank'],
      'text-field': ['get', 'label'], 'text-font': font, 'text-size': chosen ? 14 : 12, 'text-justify': 'auto', 'text-variable-anchor-offset': anchors(chosen ? 1.6 : 1.2), 'text-max-width': 12, 'text-optional': true,
    },
    paint: { 'text-color': c.text, 'text-halo-color': c.paper, 'text-halo-width': 2 },
  };
}

function drawnLayers(c: Colours): LayerSpecification[] {
  return [
    { id: 'drawn-discs', type: 'circle', source: 'drawn', filter: ['>', ['get', 'radiusKm'], 0], paint: { 'circle-radius': discRadius, 'circle-color': familyColour(c), 'circle-opacity': 0.18, 'circle-blur': 0.6 } },
    ...leaderLayers(c),
    { id: 'drawn-halo', type: 'circle', source: 'drawn', filter: ['==', ['get', 'role'], 'selected'], paint: { 'circle-radius': 20, 'circle-color': c.paper, 'circle-stroke-color': c.action, 'circle-stroke-width': 3 } },
    drawnSigns(c, 'other'),
    drawnSigns(c, 'selected'),
    {
      id: 'hovered', type: 'symbol', source: 'hovered',
      layout: { 'icon-image': 'halo', 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'icon-offset': ring(), 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 13, 'text-variable-anchor': ['bottom', 'top', 'left', 'right'], 'text-radial-offset': 1.9, 'text-max-width': 14, 'text-optional': true, 'text-allow-overlap': true },
      paint: { 'text-color': c.text, 'text-halo-color': c.paper, 'text-halo-width': 2.4 },
    },
    { id: 'pointed', type: 'circle', source: 'drawn', filter: ['==', ['get', 'id'], ''], paint: { 'circle-radius': 18, 'circle-opacity': 0, 'circle-stroke-color': c.action, 'circle-stroke-width': 3 } },
    { id: 'recent', type: 'circle', source: 'recent', paint: { 'circle-radius': 17, 'circle-opacity': 0, 'circle-stroke-color': c.action, 'circle-stroke-width': 2, 'circle-stroke-opacity': 0.65 } },
  ];
}

/** Layers of ours that a map with streets takes the place of. */
const groundOnly = new Set(['water', 'neighbours', 'land', 'province-lines', 'province-names', 'regency-lines', 'regency-sketches', 'regency-names']);

/** Our layers over somebody's street map. Its sources and layers get names of their own, so that none of them is taken for one of ours. */
export function overStreets(ours: StyleSpecification, streets: StyleSpecification): StyleSpecification {
  const named = (name: string) => `street-${name}`;
  const layers = streets.layers.map((layer) => ({ ...layer, id: named(layer.id), ...('source' in layer && typeof layer.source === 'string' ? { source: named(layer.source) } : {}) }) as LayerSpecification);
  return {
    ...ours,
    ...(streets.glyphs ? { glyphs: streets.glyphs } : {}), ...(streets.sprite ? { sprite: streets.sprite } : {}),
    sources: { ...Object.fromEntries(Object.entries(streets.sources).map(([name, source]) => [named(name), source])), ...ours.sources },
    layers: [...layers, ...ours.layers.filter((layer) => !groundOnly.has(layer.id))],
  };
}

/** What the person put on the map herself: where she is, about, and a way that she measures. */
function ownLayers(c: Colours): LayerSpecification[] {
  return [
    { id: 'here-disc', type: 'circle', source: 'here', paint: { 'circle-radius': discRadius, 'circle-color': c.action, 'circle-opacity': 0.18, 'circle-stroke-color': c.action, 'circle-stroke-width': 1 } },
    { id: 'here', type: 'circle', source: 'here', paint: { 'circle-radius': 6, 'circle-color': c.action, 'circle-stroke-color': c.paper, 'circle-stroke-width': 2 } },
    { id: 'measure-halo', type: 'line', source: 'measure', layout: { 'line-cap': 'round' }, paint: { 'line-color': c.paper, 'line-width': 7 } },
    { id: 'measure-line', type: 'line', source: 'measure', paint: { 'line-color': c.action, 'line-width': 3, 'line-dasharray': [2, 1.2] } },
    { id: 'measure-points', type: 'circle', source: 'measure', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 5, 'circle-color': c.paper, 'circle-stroke-color': c.action, 'circle-stroke-width': 3 } },
  ];
}

/** Where buttons lie over the map; last, since what lies above has its place first. */
const overlaid: LayerSpecification = { id: 'overlaid', type: 'symbol', source: 'overlaid', layout: { 'icon-image': 'blank', 'icon-allow-overlap': true, 'icon-padding': 0 } };

/** The whole style: quiet ground, coverage, organizations, ties of what is selected, and what is selected on top. */
export function styleOf(c: Colours, tiles: string): StyleSpecification {
  const geojson = { type: 'geojson' as const, data: nothing };
  return {
    version: 8,
    'font-faces': { 'Noto Sans': new URL(fontUrl, location.href).href },
    sources: {
      neighbours: geojson, provinces: geojson, 'land-names': geojson, regencies: geojson, region: geojson, states: geojson, coverage: { ...geojson, promoteId: 'code' }, ties: geojson, 'view-ties': geojson, leaders: geojson, drawn: geojson, recent: geojson, hovered: geojson, here: geojson, measure: geojson, overlaid: geojson,
      tiles: { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: 14 },
    },
    layers: [...groundLayers(c), ...organizationLayers(c), ...tieLayers(c), ...drawnLayers(c), ...ownLayers(c), overlaid],
  };
}
