/** The points of one part, out of its share: a part that is fully met has all of them, however the shares were rounded. */
export const pointsOf = (value: number, share: number): number => Math.round(share * value);

/** Weights as shares of the whole, in whole per cents that make a hundred together: what rounding down leaves goes to the largest remainders (Hamilton's method). */
export function shares(weights: Record<string, number>): Record<string, number> {
  const whole = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const exact = Object.entries(weights).map(([name, weight]) => ({ name, share: whole > 0 ? (100 * weight) / whole : 0 }));
  const given = exact.reduce((sum, { share }) => sum + Math.floor(share), 0);
  const rest = (share: number) => share - Math.floor(share);
  const up = new Set(exact.toSorted((a, b) => rest(b.share) - rest(a.share)).slice(0, whole > 0 ? 100 - given : 0).map(({ name }) => name));
  return Object.fromEntries(exact.map(({ name, share }) => [name, Math.floor(share) + (up.has(name) ? 1 : 0)]));
}
