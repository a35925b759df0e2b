import { signal } from '@preact/signals';
import { speak } from '../api/http';
import type { id } from './id';
import type { idActivity } from './id.activity';
import type { idCare } from './id.care';
import type { idDepth } from './id.depth';
import type { idDownload } from './id.download';
import type { idDuplicates } from './id.duplicates';
import type { idHelp } from './id.help';
import type { idImport } from './id.import';
import type { idManage } from './id.manage';
import type { idSay } from './id.say';
import type { idShortlist } from './id.shortlist';
import type { idSuggest } from './id.suggest';
import type { idTie } from './id.tie';
import type { idUpkeep } from './id.upkeep';

export type Language = 'id' | 'en';
export type Key = keyof typeof id | keyof typeof idActivity | keyof typeof idCare | keyof typeof idDepth | keyof typeof idDownload | keyof typeof idDuplicates | keyof typeof idHelp | keyof typeof idImport | keyof typeof idManage | keyof typeof idSay | keyof typeof idShortlist | keyof typeof idSuggest | keyof typeof idTie | keyof typeof idUpkeep;
export type Words = Record<Key, string>;
export type Arguments = Record<string, string | number>;

/** The words of a language come when it is spoken (`bring`): who reads one does not wait for the other. The help beside fields comes with the forms that show it
 *  (`help.ts`), what a message says in either language with what writes it (`say.ts`, `tie.ts`). */
const catalogues: Record<Language, Words> = { id: {} as Words, en: {} as Words };
const sources: Record<Language, () => Promise<Partial<Words>>> = { id: async () => (await import('./id')).id, en: async () => (await import('./en')).en };
const here = new Set<Language>();

/** Brings the words of a language; fails when they cannot be fetched. */
export async function bring(wanted: Language) {
  if (here.has(wanted)) return;
  Object.assign(catalogues[wanted], await sources[wanted]());
  here.add(wanted);
}

/** Brings the words of every language, for whoever may type either (`everyWord`); those that do not come are done without. */
export function bringAll() {
  for (const one of ['id', 'en'] as const) bring(one).catch(() => undefined);
}

/** Adds the words of a part that is loaded later. */
export function enrich(more: Record<Language, Partial<Words>>) {
  Object.assign(catalogues.id, more.id);
  Object.assign(catalogues.en, more.en);
}
export const locales: Record<Language, string> = { id: 'id-ID', en: 'en' };
const kept = 'networkmap.language';
/** The same for the server, which answers first. */
const tell = (chosen: Language) => { document.cookie = `bahasa=${chosen}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`; };

