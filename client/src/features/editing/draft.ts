/** An element as it is being edited: the fields of its shape, empty texts and lists while nothing is entered. */
export type Draft = Record<string, unknown>;

/** Answers carry more than the shape of an element; what the server derives is not sent back. */
const derived = new Set(['family', 'kindLabel', 'position', 'regionName', 'labels', 'version', 'label', 'level', 'proposedCode', 'fromName', 'toName']);

const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(tidy).filter((one) => one !== undefined && one !== '');
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).map(([key, v]) => [key, tidy(v)] as const).filter(([, v]) => !isEmpty(v));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** Whether anything stands in it that would be sent. */
export const isFilled = (value: unknown) => !isEmpty(tidy(value));

/** Where a field stands in the draft that was told by where it stands in what was sent, which is without the rows that are empty. */
export function placeIn(draft: Draft, field: string): string {
  const [, list = '', index = '', rest = ''] = /^(\w+)\[(\d+)\](.*)$/.exec(field) ?? [];
  const rows = draft[list];
  if (!Array.isArray(rows)) return field;
  const sent = rows.flatMap((row, at) => (isFilled(row) ? [at] : []));
  return `${list}[${sent[Number(index)] ?? index}]${rest}`;
}

/** The body of a write: the shape without what is empty and without what is derived. Of what is `stored` a field that was not touched goes back exactly as it came. */
export function bodyOf(draft: Draft, reason: string, stored: Draft = {}): Draft {
  const sent = (key: string, value: unknown) => (stored[key] !== undefined && same(stored[key], value) ? stored[key] : tidy(value));
  const fields = Object.entries(draft).filter(([key]) => !derived.has(key)).map(([key, value]) => [key, sent(key, value)] as const).filter(([, value]) => !isEmpty(value));
  return { ...Object.fromEntries(fields), ...(reason.trim() ? { reason: reason.trim() } : {}) };
}

/** What somebody suggests, as the content of a form that begins with what is stored. */
export const overlaid = (stored: Draft, wanted: Draft): Draft => ({ ...Object.fromEntries(Object.entries(stored).filter(([key]) => derived.has(key) || key === 'kind')), ...wanted });

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(tidy(a) ?? null) === JSON.stringify(tidy(b) ?? null);

/** Which version of a field is kept after a conflict; of two lists also all that stands in either. */
export type Keep = 'mine' | 'theirs' | 'both';
export interface Difference { field: string; keep: Keep; lists: boolean }

const isList = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0;

/** The fields of a conflict that somebody has to decide, and whose value is proposed: theirs where this person changed nothing. */
export function differences(base: Draft, mine: Draft, theirs: Draft): Difference[] {
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((f) => !derived.has(f) && f !== 'kind' && f !== 'id');
  return fields.filter((f) => !same(mine[f], theirs[f])).map((field) => ({ field, keep: same(base[field], mine[field]) ? 'theirs' : 'mine', lists: isList(mine[field]) && isList(theirs[field]) }));
}

/** Theirs, and of mine what is not among them. */
const joined = (mine: unknown, theirs: unknown) => (isList(mine) && isList(theirs) ? [...theirs, ...mine.filter((one) => !theirs.some((other) => same(one, other)))] : mine);

/** The version to save after a conflict: theirs, with the fields that are kept as mine or joined. */
export function merged(mine: Draft, theirs: Draft, choices: Pick<Difference, 'field' | 'keep'>[]): Draft {
  const kept = choices.filter((c) => c.keep !== 'theirs').map(({ field, keep }) => [field, keep === 'both' ? joined(mine[field], theirs[field]) : mine[field]] as const);
  return { ...theirs, ...Object.fromEntries(kept) };
}

/** Whether anything that would be sent was changed. */
export const isChanged = (start: Draft, draft: Draft): boolean => !same(bodyOf(start, ''), bodyOf(draft, ''));

export const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
/** What stands in a field of numbers: a number, or what was typed and is none. */
export const figure = (value: unknown) => (typeof value === 'number' ? value : text(value));
export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []);
export const part = (value: unknown): Draft => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Draft) : {});
export const parts = (value: unknown): Draft[] => (Array.isArray(value) ? value.map(part) : []);
