import type { Draft } from './draft';

/** A form as it was left: what was entered, from which version, why, and the key under which it may have been sent already. */
export interface Kept { draft: Draft; base: Draft; version?: number; reason: string; at: string; sent?: { body: string; key: string } }

const prefix = 'networkmap.draft.';
/** Where the device keeps nothing (private window, full store), drafts last as long as the page. */
const memory = new Map<string, Kept>();

/** Drafts belong to an account, so that nobody is ever shown what somebody else began. */
export const draftName = (account: string | undefined, kind: string, id: string | undefined, context = '') => `${prefix}${account ?? ''}|${kind}|${id ?? 'new'}|${context}`;

const names = () => Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((name) => name.startsWith(prefix));

/** How many drafts there are, on the device and on this page. */
export function countDrafts(): number {
  try {
    return new Set([...memory.keys(), ...names()]).size;
  } catch {
    return memory.size;
  }
}

/** Whether the device keeps it; for as long as the page is open it is kept in any case. */
export function keep(name: string, kept: Kept): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(kept));
    memory.delete(name);
    return true;
  } catch {
    memory.set(name, kept);
    return false;
  }
}

export function recall(name: string): Kept | undefined {
  const newest = memory.get(name);
  if (newest) return newest;
  try {
    const text = localStorage.getItem(name);
    const read: unknown = text === null ? undefined : JSON.parse(text);
    if (typeof read === 'object' && read !== null && 'draft' in read && 'base' in read && 'at' in read) return read as Kept;
  } catch {
    // What cannot be read is as good as not kept.
  }
  return undefined;
}

export function forget(name: string) {
  memory.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing is kept there.
  }
}

/** Forgets every draft, or every draft but those of an account. */
export function forgetDrafts(but?: string) {
  const goes = (name: string) => but === undefined || !name.startsWith(`${prefix}${but}|`);
  for (const name of [...memory.keys()].filter(goes)) memory.delete(name);
  try {
    for (const name of names().filter(goes)) localStorage.removeItem(name);
  } catch {
    // Nothing is kept there.
  }
}
