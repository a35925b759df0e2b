import type { Map as GlMap } from 'maplibre-gl';
import type { Coverage } from '../api/answers';
import type { Summary } from '../api/shapes';
import { sheet } from '../network/state';
import { boxOf } from './arcs';
import type { Shapes } from './painting';

export interface Camera { zoom: number; latitude: number; longitude: number }
export const indonesia: [[number, number], [number, number]] = [[94.8, -11.2], [141.2, 6.2]];

/** "#6.2/-7.1/110.4": zoom, latitude, longitude; anything else is no camera. */
export function readCamera(hash: string): Camera | undefined {
  const [zoom, latitude, longitude, ...rest] = hash.replace(/^#/, '').split('/').map(Number);
  if (zoom === undefined || latitude === undefined || longitude === undefined || rest.length > 0) return undefined;
  const fits = zoom >= 0 && zoom <= 22 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180;
  return fits ? { zoom, latitude, longitude } : undefined;
}

export function writeCamera({ zoom, latitude, longitude }: Camera): string {
  const digits = Math.max(2, Math.ceil(zoom / 3));
  return `#${zoom.toFixed(1)}/${latitude.toFixed(digits)}/${longitude.toFixed(digits)}`;
}

export const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const phone = () => matchMedia('(max-width: 1023px)').matches;

/** What covers the map: on the phone the search above and the sheet below. */
export function padding(container: HTMLElement) {
  if (!phone()) return { top: 48, bottom: 48, left: 56, right: 72 };
  const covered = sheet.value === 'peek' ? 132 : container.clientHeight * 0.52;
  return { top: 80, bottom: Math.min(covered, container.clientHeight * 0.6) + 16, left: 32, right: 32 };
}

/** The middle of what can be seen of the map, in pixels. */
export function visibleMiddle(container: HTMLElement): [number, number] {
  if (!phone()) return [container.clientWidth / 2, container.clientHeight / 2];
  const { top, bottom } = padding(container);
  return [container.clientWidth / 2, (top + container.clientHeight - bottom) / 2];
}

const move = () => ({ duration: still() ? 0 : 250, animate: !still() });

export const around = (container: HTMLElement) => (phone() ? { ...padding(container), left: 8, right: 8 } : { top: 24, bottom: 24, left: 24, right: 24 });

export function showAll(map: GlMap) {
  map.fitBounds(indonesia, { padding: around(map.getContainer()), ...move() });
}

/** Shows the regions that a coverage is about: all of them when they are the whole country. */
export function frame(map: GlMap, answer: Coverage, shapes: Shapes | undefined) {
  const parents = new Set(answer.regions.map((r) => r.parent ?? ''));
  const codes = new Set(answer.regions.map((r) => r.code));
  const those = (shapes?.features ?? []).filter((f) => codes.has(f.properties.code));
  if (parents.size !== 1 || those.length === 0 || answer.level === 'province') showAll(map);
  else frameShapes(map, those);
}

/** Shows the whole of some regions. */
export function frameShapes(map: GlMap, shapes: Shapes['features']) {
  const points = shapes.flatMap((f) => corners(f.geometry));
  const [x, y] = [points.map((p) => p[0] ?? 0), points.map((p) => p[1] ?? 0)];
  map.fitBounds([[Math.min(...x), Math.min(...y)], [Math.max(...x), Math.max(...y)]], { padding: padding(map.getContainer()), ...move() });
}

const corners = (geometry: GeoJSON.Geometry): GeoJSON.Position[] =>
  geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];

/** Coarser than this, signs of one province lie on each other. */
const least = 4.5;

/** Shows everybody of a selection; one alone is shown no closer than its precision is true. The few who are all to be seen are, however far they are from each other. */
export function fit(map: GlMap, organizations: Summary[], all = false) {
  const box = boxOf(organizations);
  if (!box) return;
  const radius = Math.max(0, ...organizations.map((o) => o.position?.radiusKm ?? 0));
  const bounds: [[number, number], [number, number]] = [[box.west, box.south], [box.east, box.north]];
  const { top, right, bottom, left } = padding(map.getContainer());
  // Their names stand below and beside them, and are to be read.
  const options = { padding: all ? { top: top + 56, right: Math.max(96, right), bottom: bottom + 72, left: Math.max(96, left) } : { top, right, bottom, left }, maxZoom: radius > 20 ? 7 : radius > 4 ? 9 : 10 };
  const [first] = organizations;
  // Where all of them would be specks, who is selected matters more than who is farthest.
  if (!all && first?.position && (map.cameraForBounds(bounds, options)?.zoom ?? least) < least) approach(map, first.position.longitude, first.position.latitude, least);
  else map.fitBounds(bounds, { ...options, ...move() });
}

export function approach(map: GlMap, longitude: number, latitude: number, zoom: number) {
  map.easeTo({ center: [longitude, latitude], zoom, padding: padding(map.getContainer()), ...move() });
}
