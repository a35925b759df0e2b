import type { Found, Summary } from '../../api/shapes';
import { type Route, to } from '../../network/route';
import { isSteward, rights, terms } from '../../network/state';
import { type Key, everyWord, isKey, named, t } from '../../words';

/** What a search finds of the product itself: a page, or a term of its lists. Both are found by their names in either language. */
export interface Spot { kind: 'page' | 'term'; id: string; name: string; context?: string; names: string[]; to: Route }
export type Hit = Found | Spot;
export const isSpot = (hit: Hit): hit is Spot => hit.kind === 'page' || hit.kind === 'term';

/** The words of a text without capitals and accents. */
export const fold = (text: string): string[] => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const pages: { key: Key; to: Route }[] = [
  ...(['map', 'partners', 'introductions', 'coverage', 'activity'] as const).map((place) => ({ key: `place.${place}` as const, to: to(place) })),
  { key: 'terms.title', to: to('terms') }, { key: 'download.title', to: to('download') },
];
const forWriters: typeof pages = [{ key: 'organizationForm.new', to: to('organizationForm') }];
const forStewards: typeof pages = [{ key: 'import.title', to: to('import') }];
const forKeepers: typeof pages = [{ key: 'duplicates.title', to: to('duplicates') }];

/** Other words by which people call a kind of organization: a company is a factory to those who work for it. */
const aliasesOf = (code: string): string[] => (isKey(`alias.${code}`) ? everyWord(`alias.${code}` as Key).flatMap((words) => words.split(', ')) : []);

/** Every page and term there is. */
export function spots(): Spot[] {
  const places = [...pages, ...(rights.value.mayAdd('organization') ? forWriters : []), ...(isSteward.value ? forStewards : []), ...(rights.value.merges ? forKeepers : [])].map((page): Spot => ({ kind: 'page', id: page.key, name: t(page.key), names: everyWord(page.key), to: page.to }));
  const listed = Object.entries(terms.value).flatMap(([list, all]) => all.map((term): Spot => ({
    kind: 'term', id: `${list}:${term.code}`, name: term.label, context: named('taxonomy', list), to: to('terms', undefined, { daftar: list, istilah: term.code }),
    names: [term.labelId, term.labelEn, ...(list === 'actor_kind' ? aliasesOf(term.code) : [])],
  })));
  return [...places, ...listed];
}

type Fit = 'called' | 'begun' | 'has';

/** How a name fits what was typed: it is just that, begins so, or has all of its words at least begun. */
function fit(name: string, asked: string[]): Fit | undefined {
  const words = fold(name);
  const [whole, typed] = [words.join(' '), asked.join(' ')];
  if (whole === typed) return 'called';
  if (whole.startsWith(typed)) return 'begun';
  return asked.every((word) => words.some((one) => one.startsWith(word))) ? 'has' : undefined;
}

/** What is called just so comes before organizations and places, and so does a page that begins so; a term that only has the words comes after them. */
function isForemost({ kind }: Spot, how: Fit, asked: string[]) {
  return how === 'called' || (how === 'begun' && (kind === 'page' || asked.length > 1));
}

const most = 3;

/** What was found by name together with pages and terms, in the order of a list; of the latter three at most on either side. */
export function among(items: Found[], q: string, all: Spot[] = spots()): Hit[] {
  const asked = fold(q);
  if (asked.join('').length < 3) return items;
  const order: Fit[] = ['called', 'begun', 'has'];
  const found = all.flatMap((spot) => {
    const [best] = spot.names.map((name) => fit(name, asked)).filter((how) => how !== undefined).sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return best ? [{ spot, best }] : [];
  }).sort((a, b) => order.indexOf(a.best) - order.indexOf(b.best));
  const [first, last] = [found.filter(({ spot, best }) => isForemost(spot, best, asked)), found.filter(({ spot, best }) => !isForemost(spot, best, asked))];
  return [...first.slice(0, most).map(({ spot }) => spot), ...items, ...last.slice(0, most).map(({ spot }) => spot)];
}

/** One thing that was found, told from all others. */
export const keyOf = (hit: Hit) => `${hit.kind}:${hit.id}`;

/** So many of those who were found are drawn: more would lie on each other. */
const drawn = 20;

/** Who of those that were found has a place on the map, the closest first. */
export const onMapOf = (found: Found[]): Summary[] => found.flatMap(({ kind, id, name, actorKind, family, position }) => (kind === 'organization' && family && position ? [{ id, name, actorKind: actorKind ?? '', family, position }] : [])).slice(0, drawn);
