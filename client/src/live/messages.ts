/** What the stream of changes says (`Follow` of the hub at /live). */
export interface LiveItem { kind: string; id: string; removed?: boolean; element?: { name?: string; position?: { longitude: number; latitude: number } } & Record<string, unknown> }
export interface Changes { type: 'changes'; cursor: string; by?: string; reason?: string; at: string; items: LiveItem[] }
export type LiveMessage =
  | { type: 'caughtUp' | 'heartbeat'; cursor: string }
  | Changes
  | { type: 'refetch'; cursor: string; why?: string }
  | { type: 'behind'; cursor: string };

/** What to follow: everything, from where the last stream ended, in the language of the page. */
export function following(cursor: string | undefined, language: string): { everything: true; language: string; since?: string } {
  return { everything: true, language, ...(cursor === undefined ? {} : { since: cursor }) };
}

/** True when what is on the screen may be older than this message: always, but for a beat or a catching up that brought nothing after a known place. */
export function outdates(message: LiveMessage, since: string | undefined): boolean {
  return message.type === 'caughtUp' ? since === undefined : message.type === 'changes' || message.type === 'refetch';
}

/** What happened since the person last looked, in one line. */
export interface Gathered { count: number; by: string[]; first?: LiveItem }
export const nothing: Gathered = { count: 0, by: [] };

export function gather(before: Gathered, message: Changes): Gathered {
  const by = message.by && !before.by.includes(message.by) ? [...before.by, message.by] : before.by;
  const [first] = message.items;
  return { count: before.count + message.items.length, by, ...(before.first ?? first ? { first: before.first ?? (first as LiveItem) } : {}) };
}

/** Waits longer after each failure, never more than 30 s, with some chance so that a thousand pages do not come back at once. */
export function backOff(failures: number, chance: number): number {
  return Math.min(30_000, 500 * 2 ** failures) * (0.5 + chance / 2);
}

export const placesOf = (items: LiveItem[]): [number, number][] =>
  items.flatMap((i) => (i.element?.position ? [[i.element.position.longitude, i.element.position.latitude] as [number, number]] : []));
