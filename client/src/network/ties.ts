import type { TieOnPage, TieStatus } from '../api/shapes';

/** A tie is over on a day when it was ended, or when its last day is before that day, whatever was agreed about it. */
export const isOver = (tie: Pick<TieOnPage, 'status' | 'until'>, at: string): boolean => tie.status === 'ended' || (tie.until !== undefined && tie.until < at);

/** As what a tie is drawn on a day: as its status says, and as ended when it is over. */
export const lineOf = (tie: Pick<TieOnPage, 'status' | 'until'>, at: string): TieStatus => (isOver(tie, at) ? 'ended' : tie.status);
