import { describe, expect, it } from 'vitest';
import type { Summary } from '../api/shapes';
import { mercator } from './flat';
import { leaders, spread } from './spreading';

const at = (id: string, longitude: number, latitude: number): Summary => ({ id, name: id, actorKind: 'ngo', family: 'civil_society', position: { longitude, latitude, radiusKm: 9, precision: 'district' } });
const pixels = (one: [number, number] | undefined, other: [number, number] | undefined, zoom: number) => Math.abs((one?.[0] ?? 0) - (other?.[0] ?? 0)) * (512 * 2 ** zoom) / 360;

describe('those who stand on one point', () => {
  it('stand beside who is selected, at every zoom as far, and nobody else moves', () => {
    for (const zoom of [5, 9]) {
      const places = spread([at('selected', 110, -7), at('best', 110, -7), at('alone', 112, -7)], ['selected'], zoom);
      expect(places.get('selected')).toEqual([110, -7]);
      expect(places.get('alone')).toEqual([112, -7]);
      expect(pixels(places.get('best'), places.get('selected'), zoom)).toBeCloseTo(40);
    }
  });

  it('and those who are so near that they would lie under its halo stand at its edge, in their direction', () => {
    const places = spread([at('selected', 110, -7), at('best', 110.01, -7)], ['selected'], 6);
    expect(pixels(places.get('best'), places.get('selected'), 6)).toBeCloseTo(40);
    expect(spread([at('selected', 110, -7), at('best', 110.01, -7)], ['selected'], 14).get('best')).toEqual([110.01, -7]);
  });
});

describe('many on one point', () => {
  const many = Array.from({ length: 24 }, (_, index) => at(`n${index}`, 110, -7));
  const nearest = (people: Summary[], chosen: string[]) => {
    const places = [...spread(people, chosen, 9).values()].map(([x, y]) => [x / 360 * 512 * 2 ** 9, y / 360 * 512 * 2 ** 9 / Math.cos((7 * Math.PI) / 180)] as const);
    return Math.min(...places.flatMap(([x, y], index) => places.slice(index + 1).map(([u, v]) => Math.hypot(x - u, y - v))));
  };

  it('leave room for each sign, with and without one who is selected', () => {
    for (const count of [2, 6, 9, 24]) {
      expect(nearest(many.slice(0, count), [])).toBeGreaterThan(24);
      expect(nearest([...many.slice(0, count), at('selected', 110, -7)], ['selected'])).toBeGreaterThan(24);
    }
  });
});

describe('two who are chosen', () => {
  it('each have those around them who would lie under their halo, and stay', () => {
    const places = spread([at('to', 110, -7), at('from', 111, -7), at('near', 111, -7)], ['to', 'from'], 9);
    expect(places.get('from')).toEqual([111, -7]);
    expect(pixels(places.get('near'), places.get('from'), 9)).toBeCloseTo(40);
  });

  it('are both seen where they are on one point', () => {
    const places = spread([at('to', 110, -7), at('from', 110, -7)], ['to', 'from'], 9);
    expect(places.get('to')).toEqual([110, -7]);
    expect(pixels(places.get('from'), places.get('to'), 9)).toBeCloseTo(40);
  });
});

describe('everybody of a path', () => {
  const far = (one: [number, number] | undefined, other: [number, number] | undefined, zoom: number) => {
    const [a, b] = [mercator(one ?? []), mercator(other ?? [])];
    return Math.hypot(a[0] - b[0], a[1] - b[1]) * 512 * 2 ** zoom;
  };

  it('can be seen: no sign lies under another one, however many are on one spot or close to it', () => {
    const people = [at('from', 110, -7), at('to', 110.2, -7), ...Array.from({ length: 14 }, (_, index) => at(`p${index}`, index % 3 ? 110 : 110.03, -7 - (index % 4) / 100))];
    const places = [...spread(people, ['from', 'to'], 8).values()];
    expect(Math.min(...places.flatMap((one, index) => places.slice(index + 1).map((other) => far(one, other, 8))))).toBeGreaterThan(26);
  });

  it('makes way for whoever stands where she is, and those who were moved make way first', () => {
    const places = spread([at('from', 110, -7), at('moved', 110, -7), at('there', 111, -7)], ['from'], 5);
    expect(places.get('there')).toEqual([111, -7]);
    expect(far(places.get('moved'), places.get('there'), 5)).toBeGreaterThan(26);
    expect(far(places.get('moved'), places.get('from'), 5)).toBeGreaterThan(35);
  });

  it('stays where it is when there is room', () => {
    const people = [at('from', 110, -7), at('to', 111, -7), at('between', 110.5, -7)];
    expect([...spread(people, ['from', 'to'], 8).values()]).toEqual([[110, -7], [111, -7], [110.5, -7]]);
  });
});

