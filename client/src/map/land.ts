import type { Map as GlMap, MapGeoJSONFeature } from 'maplibre-gl';
import { schematic } from '../network/state';
import type { Box, Point } from './arcs';
import { roomOf } from './camera';
import { crossings, holds, ringsOf } from './flat';
import { type Ground, loadGround } from './ground/ground';
import { cellRadius } from './images';
import { type Rect, broken, sizeOf } from './labels';
import { type Grid, type Wanted, elsewhere, placeNames } from './landNames';
import { type Shapes, setData } from './painting';
import { isSchematic, outlinesOf } from './shapes';
import { shortName } from './states';
import { landText, provincesUntil, regenciesFrom } from './style';

/** A region that has a shape, with what is asked of it at every move. */
export interface Part { code: string; name: string; geometry: GeoJSON.Geometry; box: Box }

export function partsOf(features: GeoJSON.Feature[]): Part[] {
  return features.map(({ geometry, properties }): Part => {
    const points = ringsOf(geometry).flat();
    const [x, y] = [points.map((p) => p[0] ?? 0), points.map((p) => p[1] ?? 0)];
    return { code: String(properties?.['code'] ?? elsewhere), name: shortName(String(properties?.['name'] ?? '')), geometry, box: { west: Math.min(...x), south: Math.min(...y), east: Math.max(...x), north: Math.max(...y) } };
  });
}

const within = ([x, y]: Point, box: Box) => x >= box.west && x <= box.east && y >= box.south && y <= box.north;
const meet = (one: Box, other: Box) => one.west <= other.east && other.west <= one.east && one.south <= other.north && other.south <= one.north;

/** The region in which a point lies, if it lies in any. */
export const partAt = (parts: Part[], at: Point): Part | undefined => parts.find((part) => within(at, part.box) && holds(part.geometry, at));

interface Held { parts: Part[]; sketched: boolean }
const regencies = new Map<string, Held>();
/** The land of others, once it is there. */
let neighbours: Part[] = [];
let land: Promise<{ provinces: Part[]; others: Part[] }> | undefined;

/** The provinces, and the land that is nobody's of them. */
function countries() {
  land ??= loadGround().then(({ provinces, neighbours: theirs }: Ground) => ({ provinces: partsOf(provinces.features), others: neighbours = partsOf(theirs.features) }));
  return land;
}

const partsKept = new WeakMap<Shapes, Part[]>();

/** Says whether a name may lie where it would: hardly on a region that is coloured and not its own, nor on the land of others, whose name it would seem to be. */
export function keepsTo(map: GlMap, shapes: Shapes): (label: Rect, code: string) => boolean {
  const parts = partsKept.get(shapes) ?? partsOf(shapes.features);
  partsKept.set(shapes, parts);
  return ({ left, right, top, bottom }, code) => {
    const points = Array.from({ length: 12 }, (_, index): Point => [left + ((right - left) * (0.5 + (index % 6))) / 6, top + (bottom - top) * (index < 6 ? 0.25 : 0.75)]);
    const there = points.map((point) => { const at = map.unproject(point).toArray() as Point; return (partAt(parts, at) ?? partAt(neighbours, at))?.code; });
    return there.filter((one) => one !== undefined && one !== code).length <= 2;
  };
}

/** The regencies of a province; none while they cannot be had, so that they are asked for again. */
async function regenciesIn(province: string): Promise<Held> {
  const shapes: Shapes | undefined = regencies.has(province) ? undefined : await outlinesOf('regency', province);
  if (shapes) regencies.set(province, { parts: partsOf(shapes.features), sketched: isSchematic(shapes) });
  return regencies.get(province) ?? { parts: [], sketched: false };
}

/** The region that lies at a point, of the level that the map speaks of at a zoom. */
export async function regionAt(at: Point, zoom: number): Promise<string | undefined> {
  const province = partAt((await countries()).provinces, at)?.code;
  return zoom < regenciesFrom || province === undefined ? province : partAt((await regenciesIn(province)).parts, at)?.code ?? province;
}

/** What can be seen of the earth. */
export function viewOf(map: GlMap): Box {
  const { left, top, right, bottom } = roomOf(map.getContainer()).free;
  const [a, b] = [map.unproject([left, bottom]), map.unproject([right, top])];
  return { west: a.lng, south: a.lat, east: b.lng, north: b.lat };
}

/** The side of the squares in pixels: where the whole country is seen, a province may be no larger than twenty. */
const stepAt = (zoom: number) => (zoom < 5 ? 8 : 16);

/** The code of the region in which each square lies, row by row; of regions that lie over one another the first. North is up, so that all squares of a row have one latitude, and the edges of a region are met once for the whole row. */
export function codesAt(parts: Part[], longitudes: number[], latitudes: number[]): (string | undefined)[] {
  const codes: (string | undefined)[] = Array.from({ length: longitudes.length * latitudes.length }, () => undefined);
  for (const { code, geometry, box } of parts) {
    for (const [row, latitude] of latitudes.entries()) {
      if (latitude < box.south || latitude > box.north) continue;
      const edges = crossings(geometry, latitude);
      for (let [column, passed] = [0, 0]; column < longitudes.length; column += 1) {
        while (passed < edges.length && (edges[passed] ?? Infinity) <= (longitudes[column] ?? 0)) passed += 1;
        if (passed % 2 === 1) codes[row * longitudes.length + column] ??= code;
      }
    }
  }
  return codes;
}

let laid: { of: string; grid: Grid } | undefined;

