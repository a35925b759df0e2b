import { signal, useComputed } from '@preact/signals';

/** One entry of the browser's history: what its view keeps with it, how far it was scrolled, and the address of the link that had the focus. */
interface Visit { kept: ReadonlyMap<string, unknown>; scrolled: number; link: string | null }

/** Visits of this page by their place in the history, which the browser keeps for us, also over a reload. A field that is typed in or drawn makes one entry, whatever is done with it. Each knows the address of the one before. */
interface Place { visit: number; field?: string | undefined; before?: string }
const place = (): Place => (history.state as Place | null) ?? { visit: 0 };

const visits = new Map<number, Visit>();
let here = place().visit;

/** What the views keep with the entry that is shown: reasons that are open, how much of a list is there. */
const kept = signal<ReadonlyMap<string, unknown>>(new Map());

/** Where somebody who came back had been on the page, until the page is there again. */
export const returning = signal<{ scrolled: number; link: string | null } | undefined>(undefined);

/** True when there is something of this page to go back to. */
export const hasBefore = () => place().visit > 0;

const leave = () => visits.set(here, { kept: kept.peek(), scrolled: document.getElementById('content')?.scrollTop ?? 0, link: document.activeElement?.getAttribute('href') ?? null });

/** A new entry. Another answer to the same question keeps what is open; another view begins anew. */
export function enter(address: string, before: string, same: boolean, field?: string) {
  leave();
  here = place().visit + 1;
  history.pushState({ visit: here, before, ...(field === undefined ? {} : { field }) } satisfies Place, '', address);
  returning.value = undefined;
  if (!same) kept.value = new Map();
}

/** The same entry with another address. */
export const rename = (address: string) => history.replaceState(place(), '', address);

/** Whether Back leads to an address. */
export const isBefore = (address: string) => place().before === address;

/** Whether the entry that is shown was made by a field, so that more of the same goes into it. */
export const madeBy = (field: string) => place().field === field;

/** The browser went to another entry, back or forth. */
export function comeBack() {
  leave();
  here = place().visit;
  const visit = visits.get(here);
  kept.value = visit?.kept ?? new Map();
  returning.value = visit;
}

/** A value that a view keeps with its entry in the history: who goes on and comes back finds it as it was. */
export function useKept<T>(name: string, first: T): [T, (value: T) => void] {
  const found = useComputed(() => kept.value.get(name) as T | undefined).value;
  return [found ?? first, (value) => { kept.value = new Map(kept.peek()).set(name, value); }];
}