function remembered(): Language {
  try {
    const chosen = /(?:^|; )bahasa=(id|en)/.exec(document.cookie)?.[1] ?? localStorage.getItem(kept);
    return chosen === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
}

export const language = signal<Language>(remembered());
tell(language.value);
speak(language.value);

/** Speaks another language, whose words are here (`bring`). */
export function choose(next: Language) {
  speak(next);
  language.value = next;
  tell(next);
  try {
    localStorage.setItem(kept, next);
  } catch {
    // Without a store the choice lasts as long as the page.
  }
}

export const locale = () => locales[language.value];

/** What knows how a language writes numbers, dates or lists is dear to make and cheap to use: a list of dates needs it hundreds of times, so it is made once for each language. */
function formats<T>(make: (inLocale: string) => T): (inLocale?: string) => T {
  const made = new Map<string, T>();
  return (inLocale = locale()) => {
    const before = made.get(inLocale);
    if (before !== undefined) return before;
    const now = make(inLocale);
    made.set(inLocale, now);
    return now;
  };
}
const plurals = formats((l) => new Intl.PluralRules(l));
const numbers = formats((l) => new Intl.NumberFormat(l));
const fine = formats((l) => new Intl.NumberFormat(l, { minimumFractionDigits: 5, maximumFractionDigits: 5 }));
const percents = formats((l) => new Intl.NumberFormat(l, { style: 'percent' }));
const kilometresTo = (digits: number) => formats((l) => new Intl.NumberFormat(l, { style: 'unit', unit: 'kilometer', maximumFractionDigits: digits }));
const [near, far] = [kilometresTo(1), kilometresTo(0)];
const lists = formats((l) => new Intl.ListFormat(l, { type: 'conjunction' }));
/** In English a day comes before its month, as the server writes it. */
const dayFirst = (l: string) => (l === 'en' ? 'en-GB' : l);
const dates = formats((l) => new Intl.DateTimeFormat(dayFirst(l), { dateStyle: 'long' }));
/** In the zone of the device, which is named: a steward in Jayapura and one in Jakarta read the same moment. */
const moments = formats((l) => new Intl.DateTimeFormat(dayFirst(l), { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }));
const momentsThere = formats((l) => new Intl.DateTimeFormat(dayFirst(l), { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' }));
const clocks = formats((l) => new Intl.DateTimeFormat(dayFirst(l), { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }));
const relatives = formats((l) => new Intl.RelativeTimeFormat(l, { numeric: 'auto' }));
const languages = formats((l) => new Intl.DisplayNames(l, { type: 'language' }));

/** Words of a meaning. `{name}` takes an argument; `{count|one|other}` chooses by the plural rules of the language. */
export function t(key: Key, values: Arguments = {}): string {
  return fill(catalogues[language.value][key], values, locale());
}

export function fill(text: string, values: Arguments, inLocale: string): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, other?: string) => {
    const value = values[name];
    if (one !== undefined && other !== undefined) {
      return plurals(inLocale).select(Number(value)) === 'one' ? one : other;
    }
    return typeof value === 'number' ? numbers(inLocale).format(value) : (value ?? '');
  });
}

/** Words of a message (`say.ts`, `tie.ts`) in a language, whatever that of the page is. */
export const tIn = (inLanguage: Language, key: Key, values: Arguments = {}) => fill(catalogues[inLanguage][key], values, locales[inLanguage]);

/** What a meaning is called in every language whose words are here, for whoever types it. */
export const everyWord = (key: Key): string[] => [...new Set([...here].map((one) => catalogues[one][key]))];

export const isKey = (text: string): text is Key => Object.hasOwn(catalogues[language.value], text);
/** Words for a code of the server under a heading, or the code itself when this client does not know it yet. */
export const named = (heading: string, code: string): string => (isKey(`${heading}.${code}`) ? t(`${heading}.${code}` as Key) : code);

/** The examples are written in Indonesian, whatever the language of the page; what people write is in a language that nobody knows. */
export const inIndonesian = (example: boolean | undefined) => (example && language.value !== 'id' ? { lang: 'id' } : {});

/** The name of a language by its code. */
export const languageName = (code: string) => languages().of(code) ?? code;
export const number = (value: number) => numbers().format(value);
/** Degrees to about a metre. */
export const degrees = (value: number) => fine().format(value);
export const percent = (value: number) => percents().format(value);
export const kilometres = (value: number) => (value < 10 ? near() : far()).format(value);
export const list = (values: string[]) => lists().format(values);
export const date = (value: string) => dates().format(new Date(value.length === 10 ? `${value}T12:00:00` : value));
export const moment = (value: string) => moments().format(new Date(value));
/** A moment as clocks in Jakarta show it, wherever the device is; it says so, since Indonesia has three zones. */
export const momentThere = (value: string) => `${momentsThere().format(new Date(value))} WIB`;

/** A moment as the clock of the device shows it, in the form of RFC 3339, which says how far that is from UTC: for files. */
export function withOffset(value: string): string {
  const at = new Date(value);
  const minutes = -at.getTimezoneOffset();
  const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0');
  const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return minutes === 0 ? `${local}Z` : `${local}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

export const clock = (value: string) => clocks().format(new Date(value));

/** "3 minutes ago", counted from `now`. */
export function ago(value: string, now: number): string {
  const seconds = (new Date(value).getTime() - now) / 1000;
  const relative = relatives();
  if (Math.abs(seconds) < 60) return relative.format(Math.round(seconds), 'second');
  if (Math.abs(seconds) < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86400) return relative.format(Math.round(seconds / 3600), 'hour');
  return Math.abs(seconds) < 2592000 ? relative.format(Math.round(seconds / 86400), 'day') : date(value);
}