/** What lies where on the screen: the finest that is known of it. As long as the map is not moved, that is what it was. */
function gridOf(map: GlMap, parts: Part[]): Grid {
  const { clientWidth, clientHeight } = map.getContainer();
  const step = stepAt(map.getZoom());
  const of = [...map.getCenter().toArray(), map.getZoom(), clientWidth, clientHeight, ...parts.map(({ code }) => code)].join();
  if (laid?.of === of) return laid.grid;
  const middles = (length: number) => Array.from({ length: Math.ceil(length / step) }, (_, index) => (index + 0.5) * step);
  const longitudes = middles(clientWidth).map((x) => map.unproject([x, 0]).lng);
  const latitudes = middles(clientHeight).map((y) => map.unproject([0, y]).lat);
  laid = { of, grid: { step, columns: longitudes.length, rows: latitudes.length, codes: codesAt(parts, longitudes, latitudes) } };
  return laid.grid;
}

const reach: Record<string, number> = { organizations: 13, 'drawn-other': 14, 'drawn-selected': 23, states: 11 };
const reachOf = ({ layer, properties }: MapGeoJSONFeature) => reach[layer.id] ?? cellRadius(Number(properties['count'])) + 5;

/** Where signs are drawn, with a little room around them. */
export function signsOn(map: GlMap): Rect[] {
  const features: MapGeoJSONFeature[] = map.queryRenderedFeatures({ layers: ['cells', ...Object.keys(reach)].filter((layer) => map.getLayer(layer)) });
  return features.flatMap((feature) => {
    const { geometry } = feature;
    if (geometry.type !== 'Point') return [];
    const [{ x, y }, far] = [map.project(geometry.coordinates as Point), reachOf(feature)];
    return [{ left: x - far, right: x + far, top: y - far, bottom: y + far }];
  });
}

/** The regions on which somebody is drawn. */
function holding({ step, columns, codes }: Grid, signs: Rect[]): Set<string> {
  return new Set(signs.flatMap(({ left, right, top, bottom }) => codes[Math.floor((top + bottom) / 2 / step) * columns + Math.floor((left + right) / 2 / step)]?.slice(0, 2) ?? []));
}

/** Where the whole country is seen, every pixel of room counts. */
function sized(level: keyof typeof landText, name: string, size: number, spaced: number) {
  if (level === 'regency') return sizeOf(name, size * spaced, size * 8 * spaced);
  const { width, height } = broken(name, size * spaced, size * 8);
  return { width, height: height / spaced };
}

/** The regions whose names are wanted: those first on which somebody is drawn (`held`), and of them the largest. */
function wantedOf(map: GlMap, parts: Part[], level: keyof typeof landText, held: Set<string>): Wanted[] {
  const { size, spaced } = landText[level](map.getZoom());
  return parts.map(({ code, name, box }): Wanted => {
    const [a, b] = [map.project([box.west, box.north]), map.project([box.east, box.south])];
    return { code, box: { left: a.x, top: a.y, right: b.x, bottom: b.y }, size: sized(level, name, size, spaced), beside: level === 'province' };
  }).sort((a, b) => Number(held.has(b.code)) - Number(held.has(a.code)) || (b.box.right - b.box.left) * (b.box.bottom - b.box.top) - (a.box.right - a.box.left) * (a.box.bottom - a.box.top));
}

/** Writes the names of the regions that can be seen, where nothing else is drawn. */
function writeNames(map: GlMap, { provinces, others }: { provinces: Part[]; others: Part[] }, finer: Part[]) {
  const view = viewOf(map);
  const near = (parts: Part[]) => parts.filter((part) => meet(part.box, view));
  const [large, small] = [map.getZoom() < provincesUntil ? near(provinces) : [], near(finer)];
  const [grid, signs] = [gridOf(map, [...small, ...near(provinces), ...near(others)]), signsOn(map)];
  const held = holding(grid, signs);
  const places = placeNames([...wantedOf(map, large, 'province', held), ...wantedOf(map, small, 'regency', held)], grid, roomOf(map.getContainer()), signs);
  const { size, spaced } = landText.province(map.getZoom());
  return [...large, ...small].flatMap(({ code, name: whole }): GeoJSON.Feature[] => {
    const [at, name] = [places.get(code), code.includes('.') ? whole : broken(whole, size * spaced, size * 8).text];
    return at ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: map.unproject(at).toArray() }, properties: { code, name, level: code.includes('.') ? 'regency' : 'province' } }] : [];
  });
}

let written = '';

/** Draws the lines and the names of the regions that can be seen, once everything else stands; `coloured` when coverage draws the regions that it is about itself. */
export async function drawLand(map: GlMap, coloured: boolean) {
  const all = await countries();
  const near = map.getZoom() < regenciesFrom || coloured ? [] : all.provinces.filter((part) => meet(part.box, viewOf(map)));
  const held = await Promise.all(near.map((part) => regenciesIn(part.code)));
  if (!map.getSource('land-names')) return;
  const lines = held.flatMap(({ parts, sketched }) => parts.map(({ code, geometry }): GeoJSON.Feature => ({ type: 'Feature', geometry, properties: { code, schematic: sketched } })));
  const names = writeNames(map, all, held.flatMap(({ parts }) => parts));
  const now = JSON.stringify([names, lines.map((line) => line.properties)]);
  if (!coloured) schematic.value = held.some(({ sketched }) => sketched);
  // What stands there already is not written again: whoever waits for the map to rest would wait for ever.
  if (now === written) return;
  written = now;
  setData(map, 'land-names', { type: 'FeatureCollection', features: names });
  setData(map, 'regencies', { type: 'FeatureCollection', features: lines });
}

/** The style was made anew, and with it what it shows. */
export function forgetLand() { written = ''; }
