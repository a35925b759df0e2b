/** How many organizations a set may have. */
export const counts = [1, 2, 3, 5, 10, 20] as const;
/** Wider than Indonesia, in kilometres: everywhere. */
export const anywhere = 6000;
/** How far they may be, in kilometres. */
export const distances = [25, 50, 100, 150, 300, anywhere] as const;

const [usualCount, usualDistance] = [5, 150];

/** Numbers of the address that are none of the choices are not asked; the usual ones stand in. */
const read = (choices: readonly number[], text: string | undefined, usual: number) => choices.find((n) => String(n) === text) ?? usual;

export const readCount = (query: Record<string, string>) => read(counts, query['banyak'], usualCount);
export const readDistance = (query: Record<string, string>) => read(distances, query['jarak'], usualDistance);
