import { describe, expect, it } from 'vitest';
import type { Around, Family } from '../../../api/shapes';
import { leadingTo, ringsOf } from './layout';

const node = (id: string, steps: number, family: Family = 'civil_society') => ({ organization: { id, name: id, actorKind: 'ngo', family }, steps });
const tie = (from: string, to: string) => ({ id: from + to, type: 'supports', label: 'supports', from, to, status: 'confirmed' as const });
const around: Around = {
  at: '2026-03-01', nodes: [node('me', 0), node('b', 1, 'government'), node('a', 1), node('c', 1, 'home_workers'), node('a1', 2), node('b1', 2), node('c1', 2)],
  ties: [tie('me', 'a'), tie('b', 'me'), tie('me', 'c'), tie('a1', 'a'), tie('b', 'b1'), tie('c', 'c1'), tie('a', 'b1')],
};
const distance = (one: { x: number; y: number } | undefined, other: { x: number; y: number } | undefined) => Math.hypot((one?.x ?? 9) - (other?.x ?? -9), (one?.y ?? 9) - (other?.y ?? -9));

describe('the network around an organization', () => {
  it('stands in rings by the number of steps, everybody on a spot of their own', () => {
    const spots = ringsOf(around);
    const radii = around.nodes.map((n) => Math.round(distance(spots.get(n.organization.id), { x: 0, y: 0 })));
    expect(radii).toEqual(around.nodes.map((n) => n.steps));
    expect(new Set([...spots.values()].map((s) => `${s.x.toFixed(3)} ${s.y.toFixed(3)}`)).size).toBe(7);
  });

  it('has the second ring in the order of those who lead to it', () => {
    const spots = ringsOf(around);
    for (const [child, parent, other] of [['a1', 'a', 'c'], ['c1', 'c', 'b']] as const) expect(distance(spots.get(child), spots.get(parent))).toBeLessThan(distance(spots.get(child), spots.get(other)));
  });

  it('is the same picture whatever the order of the answer', () => {
    expect([...ringsOf({ ...around, nodes: around.nodes.toReversed() })].sort()).toEqual([...ringsOf(around)].sort());
  });

  it('is told by the ties that lead to each', () => {
    expect(leadingTo(around, 'b1').map((t) => t.id)).toEqual(['bb1', 'ab1']);
    expect(leadingTo(around, 'b').map((t) => t.id)).toEqual(['bme']);
  });
});
