import type { Changeset } from '../../api/answers';

/** When somebody last looked at what is new around an organization: the newest change that she saw, and the moment. It stays on her device, under her account and the organization (`of`). */
export interface Visit { last: string; at: string }

const name = 'networkmap.visits';
/** More organizations than somebody looks after. */
const most = 50;

function kept(): Record<string, Visit> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(name) ?? '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, Visit>) : {};
  } catch {
    return {};
  }
}

/** The visits before this one: what was new stays so for as long as the page is open, also when she comes back to the list from one of its changes. */
const before = new Map<string, Visit | undefined>();

/** The last visit before the page was opened; none when there was none, or the device did not keep it. */
export function lastVisit(of: string): Visit | undefined {
  if (before.has(of)) return before.get(of);
  const { [of]: visit } = kept();
  const good = typeof visit?.last === 'string' && !Number.isNaN(Date.parse(visit.at)) ? visit : undefined;
  before.set(of, good);
  return good;
}

/** Keeps a visit; of many organizations those that were visited last. */
export function keepVisit(of: string, visit: Visit) {
  const { [of]: _, ...others } = kept();
  try {
    localStorage.setItem(name, JSON.stringify(Object.fromEntries([...Object.entries(others), [of, visit]].slice(-most))));
  } catch {
    // Without a store nothing is marked as new the next time.
  }
}

/** What came after the last visit, without what she did herself. When the change that was last seen is not among them, its moment decides. */
export function newSince(changes: Changeset[], visit: Visit | undefined, account: string | undefined): Set<string> {
  if (!visit) return new Set();
  const seen = changes.findIndex(({ id }) => id === visit.last);
  const later = seen >= 0 ? changes.slice(0, seen) : changes.filter(({ at }) => Date.parse(at) > Date.parse(visit.at));
  return new Set(later.filter(({ by }) => account === undefined || by !== account).map(({ id }) => id));
}
