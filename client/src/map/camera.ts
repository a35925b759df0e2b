import type { Map as GlMap, PaddingOptions } from 'maplibre-gl';
import type { Coverage } from '../api/answers';
import type { Summary } from '../api/shapes';
import { isNarrow } from '../ui/narrow';
import { sheet } from '../network/state';
import { boxOf } from './arcs';
import type { Room } from './labels';
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

type Edges = Required<PaddingOptions>;

const rectOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();

/** How far down the search reaches; with large text what is beside it stands below it. */
const searchEnds = () => Math.max(58, ...[...document.querySelectorAll('.top > *')].map((one) => one.getBoundingClientRect().bottom + 6));

/** What lies over the map: on a phone the search above and the sheet below. The middle of the map is the middle of what is left of it. */
export function covered(container: HTMLElement): Edges {
  if (!isNarrow()) return { top: 0, bottom: 0, left: 0, right: 0 };
  return { top: Math.min(searchEnds(), container.clientHeight * 0.3), bottom: Math.min(sheet.value === 'peek' ? 132 : container.clientHeight * 0.52, container.clientHeight * 0.6), left: 0, right: 0 };
}

/** How far signs that are shown together keep from the edges of what can be seen, and from the buttons at the right. */
export function margin(container: HTMLElement): Edges {
  const { top, bottom } = covered(container);
  const room = Math.max(0, (container.clientHeight - top - bottom - 96) / 2);
  const buttons = rectOf('.map-buttons');
  // Where the buttons stand side by side, they take room above and none at the right.
  if (isNarrow() && buttons && buttons.width > buttons.height) return { top: Math.min(68, room * 2), bottom: Math.min(24, room), left: 40, right: 40 };
  return isNarrow() ? { top: Math.min(36, room), bottom: Math.min(56, room), left: 40, right: 84 } : { top: 56, bottom: 56, left: 64, right: 96 };
}

/** What can be seen of the map, and the buttons and notes that lie over it there. */
export function roomOf(container: HTMLElement): Room {
  const [{ top, bottom, left, right }, box] = [covered(container), container.getBoundingClientRect()];
  const over = [...container.parentElement?.querySelectorAll('.map-buttons, .map-foot > *') ?? []].map((one) => one.getBoundingClientRect());
  return {
    free: { left: left + 4, top: top + 4, right: box.width - right - 4, bottom: box.height - bottom - 4 },
    taken: over.map((one) => ({ left: one.left - box.left - 4, right: one.right - box.left + 4, top: one.top - box.top - 4, bottom: one.bottom - box.top + 4 })),
  };
}

/** The middle of what can be seen of the map, in pixels. */
export function visibleMiddle(container: HTMLElement): [number, number] {
  const { top, bottom, left, right } = covered(container);
  return [(left + container.clientWidth - right) / 2, (top + container.clientHeight - bottom) / 2];
}

const move = () => ({ duration: still() ? 0 : 250, animate: !still() });

/** The middle stays in the middle when more or less of the map can be seen. */
export function keepMiddle(map: GlMap, animate: boolean) {
  const [now, wanted] = [map.getPadding(), covered(map.getContainer())];
  if ((['top', 'bottom', 'left', 'right'] as const).every((side) => now[side] === wanted[side])) return;
  if (animate) map.easeTo({ padding: wanted, ...move() });
  else map.setPadding(wanted);
}

/** Shows a box as large as it can be seen. */
function show(map: GlMap, bounds: [[number, number], [number, number]], padding: Edges, more: { maxZoom?: number; animate?: boolean } = {}) {
  keepMiddle(map, false);
  map.fitBounds(bounds, { padding, ...move(), ...more });
}

export function showAll(map: GlMap, animate = !still()) {
  show(map, indonesia, isNarrow() ? { top: 16, bottom: 16, left: 12, right: 60 } : { top: 24, bottom: 24, left: 24, right: 24 }, { animate });
}

/** The one province that a coverage is about, as its regions; nothing when it is about the country. */
export function framedIn({ regions }: Coverage, { features }: Shapes): Shapes['features'] {
  const inOne = new Set(regions.map((r) => r.parent ?? '')).size === 1 && regions[0]?.parent !== undefined;
  const wanted = new Set(inOne ? regions.map((r) => r.code) : []);
  return features.filter((f) => wanted.has(f.properties.code));
}

/** Shows the whole of what a coverage is about, as large as it can be seen: a province, or the country, also where nothing is known of it. */
export function frame(map: GlMap, answer: Coverage, shapes: Shapes | undefined) {
  const those = shapes ? framedIn(answer, shapes) : [];
  if (those.length === 0) showAll(map);
  else frameShapes(map, those);
}

/** Shows the whole of some regions, and no closer than they can be told from what is around them. */
export function frameShapes(map: GlMap, shapes: Shapes['features']) {
  const points = shapes.flatMap((f) => corners(f.geometry));
  const [x, y] = [points.map((p) => p[0] ?? 0), points.map((p) => p[1] ?? 0)];
  show(map, [[Math.min(...x), Math.min(...y)], [Math.max(...x), Math.max(...y)]], margin(map.getContainer()), { maxZoom: 11 });
}

const corners = (geometry: GeoJSON.Geometry): GeoJSON.Position[] =>
  geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];

/** Coarser than this, signs of one province lie on each other. */
const least = 4.5;

/** Shows everybody of a selection; one alone is shown no closer than its precision is true. Those who are `all` to be seen are, however far they are from each other, as who is listed beside the map; and the few who are `named` with room for their names. */
export function fit(map: GlMap, organizations: Summary[], who: 'most' | 'all' | 'named' = 'most') {
  const box = boxOf(organizations);
  if (!box) return;
  const radius = Math.max(0, ...organizations.map((o) => o.position?.radiusKm ?? 0));
  const bounds: [[number, number], [number, number]] = [[box.west, box.south], [box.east, box.north]];
  const keep = margin(map.getContainer());
  // Their names stand below them, and are to be read.
  const [padding, maxZoom] = [who === 'named' ? { ...keep, left: Math.max(92, keep.left), right: Math.max(100, keep.right) } : keep, radius > 20 ? 7 : radius > 4 ? 9 : 10];
  keepMiddle(map, false);
  const [first] = organizations;
  const zoom = map.cameraForBounds(bounds, { padding, maxZoom })?.zoom ?? 0;
  // Where all of them would be specks, who is selected matters more than who is farthest.
  if (who === 'most' && first?.position && zoom < least) approach(map, first.position.longitude, first.position.latitude, least);
  else show(map, bounds, padding, { maxZoom });
}

export function approach(map: GlMap, longitude: number, latitude: number, zoom: number) {
  keepMiddle(map, false);
  map.easeTo({ center: [longitude, latitude], zoom, ...move() });
}
