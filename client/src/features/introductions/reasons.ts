import type { Path, Step } from '../../api/answers';
import { yearsBefore } from '../../network/day';
import type { Arguments, Key } from '../../words';

export interface Reason { key: Key; values: Arguments }

const middle = (path: Path) => path.steps.slice(0, -1).map((s) => s.to);
/** A tie that has not been looked at for this long may no longer be there. */
const stale = 2;

const mostTrusted = (paths: Path[]) => paths.reduce<Path | undefined>((best, path) => (best && best.score >= path.score ? best : path), undefined);

export const orders = ['kepercayaan', 'perantara'] as const;
export type PathOrder = (typeof orders)[number];
export const readPathOrder = (text: string | undefined): PathOrder => orders.find((order) => order === text) ?? 'kepercayaan';

/** The paths as they were answered, the most trusted first, or those with the fewest between both ends first and the most trusted of them before others. */
export const inOrder = (paths: Path[], order: PathOrder): Path[] => (order === 'perantara' ? [...paths].sort((a, b) => a.steps.length - b.steps.length) : paths);

function amongOthers(path: Path, paths: Path[]): Reason[] {
  const [one] = paths;
  if (!one || paths.length < 2) return [];
  const best: Reason[] = path === mostTrusted(paths) ? [{ key: 'reason.best', values: { count: paths.length } }] : [];
  if (path === one || best.length > 0) return best;
  if (path.steps.length < one.steps.length) return [{ key: 'reason.shorter', values: {} }];
  const [first] = middle(path);
  return first && first.id !== middle(one)[0]?.id ? [{ key: 'reason.otherDoor', values: { name: first.name } }] : [];
}

function between(path: Path): Reason {
  const people = middle(path);
  const [first] = people;
  if (!first) return { key: 'reason.direct', values: {} };
  return people.length === 1 ? { key: 'reason.one', values: { name: first.name } } : { key: 'reason.several', values: { count: people.length } };
}

const weakest = (steps: Step[]): Step | undefined => steps.reduce<Step | undefined>((worst, step) => (worst && worst.trust <= step.trust ? worst : step), undefined);

const endsOf = ({ from, to }: Step) => ({ one: from.name, other: to.name });

/** What is to be taken care of with one tie of a path. */
function doubt(step: Step, day: string): Reason | undefined {
  const { status, lastVerified } = step.tie;
  if (status !== 'confirmed') return { key: 'reason.unconfirmed', values: endsOf(step) };
  if (lastVerified === undefined) return { key: 'reason.unverified', values: endsOf(step) };
  return lastVerified < yearsBefore(day, stale) ? { key: 'reason.stale', values: { ...endsOf(step), year: lastVerified.slice(0, 4) } } : undefined;
}

/** Every tie that may not hold; where none is in doubt, the one that is trusted least. */
function cautions({ steps }: Path, day: string): Reason[] {
  const doubts = steps.map((step) => doubt(step, day)).filter((r) => r !== undefined);
  const weak = weakest(steps);
  return doubts.length > 0 || !weak || steps.length < 2 ? doubts : [{ key: 'reason.weakest', values: endsOf(weak) }];
}

/** Why this path: how it stands among the others, who is between, who of them brings people together as their work, how fresh it is, and where it may break. */
export function reasonsOf(path: Path, paths: Path[], day: string): Reason[] {
  const mediator = middle(path).find((o) => o.mediates);
  const fresh = path.steps.every(({ tie }) => tie.lastVerified !== undefined && tie.lastVerified >= yearsBefore(day, stale));
  return [
    ...amongOthers(path, paths),
    between(path),
    ...(mediator ? [{ key: 'reason.mediates' as const, values: { name: mediator.name } }] : []),
    ...(fresh ? [{ key: 'reason.fresh' as const, values: {} }] : []),
    ...cautions(path, day),
  ];
}
