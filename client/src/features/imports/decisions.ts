import type { Plan, PlanTable, TermQuestion } from './shapes';

export type Side = 'file' | 'network';
/** What a table was said to be: an empty list or target leaves it aside. */
export interface TableChoice { list: string; columns?: Record<string, string>; defaults?: Record<string, string> }

/** What somebody decided about a file; what is absent is guessed by the server, or asked. */
export interface Decisions {
  source: string;
  tables: Record<string, TableChoice>;
  /** Codes of regions by the text that means them; empty where rows with it stay outside. */
  regions: Record<string, string>;
  /** Codes of terms by `taxonomy:text`; empty where the text is left aside. */
  terms: Record<string, string>;
  /** Ids by the key of a row, or `new`. */
  rows: Record<string, string>;
  conflicts: Record<string, Side>;
  allConflicts?: Side | undefined;
}

export const undecided = (source = ''): Decisions => ({ source, tables: {}, regions: {}, terms: {}, rows: {}, conflicts: {} });

/** A file is called after its name without the ending. */
export const sourceOf = (fileName: string) => fileName.replace(/\.[^.]*$/, '').trim() || fileName;

export const termKey = (taxonomy: string, text: string) => `${taxonomy}:${text}`;
export const conflictKey = (row: string, field: string) => `${row}:${field}`;

const parts = ['tables', 'regions', 'terms', 'rows', 'conflicts'] as const;

/** What the server is told of the decisions. What nothing was decided about is not mentioned. */
export function settingsOf(decisions: Decisions): Record<string, unknown> {
  const said = parts.filter((part) => Object.keys(decisions[part]).length > 0).map((part) => [part, decisions[part]] as const);
  const source = decisions.source.trim();
  return { ...(source ? { source } : {}), ...Object.fromEntries(said), ...(decisions.allConflicts ? { allConflicts: decisions.allConflicts } : {}) };
}

/** What a plan was made of, as one text: another text makes another plan. */
export const basisOf = (decisions: Decisions) => JSON.stringify(settingsOf(decisions));

/** True when something was decided since the plan was made. */
export const isStale = (decisions: Decisions, basis: string | undefined) => basis !== undefined && basis !== basisOf(decisions);

/** The same of some of what is decided, so that it can be said where it was decided. */
export function isStaleIn(decisions: Decisions, basis: string | undefined, of: readonly (keyof Decisions)[]): boolean {
  if (!isStale(decisions, basis)) return false;
  const [now, then] = [settingsOf(decisions), JSON.parse(basis ?? '{}') as Record<string, unknown>];
  return of.some((part) => JSON.stringify(now[part]) !== JSON.stringify(then[part]));
}

export interface Finish { plan: string; leaveOut: boolean; confirmWidening: boolean; reason: string }

/** What the server is told to carry out a plan. */
export function finishing(decisions: Decisions, { plan, leaveOut, confirmWidening, reason }: Finish): Record<string, unknown> {
  return { ...settingsOf(decisions), plan, ...(leaveOut ? { leaveOut } : {}), ...(confirmWidening ? { confirmWidening } : {}), ...(reason.trim() ? { reason: reason.trim() } : {}) };
}

/** A table as it is shown: what was decided over what it was taken for. `waits` is true while its columns have to be looked at anew, since it is another list now. */
export interface ShownTable { list: string; columns: Record<string, string>; defaults: Record<string, string>; waits: boolean }

export function shownTable(table: PlanTable, choice: TableChoice | undefined): ShownTable {
  const taken = table.list ?? '';
  const list = choice?.list ?? taken;
  const columns = Object.fromEntries(table.columns.map(({ letter, target }) => [letter, choice?.columns?.[letter] ?? target ?? '']));
  return { list, columns, defaults: choice?.defaults ?? table.defaults ?? {}, waits: list !== taken };
}

