import { ask } from '../api/http';

let asked: Promise<string | undefined> | undefined;

/** Where the network stood before the page asked anything else; the connection follows from there, so that nothing between is missed. */
export function beginning(): Promise<string | undefined> {
  asked ??= ask<{ cursor: string }>('/api/cursor').then(({ cursor }) => cursor, () => undefined);
  return asked;
}
