import { signal } from '@preact/signals';
import { type Route, type View, to } from '../../network/route';
import type { Draft } from './draft';

/** What was sent under which key, and whether its answer is not known: then it may be stored. */
export interface Sent { body: string; key: string; unsure?: boolean }

/** A form as it was left: what was entered, from which version, why, where the form stands, the key under which it may have been sent already, and the tab that keeps it. */
export interface Kept { place?: Route; draft: Draft; base: Draft; version?: number; reason: string; at: string; sent?: Sent; by?: string }

const prefix = 'networkmap.draft.';
/** Between the name of a form and the tab that fills it in beside another one. */
const beside = '|~';

/** The name of this tab, the same when its page is loaded again. */
function tabName(): string {
  const fresh = crypto.randomUUID();
  try {
    const known = sessionStorage.getItem('networkmap.tab') ?? fresh;
    sessionStorage.setItem('networkmap.tab', known);
    return known;
  } catch {
    return fresh;
  }
}
const tab = tabName();

/** Where the device keeps nothing (private window, full store), drafts last as long as the page. */
const memory = new Map<string, Kept>();

// What only this page keeps is asked about before it is closed.
addEventListener('beforeunload', (event) => { if (memory.size > 0) event.preventDefault(); });

/** Counts up when what is kept changes, also from another tab. */
const changes = signal(0);
addEventListener('storage', () => { changes.value += 1; });

/** Drafts belong to an account, so that nobody is ever shown what somebody else began. */
export const draftName = (account: string | undefined, kind: string, id: string | undefined, context = '') => `${prefix}${account ?? ''}|${kind}|${id ?? 'new'}|${context}`;

/** The names of all drafts that the device keeps; none where it keeps nothing. */
function names(): string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Whether the device keeps it; for as long as the page is open it is kept in any case. From then on it is a draft of this tab. */
export function keep(name: string, kept: Kept): boolean {
  changes.value += 1;
  const ours = { ...kept, by: tab };
  try {
    localStorage.setItem(name, JSON.stringify(ours));
    memory.delete(name);
    return true;
  } catch {
    memory.set(name, ours);
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

/** Whether another tab keeps a draft under a name. */
export const isOthers = (name: string) => (recall(name)?.by ?? tab) !== tab;

/** What this tab adds to the name of a form that another tab fills in, too. */
export const tail = beside + tab;

/** What stands after the name of a form in the name of its draft: nothing for the first that was begun. It is the one that this tab keeps, or else whichever there is. */
export function tailOf(form: string): string {
  const drafts = [form, ...names().filter((name) => name.startsWith(form + beside))].filter((name) => recall(name));
  return (drafts.find((name) => !isOthers(name)) ?? drafts[0] ?? form).slice(form.length);
}

export function forget(name: string) {
  if (recall(name)) changes.value += 1;
  memory.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing is kept there.
  }
}

/** Forgets every draft, or every draft but those of an account. */
export function forgetDrafts(but?: string) {
  changes.value += 1;
  const goes = (name: string) => but === undefined || !name.startsWith(`${prefix}${but}|`);
  for (const name of [...memory.keys()].filter(goes)) memory.delete(name);
  try {
    for (const name of names().filter(goes)) localStorage.removeItem(name);
  } catch {
    // Nothing is kept there.
  }
}

/** Days that a draft waits for whoever began it, once her session has ended by itself. */
const patience = 7;

/** Forgets what nobody came back to. Drafts are of an account, so until then nobody else is shown them. */
export function forgetOldDrafts(now = Date.now()) {
  changes.value += 1;
  try {
    for (const name of names()) if (!(now - Date.parse(recall(name)?.at ?? '') <= patience * 86_400_000)) forget(name);
  } catch {
    // Nothing is kept there.
  }
}

/** A form that somebody began and did not save: of what kind, whether it changes something that is there, and where it stands. */
export interface Left { name: string; kind: string; changes: boolean; kept: Kept; place: Route }

/** What the forms for something new are asked, in the order of what tells one from another. */
const asked: Record<string, string[]> = { tie: ['dari', 'ke'], unit: ['organisasi'], place: ['organisasi'], service: ['organisasi'], term: ['daftar'] };

/** Where a form stands whose draft does not say so, as those that were kept by an earlier version. */
function placeOf(kind: string, id: string, [one, ...rest]: string[]): Route {
  const view = `${kind}Form` as View;
  if (id !== 'new') return to(view, id);
  if (kind === 'need') return to(view, undefined, rest.length > 0 ? { sumbu: one, sel: rest.join(':') } : { wilayah: one });
  return to(view, undefined, Object.fromEntries((asked[kind] ?? []).map((name, index) => [name, [one, ...rest][index]])));
}

/** What an account has begun on this device, newest first. */
export function draftsOf(account: string | undefined): Left[] {
  const [mine] = [`${prefix}${account ?? ''}|`, changes.value];
  return [...new Set([...memory.keys(), ...names()])].filter((name) => name.startsWith(mine)).flatMap((name): Left[] => {
    const [kind = '', id = 'new', ...context] = name.slice(mine.length).split('|');
    const kept = recall(name);
    return kept ? [{ name, kind, changes: id !== 'new', kept, place: kept.place ?? placeOf(kind, id, context) }] : [];
  }).sort((a, b) => b.kept.at.localeCompare(a.kept.at));
}

/** The draft that somebody has already said to go on with, so that its form does not ask again. */
let wanted: string | undefined;
export const goOnWith = (name: string) => { wanted = name; };

/** The draft of a form that somebody said to go on with, as what stands after the name of the form; said once, it counts once. */
export function tailWanted(form: string): string | undefined {
  const asked = wanted;
  wanted = undefined;
  return asked === form || asked?.startsWith(form + beside) ? asked.slice(form.length) : undefined;
}
