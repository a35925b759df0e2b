import { describe, expect, it } from 'vitest';
import type { Summary, TieOnPage } from '../api/shapes';
import type { Path, Step } from '../api/answers';
import { type Point, arc, arrows, bendOf, boxOf, drawn, pathArcs, pathKinds, tieArcs } from './arcs';

const place = (id: string, longitude?: number): Summary => ({
  id, name: id, actorKind: 'ngo', family: 'civil_society', ...(longitude === undefined ? {} : { position: { longitude, latitude: -7, radiusKm: 0, precision: 'exact' as const } }),
});
const tie = (id: string, other: Summary, direction: TieOnPage['direction'] = 'out'): TieOnPage => ({ id, type: 'supports', label: 'supports', direction, other, status: 'confirmed', sentence: '' });
const placesOf = (...people: Summary[]) => new Map(people.flatMap((one): [string, Point][] => (one.position ? [[one.id, [one.position.longitude, one.position.latitude]]] : [])));
const day = '2026-03-01';
const arcsOf = (selected: Summary, ties: TieOnPage[]) => tieArcs(selected, ties, placesOf(selected, ...ties.map((one) => one.other)), day);

describe('arcs', () => {
  it('begin and end at their organizations', () => {
    const points = arc([110, -7], [112, -8], 0.12);
    expect(points[0]).toEqual([110, -7]);
    expect(points.at(-1)).toEqual([112, -8]);
  });

  it('tell two ties between the same ends apart', () => {
    const other = place('b', 112);
    const [first, second] = arcsOf(place('a', 110), [tie('1', other), tie('2', other)]);
    expect(first?.geometry.coordinates[12]).not.toEqual(second?.geometry.coordinates[12]);
    expect(bendOf(0)).toBe(-bendOf(1));
  });

  it('run in the direction of the tie', () => {
    const [incoming] = arcsOf(place('a', 110), [tie('1', place('b', 112), 'in')]);
    expect(incoming?.geometry.coordinates[0]).toEqual([112, -7]);
  });

  it('carry one arrow in the middle when they have a direction', () => {
    const [east] = arrows(arcsOf(place('a', 110), [tie('1', place('b', 112)), tie('2', place('c', 113), 'both')]));
    expect(east?.properties.angle).toBeCloseTo(0, 5);
    expect(arrows(arcsOf(place('a', 110), [tie('2', place('c', 113), 'both')]))).toEqual([]);
  });

  it('end where a sign is drawn, also when it was moved off the spot that it shares', () => {
    const [selected, other] = [place('a', 110), place('b', 110)];
    const moved = new Map<string, Point>([['a', [110, -7]], ['b', [110.1, -7]]]);
    expect(tieArcs(selected, [tie('1', other)], moved, day)[0]?.geometry.coordinates.at(-1)).toEqual([110.1, -7]);
    expect(arcsOf(selected, [tie('1', other)])).toEqual([]);
  });

  it('tell a tie that is over from one that holds', () => {
    const ties = [tie('1', place('b', 112)), { ...tie('2', place('c', 113)), until: '2025-12-31' }, { ...tie('3', place('d', 114)), status: 'ended' as const, strength: 5 }];
    const [holds, over, ended] = arcsOf(place('a', 110), ties).map((one) => one.properties);
    expect([holds?.kind, over?.kind, ended?.kind]).toEqual(['confirmed', 'ended', 'ended']);
    expect(ended?.width).toBeLessThan(holds?.width ?? 0);
  });

  it('leave out who has no place on the map', () => {
    expect(arcsOf(place('a', 110), [tie('1', place('hidden'))])).toEqual([]);
    expect(drawn([place('a', 110), place('a', 110), place('hidden'), undefined])).toHaveLength(1);
    expect(boxOf([place('hidden')])).toBeUndefined();
  });
});

describe('paths', () => {
  const [a, b, c] = [place('a', 110), place('b', 111), place('c', 112)];
  const step = (id: string, from: Summary, to: Summary, status: TieOnPage['status'] = 'confirmed'): Step => ({ tie: { id, type: 'supports', label: 'supports', status }, from, to, trust: 0.5, sentence: '' });
  const path = (...steps: Step[]): Path => ({ score: 0.5, steps, sentence: '' });
  const places = placesOf(a, b, c);

  it('make the chosen one stand out, above the others and with its direction, and draw a tie that two share once', () => {
    const arcs = pathArcs([path(step('1', a, b), step('2', b, c)), path(step('1', a, b), step('3', b, c))], places);
    expect(arcs.map(({ properties }) => [properties.id, properties.kind, properties.directed])).toEqual([['3', 'otherPath', false], ['2', 'chosen', true], ['1', 'chosen', true]]);
    expect(arcs[1]?.properties.width).toBeGreaterThan(2 * (arcs[0]?.properties.width ?? 9));
    expect(arcs[0]?.geometry.coordinates[12]).not.toEqual(arcs[1]?.geometry.coordinates[12]);
  });

  it('show a tie that does not carry as what it is', () => {
    expect(pathKinds([path(step('1', a, b), step('2', b, c, 'proposed'))])).toEqual(['chosen', 'proposed']);
    expect(pathKinds([path(step('1', a, b, 'ended'), step('2', b, c))], ['2'])).toEqual(['ended', 'ended']);
  });
});
