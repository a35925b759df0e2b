import type { Map as GlMap } from 'maplibre-gl';
import { tiesInView } from '../api/questions';
import type { TieInView } from '../api/shapes';
import type { Shown } from '../network/state';
import { type Arc, type Box, type Places, type Point, bendOf, line } from './arcs';
import { roomOf } from './camera';
import { people, setData } from './painting';
import { viewOf } from './land';
import { petal, signSize, tieOpacity } from './style';

/** Farther out than this nobody could tell one tie from another, however few there are. */
const from = 6;
/** From here on the ties that stand out most are drawn where there are more than can be told apart; farther out, then, none is. */
const anyhow = 11;
/** Pixels from where somebody is to the middle of the sign that counts her. */
const near = 48;

/** What is drawn of a sign: where, and who it is when it stands for one. */
export interface Drawn { at: Point; pixels: Point; id?: string }

/** Where each end is drawn: at its own sign, else at the nearest sign that counts several, else where it is. */
export function endsOn(ties: TieInView[], signs: Drawn[], project: (at: Point) => Point): Places {
  const [alone, several] = [new Map(signs.flatMap((one) => (one.id ? [[one.id, one.at]] : []))), signs.filter((one) => !one.id)];
  const places: Places = new Map();
  for (const { id, longitude, latitude } of ties.flatMap((tie) => [tie.from, tie.to])) {
    if (places.has(id)) continue;
    const [x, y] = project([longitude, latitude]);
    const far = ({ pixels }: Drawn) => Math.hypot(pixels[0] - x, pixels[1] - y);
    const closest = several.reduce<Drawn | undefined>((best, one) => (far(one) <= near && far(one) < (best ? far(best) : Infinity) ? one : best), undefined);
    places.set(id, alone.get(id) ?? closest?.at ?? [longitude, latitude]);
  }
  return places;
}

/** A line of which one end is out of sight only says that there is more. */
export type ViewArc = Arc & { properties: { leaves: boolean } };

/** The ties as thin lines, those between the same two signs beside each other. */
export function linesBetween(ties: TieInView[], places: Places, view: Box): ViewArc[] {
  const counted = new Map<string, number>();
  return ties.flatMap(({ id, label, status, strength, from: { id: one }, to: { id: other } }) => {
    const [a, b] = [places.get(one), places.get(other)];
    const key = `${a?.join()} ${b?.join()}`;
    const index = counted.get(key) ?? 0;
    counted.set(key, index + 1);
    const leaves = !isIn(a, view) || !isIn(b, view);
    return line({ id, label, kind: status, directed: false }, a, b, bendOf(index) * 0.6).map((arc) => ({ ...arc, properties: { ...arc.properties, width: leaves ? 0.8 : 0.8 + 0.2 * (strength ?? 2), leaves } }));
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
  const limit = Math.round(Math.max(40, Math.min(200, ((right - left) * (bottom - top)) / 4000)) / 10) * 10;
  return { west: out(west, -1, 180), south: out(south, -1, 85), east: out(east, 1, 180), north: out(north, 1, 85), limit };
}

/** The ties of everybody who can be seen, thin and below what is selected; bounded, so that they can be read. */
export class ViewTies {
  private asked = '';
  private written = '';
  private held: TieInView[] = [];
  private stop = new AbortController();

  constructor(private readonly map: GlMap) {}

  /** Asks when the view or the network is another one, and draws what is held, once everything else stands. */
  show(shown: Shown, version: string) {
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
    // What is selected draws its own lines, broader.
    const own = new Set([...(shown.ties ?? []).map((tie) => tie.id), ...(shown.paths ?? []).flatMap((path) => path.steps.map((step) => step.tie.id))]);
    const rest = ties.filter((tie) => !own.has(tie.id));
    const lines = rest.length > 0 ? linesBetween(rest, endsOn(rest, signsOn(this.map), (at) => { const { x, y } = this.map.project(at); return [x, y]; }), viewOf(this.map)) : [];
    const quiet = people(shown).length > 1;
    const now = JSON.stringify([quiet, lines]);
    if (now === this.written) return;
    this.written = now;
    for (const kind of ['confirmed', 'proposed', 'disputed']) this.map.setPaintProperty(`view-tie-${kind}`, 'line-opacity', tieOpacity(quiet ? 0.35 : 1));
    setData(this.map, 'view-ties', { type: 'FeatureCollection', features: lines });
  }
}
