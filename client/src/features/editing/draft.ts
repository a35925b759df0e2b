/** An element as it is being edited: the fields of its shape, empty texts and lists while nothing is entered. */
export type Draft = Record<string, unknown>;

/** Answers carry more than the shape of an element; what the server derives is not sent back. */
const derived = new Set(['family', 'kindLabel', 'position', 'regionName', 'labels', 'version', 'fromName', 'toName']);

const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).map(([key, v]) => [key, tidy(v)] as const).filter(([, v]) => !isEmpty(v));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** The body of a write: the shape without what is empty and without what is derived. */
export function bodyOf(draft: Draft, reason: string): Draft {
  const fields = Object.entries(draft).filter(([key]) => !derived.has(key)).map(([key, value]) => [key, tidy(value)] as const).filter(([, value]) => !isEmpty(value));
  return { ...Object.fromEntries(fields), ...(reason.trim() ? { reason: reason.trim() } : {}) };
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(tidy(a) ?? null) === JSON.stringify(tidy(b) ?? null);

/** The fields of a conflict that somebody has to decide, and whose value is proposed: theirs where this person changed nothing. */
export function differences(base: Draft, mine: Draft, theirs: Draft): { field: string; keep: 'mine' | 'theirs' }[] {
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((f) => !derived.has(f) && f !== 'kind' && f !== 'id');
  return fields.filter((f) => !same(mine[f], theirs[f])).map((field) => ({ field, keep: same(base[field], mine[field]) ? 'theirs' : 'mine' }));
}

/** The version to save after a conflict: theirs, with the fields that are kept as mine. */
export function merged(mine: Draft, theirs: Draft, kept: string[]): Draft {
  return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) };
}

export const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []);
export const part = (value: unknown): Draft => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Draft) : {});
