import type { Map as GlMap } from 'maplibre-gl';
import { paced } from '../live/pace';
import { setData } from './painting';

type Place = [number, number];

/** How long one pulse is seen, and the ring that stays after it for who looked elsewhere. */
const [lasts, recently] = [900, 60_000];
/** Pulses this near to each other, in pixels, would be one. */
const apart = 24;
const [mostPulses, mostRings] = [100, 200];

/** Which of some spots are seen and do not pulse yet, each with the name of the square that it stands in; of those that share one, the first. */
export function fresh(spots: { x: number; y: number }[], width: number, height: number, running: ReadonlySet<string>): Map<string, { x: number; y: number }> {
  const found = new Map<string, { x: number; y: number }>();
  for (const spot of spots) {
    const square = `${Math.floor(spot.x / apart)}/${Math.floor(spot.y / apart)}`;
    const seen = spot.x >= 0 && spot.y >= 0 && spot.x <= width && spot.y <= height;
    if (seen && !running.has(square) && !found.has(square) && running.size + found.size < mostPulses) found.set(square, spot);
  }
  return found;
}

const points = (at: Place[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features: at.map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } })) });

function dot({ x, y }: { x: number; y: number }): HTMLElement {
  const one = document.createElement('span');
  one.style.left = `${x}px`;
  one.style.top = `${y}px`;
  return one;
}

/** Shows on a map where something has just changed: it pulses once, and keeps a thin ring for a minute.
 * The pulses lie over the map and the browser moves them by itself. Drawn into the map they would have all of it drawn again, sixty times a second, while the page has changes to tell. */
export function pulsing(map: GlMap): (at: Place[]) => void {
  const over = document.createElement('div');
  over.className = 'pulses';
  map.getCanvasContainer().append(over);
  const running = new Set<string>();
  let recent: Place[] = [];
  const ring = paced(() => setData(map, 'recent', points(recent)), { soon: 40, rest: 500, patience: 0 });
  // What pulses stands where it was on the screen.
  map.on('movestart', () => { running.clear(); over.replaceChildren(); });
  return (at) => {
    const { clientWidth, clientHeight } = map.getContainer();
    const dots = [...fresh(at.map((place) => map.project(place)), clientWidth, clientHeight, running)].map(([square, spot]) => { running.add(square); return [square, dot(spot)] as const; });
    over.append(...dots.map(([, one]) => one));
    setTimeout(() => { for (const [square, one] of dots) { if (one.isConnected) running.delete(square); one.remove(); } }, lasts);
    recent = [...recent, ...at].slice(-mostRings);
    ring();
    setTimeout(() => { recent = recent.filter((one) => !at.includes(one)); ring(); }, recently);
  };
}

/** The graphics card makes its program for a plain circle when it draws the first one, and the page waits for it, a third of a second where there is no such card. So one that nobody can see is drawn with the rest of the map, and not when the first change is told. */
export function rehearse(map: GlMap) {
  const id = 'rehearsal';
  map.addLayer({ id, type: 'circle', source: { type: 'geojson', data: points([map.getCenter().toArray()]) }, paint: { 'circle-radius': 1, 'circle-opacity': 0.001 } });
  map.once('idle', () => { if (map.getLayer(id)) { map.removeLayer(id); map.removeSource(id); } });
}