it('leaves the name of one who is chosen its place: who would stand under it stands beside it', () => {
  const name = { left: -80, right: 80, top: 22, bottom: 56 };
  const people = [at('selected', 110, -7), ...Array.from({ length: 9 }, (_, index) => at(`p${index}`, 110, -7)), at('below', 110, -7.05)];
  const [places, size] = [spread(people, ['selected'], 9, new Map([['selected', name]])), 512 * 2 ** 9];
  const [x, y] = mercator([110, -7]);
  const under = people.filter(({ id }) => {
    const [a, b] = mercator(places.get(id) ?? []);
    const [dx, dy] = [(a - x) * size, (b - y) * size];
    return dx > name.left && dx < name.right && dy > name.top && dy < name.bottom;
  });
  expect(under).toEqual([]);
  expect(places.get('selected')).toEqual([110, -7]);
});

it('leaves nobody under the buttons of the map but who is chosen, and whoever stands beside them where she is', () => {
  const size = 512 * 2 ** 8;
  const around = (longitude: number): { left: number; right: number; top: number; bottom: number } => { const [x, y] = mercator([longitude, -7]); return { left: x * size - 26, right: x * size + 26, top: y * size - 70, bottom: y * size + 70 }; };
  const [buttons, people] = [around(112), [at('selected', 110, -7), at('under', 112, -7), at('also', 112.02, -7.1), at('beside', 112.2, -7)]];
  const places = spread(people, ['selected'], 8, new Map(), [buttons]);
  for (const { id } of people) {
    const [x, y] = mercator(places.get(id) ?? []).map((one) => one * size) as [number, number];
    expect(x < buttons.left || x > buttons.right || y < buttons.top || y > buttons.bottom, id).toBe(true);
  }
  expect(places.get('beside')).toEqual([112.2, -7]);
  expect(spread(people, ['under'], 8, new Map(), [buttons]).get('under')).toEqual([112, -7]);
});

describe('whoever was moved off a spot', () => {
  it('is led back to it by a line, and the spot is marked once', () => {
    const people = [at('one', 110, -7), at('other', 110, -7), at('alone', 111, -7)];
    const places = spread(people, [], 9);
    const [first, second, spot, ...rest] = leaders(people, places).map((one) => one.geometry);
    expect(first).toEqual({ type: 'LineString', coordinates: [[110, -7], places.get('one')] });
    expect(second).toEqual({ type: 'LineString', coordinates: [[110, -7], places.get('other')] });
    expect(spot).toEqual({ type: 'Point', coordinates: [110, -7] });
    expect(rest).toEqual([]);
  });
});

describe('those who are moved', () => {
  it('stay in what can be seen, when they can be seen where they are', () => {
    const zoom = 5;
    const size = 512 * 2 ** zoom;
    const world = ([longitude = 0, latitude = 0]: [number, number]) => mercator([longitude, latitude]).map((one) => one * size) as [number, number];
    const [x, y] = world([110, -7]);
    // Little is left of the map: a strip that is hardly higher than a sign.
    const free = { left: x - 180, right: x + 180, top: y - 34, bottom: y + 34 };
    const crowd = Array.from({ length: 4 }, (_, index) => at(`c${index}`, 110, -7));
    const places = spread([at('selected', 110, -7), ...crowd, at('away', 110, -30)], ['selected'], zoom, new Map(), [], free);
    for (const { id } of crowd) expect(Math.abs(world(places.get(id) ?? [0, 0])[1] - y)).toBeLessThanOrEqual(34 - 13);
    expect(places.get('away')).toEqual([110, -30]);
  });
});
