import { signal } from '@preact/signals';

/** The cursor after which tiles were last fetched again; '' before the first change. */
export const freshTiles = signal('');

/** Places where something has just changed; the map pulses once around each. */
export const pulses = signal<[number, number][]>([]);
