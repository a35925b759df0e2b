import type { Column } from './rows';

/** What a table that left the page still says about itself. */
export interface About { title: string; date: string; source: string; address: string }
export interface Heading { title: string; date: string; source: string; address: string }
type Value = string | number | undefined;

/** A number as spreadsheets of the language read it: with its decimal sign, without signs for thousands. */
const plain = (value: number, locale: string) => new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4 }).format(value);

/** A text that begins like a formula is kept from being one: a spreadsheet would compute what somebody else has typed. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const written = (value: Value, locale: string) => (typeof value === 'number' ? plain(value, locale) : harmless(value ?? ''));

/** Where the decimal sign is a comma, spreadsheets expect a semicolon between the fields. */
export const separator = (locale: string) => (new Intl.NumberFormat(locale).format(1.5).includes(',') ? ';' : ',');

const quoted = (text: string, between: string) => (new RegExp(`["\\n\\r${between}]`).test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The table with what it is about above it, as a file that spreadsheets open as it is meant: in UTF-8 and saying so, lines ended as in RFC 4180. */
export function csv<Row>(rows: Row[], columns: Column<Row>[], about: About, words: Heading, locale: string): string {
  const between = separator(locale);
  const line = (values: Value[]) => values.map((v) => quoted(written(v, locale), between)).join(between);
  const head = (['title', 'date', 'source', 'address'] as const).map((part) => line([words[part], about[part]]));
  return `\uFEFF${[...head, '', line(columns.map((c) => c.label)), ...rows.map((row) => line(columns.map((c) => c.value(row))))].join('\r\n')}\r\n`;
}

/** The table alone, to be pasted: fields between tabs, without line breaks inside. */
export function tsv<Row>(rows: Row[], columns: Column<Row>[], locale: string): string {
  const field = (value: Value) => written(value, locale).replace(/[\t\r\n]+/g, ' ');
  return [columns.map((c) => field(c.label)), ...rows.map((row) => columns.map((c) => field(c.value(row))))].map((fields) => fields.join('\t')).join('\n');
}

/** A name for the file that every system takes: what it is about, and of which day. */
export function fileName(title: string, day: string, ending: string): string {
  const plainTitle = title.normalize('NFKD').replace(/[^\w\s-]/g, '').trim().toLowerCase().replace(/[\s_]+/g, '-').slice(0, 60).replace(/-+$/, '');
  return `${plainTitle || 'networkmap'}-${day}.${ending}`;
}
