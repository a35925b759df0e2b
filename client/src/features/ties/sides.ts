import type { StatementWay, TieSide, TieWord } from '../../api/shapes';
import { type Draft, parts, text } from '../editing/draft';

/** What a side says, in the written form of a tie. */
export interface Statement { side: TieSide; says: TieWord; day: string; way: StatementWay; until?: string; accepted?: string; reason?: string; word?: string }

export const statementsOf = (draft: Draft): Draft[] => parts(draft['statements']);
const isOf = (side: TieSide) => (one: Draft) => one['side'] === side;
export const statementOf = (draft: Draft, side: TieSide): Draft | undefined => statementsOf(draft).find(isOf(side));

/** A side spoke for itself: then it is not the form that says what it said. */
export const isOwn = (statement: Draft | undefined) => statement !== undefined && text(statement['way']) !== 'source';

/** The list with another statement of one side, the first side first; without one, that side says nothing. */
export function withStatement(statements: Draft[], side: TieSide, statement: Omit<Statement, 'side'> | undefined): Draft[] {
  const others = statements.filter((one) => !isOf(side)(one));
  const all = statement ? [...others, { side, ...statement }] : others;
  return all.toSorted((one, other) => text(one['side']).localeCompare(text(other['side'])));
}

/** What the sides say once the two were swapped. */
export const swapped = (statements: Draft[]): Draft[] =>
  statements.map((one): Draft => ({ ...one, side: one['side'] === 'from' ? 'to' : 'from' })).toSorted((one, other) => text(one['side']).localeCompare(text(other['side'])));
