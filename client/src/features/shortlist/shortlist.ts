import { computed, signal } from '@preact/signals';

/** One that she wants to come back to, and for which organization she found it. */
export interface Noted { id: string; for?: string }

/** More are no short list, and each is asked for when it is opened. */
export const most = 30;
/** So many fit beside each other on a laptop. */
export const mostCompared = 5;

const name = 'networkmap.shortlist';
const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
const parse = (text: string): unknown => { try { return JSON.parse(text); } catch { return undefined; } };

/** What the device kept; whatever is no list of ours is none. */
export function readNoted(text: string | null): Noted[] {
  const read = text === null ? [] : parse(text);
  if (!Array.isArray(read)) return [];
  const all = (read as Partial<Noted>[]).filter((one) => isId(one?.id)).map(({ id, for: asker }): Noted => ({ id: id as string, ...(isId(asker) ? { for: asker } : {}) }));
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index).slice(0, most);
}

/** The ids of an address (isi=id,id), each once. */
export const readIds = (text: string | undefined, limit: number): string[] => [...new Set((text ?? '').split(',').filter(isId))].slice(0, limit);

/** Takes one in, at the end, or out again; a full list takes in nobody. */
export function toggled(list: Noted[], one: Noted): Noted[] {
  if (list.some(({ id }) => id === one.id)) return list.filter(({ id }) => id !== one.id);
  return list.length < most ? [...list, one] : list;
}

/** Those that are new at the end, as far as there is room. */
export const joined = (list: Noted[], ids: string[]): Noted[] => [...list, ...ids.filter((id) => !list.some((one) => one.id === id)).map((id) => ({ id }))].slice(0, most);

function kept(): Noted[] {
  try { return readNoted(localStorage.getItem(name)); } catch { return []; }
}

/** The list of this device. It stays here: nobody is told who is looked at. */
export const shortlist = signal<Noted[]>(kept());
globalThis.addEventListener?.('storage', ({ key }: StorageEvent) => { if (key === name || key === null) shortlist.value = kept(); });

export const isFull = computed(() => shortlist.value.length >= most);

/** Where the device keeps nothing, the list lasts as long as the page. */
export function keepShortlist(list: Noted[]) {
  shortlist.value = list;
  try { localStorage.setItem(name, JSON.stringify(list)); } catch { /* A full or closed store. */ }
}
