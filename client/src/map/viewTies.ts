import type { Map as GlMap } from 'maplibre-gl';
import { tiesInView } from '../api/questions';
import type { Family, TieInView } from '../api/shapes';
import type { Shown } from '../network/state';
import { type Arc, type Box, type Places, type Point, bendOf, line } from './arcs';
import { roomOf } from './camera';
import { mercator, onEarth } from './flat';
import { people, setData } from './painting';
import { viewOf } from './land';
import { petal, signSize, tieOpacity } from './style';

/** Farther out than this nobody could tell one tie from another, however few there are. */
const from = 6;
/** From here on the ties that stand out most are drawn where there are more than can be told apart; farther out, then, none is. */
const anyhow = 11;
/** Pixels from where somebody is to the middle of the sign that counts her, at a zoom that has tiles of its own: those of a ring and whoever met it are the farthest. */
const near = 60;
/** Pixels of a line to somebody out of sight, which only says that there is more in that direction; and how many of them a sign has. */
const [hint, hints] = [46, 6];
/** Closer than this a line that ends nowhere is taken for a tie to whatever is there. */
const hintsUntil = 12;

/** Pixels of the broadest line: broader ones are those of who is selected. */
const broadest = 3.2;

/** What is drawn of a sign: where, and who it is when it stands for one. */
export interface Drawn { at: Point; pixels: Point; id?: string }

/** Where each end is drawn: at its own sign, else at the nearest sign within reach that counts several, else where it is; whom the legend leaves out (`leftOut`) has no sign where she could
 *  be seen, and is nowhere, and so are her ties. */
export function endsOn(ties: TieInView[], signs: Drawn[], project: (at: Point) => Point, reach = near, leftOut: (at: Point) => boolean = () => false): Places {
  const [alone, several] = [new Map(signs.flatMap((one) => (one.id ? [[one.id, one.at]] : []))), signs.filter((one) => !one.id)];
  const places: Places = new Map();
  for (const { id, longitude, latitude } of ties.flatMap((tie) => [tie.from, tie.to])) {
    if (places.has(id)) continue;
    const [x, y] = project([longitude, latitude]);
    const far = ({ pixels }: Drawn) => Math.hypot(pixels[0] - x, pixels[1] - y);
    const closest = several.reduce<Drawn | undefined>((best, one) => (far(one) <= reach && far(one) < (best ? far(best) : Infinity) ? one : best), undefined);
    const drawn = alone.get(id) ?? closest?.at ?? (leftOut([longitude, latitude]) ? undefined : [longitude, latitude] as Point);
    if (drawn) places.set(id, drawn);
  }
  return places;
}

/** The beginning of a line from a sign to somebody out of sight. */
function beginning(from: Point, to: Point, zoom: number): Point {
  const [[x0, y0], [x1, y1]] = [mercator(from), mercator(to)];
  const part = Math.min(1, hint / (512 * 2 ** zoom * Math.hypot(x1 - x0, y1 - y0)));
  return onEarth([x0 + (x1 - x0) * part, y0 + (y1 - y0) * part]);
}

/** A line of which one end is out of sight only says that there is more. */
export type ViewArc = Arc & { properties: { leaves: boolean } };

/** The ties as thin lines. Those of one status between the same two signs are one line, the broader the more they are: a bundle of arcs tells nobody how many, and hides what it lies on. Of those that lead out of sight the first few of a sign have their beginning drawn. */
export function linesBetween(ties: TieInView[], places: Places, view: Box, zoom: number): ViewArc[] {
  const counted = new Map<string, number>();
  const bundles = new Map<string, ViewArc[]>();
  /** How many there were before this one. */
  const count = (key: string) => {
    const before = counted.get(key) ?? 0;
    counted.set(key, before + 1);
    return before;
  };
  return ties.flatMap(({ id, label, status, strength, from: { id: one }, to: { id: other } }) => {
    const [a, b] = [places.get(one), places.get(other)];
    const tie = { id, label, kind: status, directed: false };
    const drawn = (lines: Arc[], width: number, leaves: boolean) => lines.map((arc) => ({ ...arc, properties: { ...arc.properties, width, leaves } }));
    const seen = [a, b].filter((end): end is Point => isIn(end, view));
    if (seen.length === 2) {
      const pair = [a?.join(), b?.join()].toSorted().join(' ');
      const bundle = bundles.get(`${pair} ${status}`);
      for (const arc of bundle ?? []) arc.properties.width = Math.min(broadest, arc.properties.width + 0.35);
      if (bundle) return [];
      const lines = drawn(line(tie, a, b, bendOf(count(pair)) * 0.6), 0.8 + 0.2 * (strength ?? 2), false);
      bundles.set(`${pair} ${status}`, lines);
      return lines;
    }
    const [from, to] = [seen[0], seen[0] === a ? b : a];
    if (!from || !to || zoom >= hintsUntil || count(from.join()) >= hints) return [];
    return drawn(line(tie, from, beginning(from, to, zoom), 0), 0.8, true);
  });
}

const isIn = (at: Point | undefined, { west, south, east, north }: Box) => at !== undefined && at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north;

