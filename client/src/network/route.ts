import { signal } from '@preact/signals';
import { comeBack, enter, isBefore, madeBy, rename } from './visits';

/** Every view has an address: its path says what is shown, its query how. The camera of the map lives in the hash. */
export type View =
  | 'map' | 'organization' | 'organizationForm' | 'tieForm' | 'tie' | 'waiting' | 'unitForm' | 'placeForm' | 'serviceForm' | 'needForm' | 'termForm' | 'terms' | 'region' | 'service' | 'search' | 'partners' | 'introductions' | 'coverage' | 'activity' | 'changeset' | 'people' | 'grantForm' | 'preview' | 'suggestions' | 'care' | 'download' | 'import' | 'duplicates' | 'manage' | 'fragility' | 'closing' | 'shortlist' | 'missing';
export interface Route { view: View; id?: string; query: Record<string, string> }
export type Place = 'map' | 'partners' | 'introductions' | 'coverage' | 'activity' | 'manage';

interface Pattern { view: View; path: string }
export const patterns: Pattern[] = [
  { view: 'map', path: '/' },
  { view: 'search', path: '/cari' },
  { view: 'organizationForm', path: '/organisasi/baru' },
  { view: 'organizationForm', path: '/organisasi/:id/ubah' },
  { view: 'organization', path: '/organisasi/:id' },
  { view: 'tieForm', path: '/hubungan/baru' },
  { view: 'tieForm', path: '/hubungan/:id/ubah' },
  { view: 'tie', path: '/hubungan/:id' },
  { view: 'waiting', path: '/hubungan' },
  { view: 'unitForm', path: '/unit/baru' },
  { view: 'unitForm', path: '/unit/:id/ubah' },
  { view: 'placeForm', path: '/tempat/baru' },
  { view: 'placeForm', path: '/tempat/:id/ubah' },
  { view: 'serviceForm', path: '/layanan/baru' },
  { view: 'serviceForm', path: '/layanan/:id/ubah' },
  { view: 'needForm', path: '/kebutuhan/baru' },
  { view: 'needForm', path: '/kebutuhan/:id/ubah' },
  { view: 'termForm', path: '/istilah/baru' },
  { view: 'termForm', path: '/istilah/:id/ubah' },
  { view: 'terms', path: '/istilah' },
  { view: 'region', path: '/wilayah' },
  { view: 'service', path: '/layanan/:id' },
  { view: 'partners', path: '/mitra' },
  { view: 'introductions', path: '/perkenalan' },
  { view: 'coverage', path: '/cakupan' },
  { view: 'closing', path: '/menutup' },
  { view: 'shortlist', path: '/daftar' },
  { view: 'fragility', path: '/rapuh' },
  { view: 'fragility', path: '/rapuh/:id' },
  { view: 'changeset', path: '/aktivitas/:id' },
  { view: 'activity', path: '/aktivitas' },
  { view: 'people', path: '/orang' },
  { view: 'grantForm', path: '/hak/baru' },
  { view: 'grantForm', path: '/hak/:id/ubah' },
  { view: 'preview', path: '/pratinjau' },
  { view: 'care', path: '/pribadi' },
  { view: 'care', path: '/pribadi/:id' },
  { view: 'suggestions', path: '/usulan' },
  { view: 'manage', path: '/kelola' },
  { view: 'download', path: '/unduh' },
  { view: 'import', path: '/impor' },
  { view: 'duplicates', path: '/ganda' },
  { view: 'duplicates', path: '/ganda/:id' },
];

/** A part of an address; nothing when it is not well encoded. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function match(pattern: string, path: string): { id?: string } | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  let id: string | undefined;
  for (const [index, part] of wanted.entries()) {
    if (part === ':id') { id = decoded(given[index] ?? ''); if (id === undefined) return undefined; }
    else if (part !== given[index]) return undefined;
  }
  return id === undefined ? {} : { id };
}

export function readAddress(path: string, search: string): Route {
  const query = Object.fromEntries(new URLSearchParams(search));
  const clean = path.length > 1 ? path.replace(/\/+$/, '') : path;
  for (const pattern of patterns) {
    const found = match(pattern.path, clean);
    if (found) return { view: pattern.view, query, ...found };
  }
  return { view: 'missing', query };
}

export function writeAddress(route: Route): string {
  const pattern = patterns.find((p) => p.view === route.view && p.path.includes(':id') === (route.id !== undefined)) ?? { path: '/' };
  const entries = Object.entries(route.query).filter(([, value]) => value !== '');
  const search = new URLSearchParams(entries).toString();
  return pattern.path.replace(':id', encodeURIComponent(route.id ?? '')) + (search ? `?${search}` : '');
}

/** What is looked after by who has rights of her own. */
const looked: View[] = ['manage', 'terms', 'termForm', 'people', 'grantForm', 'preview', 'suggestions', 'waiting', 'care', 'import', 'duplicates'];

/** The destination that a view belongs to. */
export function placeOf(view: View): Place | undefined {
  if (view === 'download') return undefined;
  if (looked.includes(view)) return 'manage';
  if (view === 'shortlist') return 'partners';
  if (view === 'partners' || view === 'introductions' || view === 'coverage') return view;
  if (view === 'needForm' || view === 'fragility' || view === 'closing') return 'coverage';
  return view === 'activity' || view === 'changeset' ? 'activity' : 'map';
}

export const route = signal<Route>(readAddress(location.pathname, location.search));

export function to(view: View, id?: string, query: Record<string, string | undefined> = {}): Route {
  const kept = Object.fromEntries(Object.entries(query).filter((e): e is [string, string] => e[1] !== undefined && e[1] !== ''));
  return id === undefined ? { view, query: kept } : { view, id, query: kept };
}

/** What the legend leaves out stays left out while one view follows another, until it is said otherwise, and whoever looks as somebody else goes on doing so. */
export function keeping({ query }: Route, next: Route): Route {
  const kept = Object.fromEntries(['tanpa', 'preview'].flatMap((name) => (query[name] && next.query[name] === undefined ? [[name, query[name]]] : [])));
  return Object.keys(kept).length > 0 ? { ...next, query: { ...next.query, ...kept } } : next;
}

/** A choice is a step that Back takes back. What is typed or drawn in one field is one step, however long it takes; `replace` is no step at all. */
export type How = 'push' | 'replace' | { field: string };

/** Goes to a view, or asks the one that is shown something else. */
export function go(to: Route, how: How = 'push') {
  const before = route.value;
  const next = keeping(before, to);
  const address = writeAddress(next);
  const field = typeof how === 'object' ? how.field : undefined;
  if (how === 'replace' || address === writeAddress(before) || (field !== undefined && madeBy(field))) rename(address + location.hash);
  else enter(address + location.hash, writeAddress(before), next.view === before.view && next.id === before.id, field);
  route.value = next;
}

/** Leaves what is done with, a form that was saved, for a view: where she came from that view she is back there, so that Back does not lead to it once more; else it takes the place of what she leaves. */
export function leaveFor(next: Route) {
  if (isBefore(writeAddress(keeping(route.value, next)))) history.back();
  else go(next, 'replace');
}

export function listenToAddress() {
  addEventListener('popstate', () => {
    const next = readAddress(location.pathname, location.search);
    // Only the camera is another one: the page stays as it is.
    if (writeAddress(next) === writeAddress(route.value)) return;
    comeBack();
    route.value = next;
  });
}
