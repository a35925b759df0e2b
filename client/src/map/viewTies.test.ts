import type { Map as GlMap } from 'maplibre-gl';
import { describe, expect, it, vi } from 'vitest';
import type { TieInView } from '../api/shapes';
import type { Point } from './arcs';
import { petal, signSize } from './style';
import { ViewTies, endsOn, linesBetween } from './viewTies';

vi.mock('../api/questions', () => ({ tiesInView: async () => ({ items: [tie('1', 'a', 'b')] }) }));

const tie = (id: string, from: string, to: string, more: Partial<TieInView> = {}): TieInView => ({
  id, label: 'supports', status: 'confirmed', from: { id: from, longitude: 110, latitude: -7 }, to: { id: to, longitude: 111, latitude: -7 }, ...more,
});
/** 100 pixels for a degree. */
const project = ([x, y]: Point): Point => [(x - 110) * 100, (y + 7) * 100];
const sign = (at: Point, id?: string) => ({ at, pixels: project(at), ...(id ? { id } : {}) });

describe('ties of those in view', () => {
  it('end at the sign of each, at the sign that counts it, or where it is when neither can be seen', () => {
    const places = endsOn([tie('1', 'a', 'b'), { ...tie('2', 'a', 'c'), to: { id: 'c', longitude: 114, latitude: -7 } }], [sign([110.02, -7], 'a'), sign([111.2, -7]), sign([111.4, -7])], project);
    expect([places.get('a'), places.get('b'), places.get('c')]).toEqual([[110.02, -7], [111.2, -7], [114, -7]]);
  });

  it('go with whom the legend leaves out, and stay with whoever is out of sight', () => {
    const far = { ...tie('2', 'a', 'c'), to: { id: 'c', longitude: 114, latitude: -7 } };
    const places = endsOn([tie('1', 'a', 'b'), far], [sign([110, -7], 'a')], project, 60, ([x]) => x < 112);
    expect([places.get('b'), places.get('c')]).toEqual([undefined, [114, -7]]);
    expect(linesBetween([tie('1', 'a', 'b'), far], places, { west: 109, south: -8, east: 112, north: -6 }, 8).map((line) => line.properties.id)).toEqual(['2']);
  });

  it('end at a petal where it is drawn', () => {
    expect(petal(0, 2)).toEqual([-20, 0]);
    expect([2, 4, 6.5, 9, 11, 15].map(signSize)).toEqual([0.62, 0.62, expect.closeTo(0.76), 0.9, expect.closeTo(0.975), 1.05]);
  });

  it('are thin, beside each other between the same two signs, and none within one sign', () => {
    const places = new Map<string, Point>([['a', [110, -7]], ['b', [111, -7]], ['c', [110, -7]]]);
    const [first, second, ...rest] = linesBetween([tie('1', 'a', 'b', { strength: 5 }), tie('2', 'c', 'b', { status: 'proposed' }), tie('3', 'a', 'c')], places, { west: 109, south: -8, east: 112, north: -6 }, 8);
    expect(rest).toEqual([]);
    expect([first?.properties.kind, second?.properties.kind]).toEqual(['confirmed', 'proposed']);
    expect(first?.properties.width).toBeLessThan(2);
    expect(first?.properties.leaves).toBe(false);
    expect(first?.geometry.coordinates[12]).not.toEqual(second?.geometry.coordinates[12]);
  });

  it('are one line where several of one status lead from sign to sign, the broader the more they are', () => {
    const places = new Map<string, Point>([['a', [110, -7]], ['b', [111, -7]], ['c', [110, -7]]]);
    const view = { west: 109, south: -8, east: 112, north: -6 };
    const width = (count: number) => {
      const lines = linesBetween(Array.from({ length: count }, (_, n) => (n % 2 ? tie(`${n}`, 'a', 'b') : tie(`${n}`, 'b', 'c'))), places, view, 8);
      expect(lines).toHaveLength(1);
      return lines[0]?.properties.width ?? 0;
    };
    expect(width(2)).toBeGreaterThan(width(1));
    expect(width(40)).toBeLessThan(4);
    expect(linesBetween([tie('1', 'a', 'b'), tie('2', 'b', 'c', { status: 'disputed' })], places, view, 8)).toHaveLength(2);
  });

  it('only begin where they lead out of sight, a few at each sign, and are not drawn where neither end is in sight', () => {
    const places = new Map<string, Point>([['a', [110, -7]], ['b', [111, -7]], ['c', [112, -7]]]);
    const view = { west: 109, south: -8, east: 110.5, north: -6 };
    const [out, into] = linesBetween([tie('1', 'a', 'b'), tie('2', 'c', 'a')], places, view, 8);
    for (const one of [out, into]) {
      expect(one?.properties.leaves).toBe(true);
      expect(one?.geometry.coordinates[0]).toEqual([110, -7]);
      const [longitude, latitude] = (one?.geometry.coordinates.at(-1) ?? []) as number[];
      expect(longitude, '46 pixels of zoom 8').toBeCloseTo(110 + (46 * 360) / (512 * 256), 6);
      expect(latitude).toBeCloseTo(-7, 6);
    }
    expect(linesBetween([tie('1', 'b', 'c')], places, view, 8)).toEqual([]);
    expect(linesBetween([tie('1', 'a', 'b')], places, view, 14), 'so close it would seem to end there').toEqual([]);
    expect(linesBetween(Array.from({ length: 30 }, (_, n) => tie(`${n}`, 'a', 'b')), places, view, 8)).toHaveLength(6);
  });
});

describe('while signs are still to come', () => {
  /** A map of which the signs come when the test says so: the two ends of a tie, first together and then each alone. */
  function coming() {
    const state = { zoom: 8, loaded: false, drawn: [] as unknown[], zoomed: () => { /* nobody listens yet */ } };
    const sign = (id: string, x: number) => ({ layer: { id: 'organizations' }, properties: { id }, geometry: { type: 'Point', coordinates: [x, -7] } });
    const container = Object.assign(document.createElement('div'), { getBoundingClientRect: () => ({ left: 0, top: 0, width: 400, height: 400 }) });
    const map = {
      on: (_: string, listener: () => void) => { state.zoomed = listener; }, getContainer: () => container, getLayer: () => true, setPaintProperty: () => undefined,
      getSource: () => ({ setData: ({ features }: { features: unknown[] }) => { state.drawn.push(features.length); } }), getZoom: () => state.zoom, isMoving: () => false, areTilesLoaded: () => state.loaded,
      queryRenderedFeatures: () => (state.loaded ? [sign('a', 110), sign('b', 111)] : []), project: ([x, y]: Point) => ({ x: (x - 110) * 100, y: (y + 7) * 100 }), unproject: ([x, y]: Point) => ({ lng: 108 + x / 100, lat: -5 - y / 100 }),
    };
    return { state, ties: new ViewTies(map as unknown as GlMap) };
  }

  it('no tie is drawn to where they may be, and none stays where they were at another zoom', async () => {
    const { state, ties } = coming();
    ties.show({}, '1', []);
    await new Promise((done) => { setTimeout(done); });
    expect(state.drawn).toEqual([0]);
    state.loaded = true;
    ties.show({}, '1', []);
    expect(state.drawn).toEqual([0, 1]);
    state.zoom = 8.6;
    state.zoomed();
    expect(state.drawn).toEqual([0, 1]);
    Object.assign(state, { zoom: 9.1, loaded: false });
    state.zoomed();
    ties.show({}, '1', []);
    expect(state.drawn).toEqual([0, 1, 0]);
  });
});