function signsOn(map: GlMap): Drawn[] {
  const features = map.queryRenderedFeatures({ layers: ['cells', 'organizations', 'drawn-other', 'drawn-selected'].filter((layer) => map.getLayer(layer)) });
  return features.flatMap(({ geometry, properties, layer }): Drawn[] => {
    if (geometry.type !== 'Point') return [];
    const [at, { x, y }] = [geometry.coordinates as Point, map.project(geometry.coordinates as Point)];
    if (properties['slot'] === undefined) return [{ at, pixels: [x, y], ...(layer.id === 'cells' ? {} : { id: String(properties['id']) }) }];
    const [[dx, dy], size] = [petal(Number(properties['slot']), Number(properties['of'])), signSize(map.getZoom())];
    return [{ at: map.unproject([x + dx * size, y + dy * size]).toArray() as Point, pixels: [x, y], id: String(properties['id']) }];
  });
}

/** What can be seen of the earth, a little larger, so that a small move asks nothing, and how many lines there is room for. */
function questionOf(map: GlMap) {
  const { west, south, east, north } = viewOf(map);
  const step = (east - west) / 8;
  const out = (value: number, way: 1 | -1, most: number) => Number(Math.max(-most, Math.min(most, way * Math.ceil((way * value) / step) * step)).toFixed(4));
  const { left, top, right, bottom } = roomOf(map.getContainer()).free;
  const limit = Math.round(Math.max(20, Math.min(120, ((right - left) * (bottom - top)) / 10_000)) / 10) * 10;
  return { west: out(west, -1, 180), south: out(south, -1, 85), east: out(east, 1, 180), north: out(north, 1, 85), limit };
}

/** The ties of everybody who can be seen, thin and below what is selected; bounded, so that they can be read. */
export class ViewTies {
  private asked = '';
  private written = '';
  private held: TieInView[] = [];
  /** The legend leaves some families out. */
  private hides = false;
  private stop = new AbortController();
  /** The zoom of the signs at which what is drawn ends. */
  private level: number | undefined;

  constructor(private readonly map: GlMap) {
    // At another zoom others stand together: a line to where a sign was ends nowhere, until the new signs are there.
    map.on('zoom', () => { if (this.level !== undefined && this.level !== Math.floor(map.getZoom())) this.write([], false); });
  }

  /** Asks when the view or the network is another one, and draws what is held, once everything else stands. */
  show(shown: Shown, version: string, hidden: readonly Family[]) {
    this.hides = hidden.length > 0;
    const wanted = this.map.getZoom() >= from && !shown.coverage && !shown.awaiting;
    const question = wanted ? questionOf(this.map) : undefined;
    const key = question ? `${version} ${Object.values(question).join()} ${this.map.getZoom() >= anyhow}` : '';
    if (key !== this.asked) {
      this.asked = key;
      this.stop.abort();
      this.stop = new AbortController();
      if (question) void this.ask(question, shown);
    }
    this.draw(wanted ? this.held : [], shown);
  }

  /** The style was made anew, and with it what it shows. */
  forget() { this.written = ''; }

  private async ask(question: ReturnType<typeof questionOf>, shown: Shown) {
    const { stop, asked } = this;
    const answer = await tiesInView(question, stop.signal).catch(() => undefined);
    if (stop.signal.aborted) return;
    // Without an answer the next move asks again.
    if (!answer) { if (this.asked === asked) this.asked = ''; return; }
    this.held = answer.cut && this.map.getZoom() < anyhow ? [] : answer.items;
    this.draw(this.held, shown);
  }

  private draw(ties: TieInView[], shown: Shown) {
    if (!this.map.getSource('view-ties')) return;
    // As long as signs are still to come, nobody knows where a line will end; when they stand, the map says so, and this is asked anew.
    if (ties.length > 0 && (this.map.isMoving() || !this.map.areTilesLoaded())) return;
    // What is selected draws its own lines, broader.
    const own = new Set([...(shown.ties ?? []).map((tie) => tie.id), ...(shown.paths ?? []).flatMap((path) => path.steps.map((step) => step.tie.id))]);
    const rest = ties.filter((tie) => !own.has(tie.id));
    const zoom = this.map.getZoom();
    // Tiles are drawn larger until the next zoom has its own.
    const reach = near * 2 ** (zoom - Math.floor(zoom));
    const view = viewOf(this.map);
    const ends = () => endsOn(rest, signsOn(this.map), (at) => { const { x, y } = this.map.project(at); return [x, y]; }, reach, (at) => this.hides && isIn(at, view));
    const lines = rest.length > 0 ? linesBetween(rest, ends(), view, zoom) : [];
    this.level = Math.floor(zoom);
    this.write(lines, people(shown).length > 1);
  }

  private write(lines: ViewArc[], quiet: boolean) {
    const now = JSON.stringify([quiet, lines]);
    if (now === this.written || !this.map.getSource('view-ties')) return;
    this.written = now;
    for (const kind of ['confirmed', 'proposed', 'disputed']) this.map.setPaintProperty(`view-tie-${kind}`, 'line-opacity', tieOpacity(quiet ? 0.35 : 1));
    setData(this.map, 'view-ties', { type: 'FeatureCollection', features: lines });
  }
}
