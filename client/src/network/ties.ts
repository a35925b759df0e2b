import type { Path } from '../api/answers';
import type { Summary, TieOnPage, TiePage, TieStatus } from '../api/shapes';

/** A tie is over on a day when it was ended, or when its last day is before that day, whatever was agreed about it. */
export const isOver = (tie: Pick<TieOnPage, 'status' | 'until'>, at: string): boolean => tie.status === 'ended' || (tie.until !== undefined && tie.until < at);

/** As what a tie is drawn on a day: as its status says, and as ended when it is over. */
export const lineOf = (tie: Pick<TieOnPage, 'status' | 'until'>, at: string): TieStatus => (isOver(tie, at) ? 'ended' : tie.status);

/** How many of those on a path have no place on the map, each once. */
export const offPath = ({ steps }: Path): number => new Set(steps.flatMap(({ from, to }) => [from, to]).filter((one) => !one.position).map((one) => one.id)).size;

/** How many ties of an organization cannot be drawn, since one of their ends has no place on the map. */
export const offMap = (selected: Pick<Summary, 'position'>, ties: TieOnPage[]): number => ties.filter((tie) => !selected.position || !tie.other.position).length;

/** The tie of a page as its first side has it, so that the map draws it between its two sides. */
export function asSeenFrom([, { organization: other }]: TiePage['sides'], { id, type, label, status, strength, valid }: TiePage['tie'], symmetric: boolean, sentence: string): TieOnPage {
  return { id, type, label, direction: symmetric ? 'both' : 'out', other, status, sentence, ...(strength === undefined ? {} : { strength }), ...(valid?.until ? { until: valid.until } : {}) };
}
