import { computed, signal } from '@preact/signals';
import { preview } from '../api/preview';
import type { Coverage, Path } from '../api/answers';
import { rightsOf } from './rights';
import type { Route } from './route';
import type { Me, Summary, Taxonomies, Term, TieOnPage } from '../api/shapes';

/** The one state of the page. Views read signals; only the functions here and in `asking.ts` change them. */
export const me = signal<Me>({ audience: 'public', language: 'id' });
/** Somebody who keeps everything, and sees all of it. What somebody may change follows from `rights`. */
export const isSteward = computed(() => preview === undefined && me.value.audience === 'steward');
/** Whoever looks as somebody else changes nothing. */
export const rights = computed(() => rightsOf(preview === undefined ? me.value.grants ?? [] : []));
/** Whether she sees more than others do, and can look as they do. */
export const mayPreview = computed(() => (me.value.grants ?? []).some(({ role }) => role !== 'mediator' && role !== 'administrator'));
export const isSignedIn = computed(() => me.value.account !== undefined);
export const terms = signal<Taxonomies>({});

/** What the open page is about, by name; the title of the document says it. */
export const about = signal<string | undefined>(undefined);

/** Counts up when the network changed, so that answers on the screen are asked again. */
export const revision = signal(0);

/** Counts up when the page begins to follow the network: the server is reached, for the first time or again. */
export const reached = signal(0);

/** What the views ask the map to show; the map never asks back. */
export interface Shown {
  selected?: Summary;
  ties?: TieOnPage[];
  /** The day that the ties are told for; today without one. */
  at?: string;
  /** The chosen path first. */
  paths?: Path[];
  /** Ties on a path that do not carry it. */
  missing?: string[];
  candidates?: Summary[];
  /** Who was found by name, the closest first. */
  found?: Summary[];
  /** The question that candidates or who was found answer: another one is another place to look at. */
  asked?: string;
  /** Who is to be met and who wants to meet them, when nothing leads from one to the other. */
  ends?: Summary[];
  coverage?: { answer: Coverage; term: number };
  /** The colours of regions are still being asked for. */
  awaiting?: boolean;
  /** The code of the region that is open, to be outlined. */
  region?: string;
  /** The codes of the regions that a service works in, to be outlined together. */
  areas?: string[];
  focus?: { longitude: number; latitude: number; zoom: number };
}
export const shown = signal<Shown>({});

/** True while the shapes of regions on the map only stand for them. */
export const schematic = signal(false);

/** True while the map gets the shapes of regions ready to be coloured. */
export const colouring = signal(false);

/** What is on the map now, for the list beside it, and the middle of a part of the country that is looked at, no finer than a kilometre. */
export interface InView { items: Summary[]; total: number; middle?: { longitude: number; latitude: number } }
export const inView = signal<InView | undefined>(undefined);

/** The organization under the pointer or the focus, so that list and map point at the same one. */
export const pointed = signal<string | undefined>(undefined);

export type Sheet = 'peek' | 'half' | 'full';
export const sheet = signal<Sheet>('half');

/** One polite sentence for screen readers; the newest replaces the one before. */
export const spoken = signal('');

export const taxonomy = (name: string): Term[] => terms.value[name] ?? [];
export const labelOf = (name: string, code: string): string => taxonomy(name).find((t) => t.code === code)?.label ?? code;

/** One line about what this person has just done, with ways on: somewhere else, something to do, or both. Its words are asked for anew when the language changes. */
export interface Way { words: () => string; to?: Route; act?: () => void }
export interface Notice { what: 'undo' | 'kept' | 'asked' | 'refused'; words: () => string; ways: Way[] }
export const notice = signal<Notice | undefined>(undefined);

/** A point that is being picked on the map for a form, and where the map is to begin. */
export interface Picking { from: { longitude: number; latitude: number; zoom: number }; settle: (point: { longitude: number; latitude: number } | undefined) => void }
export const picking = signal<Picking | undefined>(undefined);
