import type { Around } from '../../../api/shapes';
import { families } from '../../../ui/signs';

export interface Spot { x: number; y: number }

const on = (radius: number, turn: number): Spot => ({ x: radius * Math.sin(turn), y: radius * Math.cos(turn) });
const full = 2 * Math.PI;

/** Who stands between the middle and each organization of the second ring: the first of the first ring that is tied to it. */
function parentsOf({ nodes, ties }: Around): Map<string, string> {
  const steps = new Map(nodes.map((n) => [n.organization.id, n.steps]));
  const parents = new Map<string, string>();
  for (const { from, to } of ties) {
    for (const [near, far] of [[from, to], [to, from]] as const) {
      if (steps.get(near) === 1 && steps.get(far) === 2 && !parents.has(far)) parents.set(far, near);
    }
  }
  return parents;
}

/** The organization in the middle, its neighbours on a ring by family and name, theirs on a second ring, each near the one that leads to it; the same picture every time. */
export function ringsOf(around: Around): Map<string, Spot> {
  const places = new Map<string, Spot>();
  const order = (id: string) => around.nodes.find((n) => n.organization.id === id)?.organization;
  const byFamily = (one: string, other: string) => {
    const [a, b] = [order(one), order(other)];
    return families.indexOf(a?.family ?? 'civil_society') - families.indexOf(b?.family ?? 'civil_society') || (a?.name ?? '').localeCompare(b?.name ?? '');
  };
  const ring = (step: number) => around.nodes.filter((n) => n.steps === step).map((n) => n.organization.id);
  for (const id of ring(0)) places.set(id, { x: 0, y: 0 });
  const first = ring(1).sort(byFamily);
  const turns = new Map(first.map((id, index) => [id, (index * full) / first.length]));
  for (const [id, turn] of turns) places.set(id, on(1, turn));
  const parents = parentsOf(around);
  const turnOf = (id: string) => turns.get(parents.get(id) ?? '') ?? 0;
  const second = ring(2).sort((one, other) => turnOf(one) - turnOf(other) || byFamily(one, other));
  // The ring is turned so that the first of a family of children begins about where its parent stands.
  const shift = second.length > 0 ? turnOf(second[0] ?? '') : 0;
  for (const [index, id] of second.entries()) places.set(id, on(2, shift + (index * full) / second.length));
  return places;
}

/** How an organization came to be here, for the table: the ties that lead to it from one step nearer. */
export function leadingTo({ nodes, ties }: Around, id: string): Around['ties'] {
  const steps = new Map(nodes.map((n) => [n.organization.id, n.steps]));
  const own = steps.get(id) ?? 0;
  return ties.filter((tie) => (tie.from === id && steps.get(tie.to) === own - 1) || (tie.to === id && steps.get(tie.from) === own - 1));
}
