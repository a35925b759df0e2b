import { signal } from '@preact/signals';
import { speak } from '../api/http';
import { en } from './en';
import { id } from './id';

export type Language = 'id' | 'en';
export type Key = keyof typeof id;
export type Words = Record<Key, string>;
export type Arguments = Record<string, string | number>;

const catalogues: Record<Language, Words> = { id, en };
const locales: Record<Language, string> = { id: 'id-ID', en: 'en' };
const kept = 'networkmap.language';
/** The same for the server, which answers first. */
const tell = (chosen: Language) => { document.cookie = `bahasa=${chosen}; path=/; max-age=31536000; samesite=lax`; };

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

/** Words of a meaning. `{name}` takes an argument; `{count|one|other}` chooses by the plural rules of the language. */
export function t(key: Key, values: Arguments = {}): string {
  return fill(catalogues[language.value][key], values, locale());
}

export function fill(text: string, values: Arguments, inLocale: string): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, other?: string) => {
    const value = values[name];
    if (one !== undefined && other !== undefined) {
      return new Intl.PluralRules(inLocale).select(Number(value)) === 'one' ? one : other;
    }
    return typeof value === 'number' ? new Intl.NumberFormat(inLocale).format(value) : (value ?? '');
  });
}

export const isKey = (text: string): text is Key => Object.hasOwn(id, text);
/** Words for a code of the server under a heading, or the code itself when this client does not know it yet. */
export const named = (heading: string, code: string): string => (isKey(`${heading}.${code}`) ? t(`${heading}.${code}` as Key) : code);

/** The examples are written in Indonesian, whatever the language of the page; what people write is in a language that nobody knows. */
export const inIndonesian = (example: boolean | undefined) => (example && language.value !== 'id' ? { lang: 'id' } : {});

/** The name of a language by its code. */
export const languageName = (code: string) => new Intl.DisplayNames(locale(), { type: 'language' }).of(code) ?? code;
export const number = (value: number) => new Intl.NumberFormat(locale()).format(value);
/** Degrees to about a metre. */
export const degrees = (value: number) => new Intl.NumberFormat(locale(), { minimumFractionDigits: 5, maximumFractionDigits: 5 }).format(value);
export const percent = (value: number) => new Intl.NumberFormat(locale(), { style: 'percent' }).format(value);
export const kilometres = (value: number) => new Intl.NumberFormat(locale(), { style: 'unit', unit: 'kilometer', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
export const list = (values: string[]) => new Intl.ListFormat(locale(), { type: 'conjunction' }).format(values);
export const date = (value: string) => new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(new Date(value.length === 10 ? `${value}T12:00:00` : value));
export const moment = (value: string) => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));

export const clock = (value: string) => new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(new Date(value));

/** "3 minutes ago", counted from `now`. */
export function ago(value: string, now: number): string {
  const seconds = (new Date(value).getTime() - now) / 1000;
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return relative.format(Math.round(seconds), 'second');
  if (Math.abs(seconds) < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86400) return relative.format(Math.round(seconds / 3600), 'hour');
  return Math.abs(seconds) < 2592000 ? relative.format(Math.round(seconds / 86400), 'day') : date(value);
}
