import { type Decisions, conflictKey, termKey, unrecognized } from './decisions';
import type { Plan, PlanRow, RegionQuestion, TermQuestion, Verdict } from './shapes';

/** In the order in which they are told: what changes, then what has to be looked at. */
export const told: Verdict[] = ['create', 'update', 'unchanged', 'conflict', 'duplicate', 'refused', 'left_aside'];
const open: Verdict[] = ['conflict', 'duplicate', 'refused'];

/** How many rows keep the whole from coming in unless they are left out. */
export const openIn = ({ counts }: Pick<Plan, 'counts'>) => open.reduce((sum, verdict) => sum + counts[verdict], 0);

const asked = new Set(['import_region_doubt', 'import_region_unknown', 'import_term_unknown']);

/** A row that comes in as soon as the questions are answered: it has no other fault. */
export const onlyWaits = ({ verdict, faults = [] }: PlanRow) => verdict === 'refused' && faults.length > 0 && faults.every(({ code }) => asked.has(code));

/** The rows by what is to be done with them. */
export interface Grouped { faulty: PlanRow[]; waiting: PlanRow[]; conflicts: PlanRow[]; duplicates: PlanRow[]; updated: PlanRow[]; added: PlanRow[] }
export function groupsOf(rows: PlanRow[]): Grouped {
  const of = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict);
  return {
    faulty: of('refused').filter((row) => !onlyWaits(row)), waiting: of('refused').filter(onlyWaits),
    conflicts: of('conflict'), duplicates: of('duplicate'), updated: of('update'), added: of('create'),
  };
}

/** How many rows of a verdict the answer does not list. */
export const unlisted = ({ counts, rows }: Pick<Plan, 'counts' | 'rows'>, verdict: Verdict) => counts[verdict] - rows.filter((row) => row.verdict === verdict).length;

/** Whoever is done with checking looks first at what is to be done: say what the tables are, answer, or read what comes of it. */
export type Stop = 'import-tables' | 'import-questions' | 'import-result';
export function firstStop(plan: Pick<Plan, 'tables' | 'questions'>): Stop {
  if (unrecognized(plan)) return 'import-tables';
  return plan.questions.regions.length + plan.questions.terms.length > 0 ? 'import-questions' : 'import-result';
}

/** What was asked by earlier plans and has been answered: the next plan does not ask it any more, and the answer can still be another. */
export interface Asked { regions: RegionQuestion[]; terms: TermQuestion[]; rows: PlanRow[] }
export const nothingAsked: Asked = { regions: [], terms: [], rows: [] };

const isDecided = ({ key, conflicts = [] }: PlanRow, decisions: Decisions) => decisions.rows[key] !== undefined || conflicts.some(({ field }) => decisions.conflicts[conflictKey(key, field)] !== undefined);
const keyOf = ({ table, key }: PlanRow) => `${table} ${key}`;

/** What is still worth showing of what was asked before a new plan came. */
export function askedBefore(before: Asked, last: Plan | undefined, next: Plan, decisions: Decisions): Asked {
  const [regions, terms] = [[...before.regions, ...(last?.questions.regions ?? [])], [...before.terms, ...(last?.questions.terms ?? [])]];
  const rows = [...before.rows, ...(last?.rows ?? []).filter(({ conflicts, candidates }) => conflicts || candidates)];
  const isAsked = (row: PlanRow) => next.rows.some((one) => keyOf(one) === keyOf(row) && open.includes(one.verdict));
  return {
    regions: latest(regions.filter(({ text }) => decisions.regions[text] !== undefined && !next.questions.regions.some((one) => one.text === text)), ({ text }) => text),
    terms: latest(terms.filter(({ taxonomy, text }) => decisions.terms[termKey(taxonomy, text)] !== undefined && !next.questions.terms.some((one) => one.taxonomy === taxonomy && one.text === text)), ({ taxonomy, text }) => termKey(taxonomy, text)),
    rows: latest(rows.filter((row) => isDecided(row, decisions) && !isAsked(row)), keyOf),
  };
}

/** Of those that are one, the last. */
const latest = <T,>(all: T[], key: (one: T) => string): T[] => [...new Map(all.map((one) => [key(one), one])).values()];

/** The level of a region by its code. */
export const levelOf = (code: string) => (['province', 'regency', 'district', 'village'] as const)[code.split('.').length - 1] ?? 'village';