/** Says what a table is. Its columns are looked at anew then. */
export function chooseList(decisions: Decisions, table: PlanTable, list: string): Decisions {
  return { ...decisions, tables: { ...decisions.tables, [table.name]: { list } } };
}

/** A table is decided about as a whole, since what is remembered of a source is replaced table by table. */
function decide(decisions: Decisions, table: PlanTable, change: (shown: ShownTable) => Pick<ShownTable, 'columns' | 'defaults'>): Decisions {
  const shown = shownTable(table, decisions.tables[table.name]);
  const { columns, defaults } = change(shown);
  return { ...decisions, tables: { ...decisions.tables, [table.name]: { list: shown.list, columns, ...(Object.keys(defaults).length > 0 ? { defaults } : {}) } } };
}

/** Says what a column means; two columns do not mean the same, so another one that did is left aside. */
export function chooseColumn(decisions: Decisions, table: PlanTable, letter: string, target: string): Decisions {
  return decide(decisions, table, ({ columns, defaults }) => ({
    columns: Object.fromEntries(Object.entries(columns).map(([other, means]) => [other, other === letter ? target : means === target ? '' : means])), defaults,
  }));
}

/** Says what holds for all rows that do not say otherwise; nothing, with an empty value. */
export function chooseDefault(decisions: Decisions, table: PlanTable, target: string, value: string): Decisions {
  return decide(decisions, table, ({ columns, defaults }) => {
    const { [target]: _, ...others } = defaults;
    return { columns, defaults: value ? { ...others, [target]: value } : others };
  });
}

type Answers = 'regions' | 'terms' | 'rows' | 'conflicts';

/** Answers a question, or takes the answer back. */
export function answer<A extends Answers>(decisions: Decisions, of: A, key: string, value: Decisions[A][string] | undefined): Decisions {
  const { [key]: _, ...others } = decisions[of];
  return { ...decisions, [of]: value === undefined ? others : { ...others, [key]: value } };
}

/** What a row of a list cannot do without, and which field of the list says it. */
export const needed: Record<string, { target: string; taxonomy?: string }[]> = {
  organizations: [{ target: 'actorKind', taxonomy: 'actor_kind' }, { target: 'region' }],
  units: [{ target: 'unitKind', taxonomy: 'unit_kind' }],
  ties: [{ target: 'type', taxonomy: 'tie_type' }],
  needs: [{ target: 'region' }, { target: 'year' }],
};

/** What the rows of a table need that none of its columns says. */
export function missingIn({ list, columns }: Pick<ShownTable, 'list' | 'columns'>): string[] {
  const said = Object.values(columns);
  return (needed[list] ?? []).map(({ target }) => target).filter((target) => !said.some((one) => one === target || one === `_${target}` || one.startsWith(`${target}.`)));
}

/** Answers what a text means; an empty text stands for all rows that do not say it, wherever no column does. */
export function answerTerm(decisions: Decisions, tables: PlanTable[], { taxonomy, text }: Pick<TermQuestion, 'taxonomy' | 'text'>, code: string | undefined): Decisions {
  const own = answer(decisions, 'terms', termKey(taxonomy, text), code);
  if (text !== '') return own;
  return tables.reduce((before, table) => {
    const shown = shownTable(table, before.tables[table.name]);
    const field = needed[shown.list]?.find((need) => need.taxonomy === taxonomy)?.target;
    return field && missingIn(shown).includes(field) ? chooseDefault(before, table, field, code ?? '') : before;
  }, own);
}

/** Another file: decisions about its source stay, those about another source go. A source that she named herself stays. */
export function withFile(decisions: Decisions, fileName: string, named: boolean): Decisions {
  const source = named && decisions.source.trim() ? decisions.source : sourceOf(fileName);
  return source === decisions.source ? decisions : undecided(source);
}

/** True when the plan has tables that are nothing, or none at all that is something. */
export const unrecognized = ({ tables }: Pick<Plan, 'tables'>) => tables.every(({ list }) => !list);
