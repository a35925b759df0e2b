import type { FieldChange, Mention } from '../../api/answers';
import type { Lookalike } from '../../api/shapes';

/** What would become of a file, as the server plans it. */
export type Verdict = 'unchanged' | 'create' | 'update' | 'conflict' | 'duplicate' | 'refused' | 'left_aside';
export interface PlanColumn { letter: string; heading: string; target?: string; samples: string[] }
/** A table as what it was taken; without a list it is left aside. */
export interface PlanTable { name: string; hidden?: boolean; list?: string; rows: number; defaults?: Record<string, string>; columns: PlanColumn[] }
export interface PlanList { name: string; label: string; targets: { name: string; label: string }[] }
export interface NamedRegion { code: string; name: string; within?: string }
export interface RegionQuestion { text: string; rows: number; candidates: NamedRegion[] }
/** `text` is empty where a term must be said and no column says it. */
export interface TermQuestion { taxonomy: string; text: string; rows: number }
export interface RowFault { code: string; column?: string; field: string; message: string; mend?: string }
export interface FieldConflict { field: string; label: string; column?: string; network?: unknown; file?: unknown }
export interface PlanRow {
  table: string; row: number; list: string; key: string; verdict: Verdict; name?: string; id?: string;
  faults?: RowFault[]; changes?: FieldChange[]; conflicts?: FieldConflict[]; candidates?: Lookalike[]; mentions?: Mention[];
}
export interface FileRemark { code: string; table?: string; row?: number; column?: string; message: string }
export interface Plan {
  source: string; known?: boolean; form: string; file: string; plan: string; counts: Record<Verdict, number>;
  /** How many elements would be written, and how many of them others would see more of. */
  writes: number; widening: number;
  remarks: FileRemark[]; tables: PlanTable[]; lists: PlanList[]; questions: { regions: RegionQuestion[]; terms: TermQuestion[] };
  /** At most 200 of each verdict, none of those that stay as they are. */
  rows: PlanRow[];
}
/** How far the server is with a file: `of` is 0 where that is not known. */
export interface Step { stage: 'receiving' | 'waiting' | 'reading' | 'recognizing' | 'planning' | 'noting' | 'checking' | 'writing' | 'done' | 'stored' | 'stopped'; done: number; of: number }
/** What came in; without an id there was nothing to change. */
export interface Brought { id?: string; sequence?: number; writes: number }
