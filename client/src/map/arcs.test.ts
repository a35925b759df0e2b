import { describe, expect, it } from 'vitest';
import type { Summary, TieOnPage } from '../api/shapes';
import { arc, arrows, bendOf, boxOf, drawn, tieArcs } from './arcs';

const place = (id: string, longitude?: number): Summary => ({
  id, name: id, actorKind: 'ngo', family: 'civil_society', ...(longitude === undefined ? {} : { position: { longitude, latitude: -7, radiusKm: 0, precision: 'exact' as const } }),
});
const tie = (id: string, other: Summary, direction: TieOnPage['direction'] = 'out'): TieOnPage => ({ id, type: 'supports', label: 'supports', direction, other, status: 'confirmed', sentence: '' });

describe('arcs', () => {
  it('begin and end at their organizations', () => {
    const points = arc([110, -7], [112, -8], 0.12);
    expect(points[0]).toEqual([110, -7]);
    expect(points.at(-1)).toEqual([112, -8]);
  });

  it('tell two ties between the same ends apart', () => {
    const other = place('b', 112);
    const [first, second] = tieArcs(place('a', 110), [tie('1', other), tie('2', other)]);
    expect(first?.geometry.coordinates[12]).not.toEqual(second?.geometry.coordinates[12]);
    expect(bendOf(0)).toBe(-bendOf(1));
  });

  it('run in the direction of the tie', () => {
    const [incoming] = tieArcs(place('a', 110), [tie('1', place('b', 112), 'in')]);
    expect(incoming?.geometry.coordinates[0]).toEqual([112, -7]);
  });

  it('carry one arrow in the middle when they have a direction', () => {
    const [east] = arrows(tieArcs(place('a', 110), [tie('1', place('b', 112)), tie('2', place('c', 113), 'both')]));
    expect(east?.properties.angle).toBeCloseTo(0, 5);
    expect(arrows(tieArcs(place('a', 110), [tie('2', place('c', 113), 'both')]))).toEqual([]);
  });

  it('leave out who has no place on the map', () => {
    expect(tieArcs(place('a', 110), [tie('1', place('hidden'))])).toEqual([]);
    expect(drawn([place('a', 110), place('a', 110), place('hidden'), undefined])).toHaveLength(1);
    expect(boxOf([place('hidden')])).toBeUndefined();
  });
});
