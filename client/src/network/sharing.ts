type Parts = Record<string, unknown>;
const isPlain = (value: unknown): value is Parts => typeof value === 'object' && value !== null && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);

/** An answer that is asked again is mostly what it was. Every part that is equal to the one before is the one before, so that whoever is shown it sees at once, without looking into it, that nothing is to be drawn anew. */
export function sharing<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (!isPlain(before) || !isPlain(after) || Array.isArray(before) !== Array.isArray(after)) return after;
  const names = Object.keys(after);
  const shared = names.map((name) => sharing(before[name], after[name]));
  if (names.length === Object.keys(before).length && names.every((name, index) => name in before && Object.is(before[name], shared[index]))) return before as T;
  return (Array.isArray(after) ? shared : Object.fromEntries(names.map((name, index) => [name, shared[index]]))) as T;
}
