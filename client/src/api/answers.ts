import type { Problem } from './http';
import type { Summary, TieStatus, Held } from './shapes';

/** The answers of the three jobs and of the log. */
export interface Fact {
  fact: string; code?: string; label?: string; organizations?: number; region?: string; regionName?: string; km?: number; approximate?: boolean;
  service?: { id: string; name: string }; unit?: string; organization?: Summary; lastVerified?: string; unverified?: boolean; spare?: number;
}
export interface Part { part: string; value: number; score: number; facts?: Fact[]; sentence: string }
/** A suggested partner; `proposed` is the tie between both that somebody has proposed already. */
export interface Partner { organization: Summary; score: number; parts: Part[]; sentence: string; proposed?: string }
export interface Partners { organization: Summary; at: string; weights: Record<string, number>; items: Partner[] }

export interface Step {
  tie: { id: string; type: string; label: string; status: TieStatus; strength?: number; lastVerified?: string };
  from: Summary; to: Summary; trust: number; sentence: string;
}
export interface Path { score: number; steps: Step[]; sentence: string }
export interface Nearest { reason: string; sentence: string; organization?: Summary; km?: number; path?: Path; missing?: string[] }
export interface Introductions { from: Summary; target?: Summary; at: string; paths: Path[]; nearest?: Nearest; cut?: boolean; sentence: string }

export type CoverageState = 'covered' | 'thin' | 'nobody' | 'unknown';
/** `partly`: how many organizations serve a part of a region that nobody covers. */
export interface Cell { state: CoverageState; services: number; partly?: number; capacity?: number; withoutCapacity?: number; need?: number; needUnder?: number; held?: number; unmet?: number }
export interface CoverageTerm { code: string; label: string }
export interface CoverageRegion { code: string; name: string; parent?: string; cells: Cell[] }
export interface Coverage {
  axis: string; level: string; at: string; terms: CoverageTerm[]; regions: CoverageRegion[]; counts: Record<CoverageState, number>; withoutNeed: number; withParts?: number; sentence: string;
}
export interface NamedRegion { code: string; name: string; parent?: string; parentName?: string }
export interface Gap { region: NamedRegion; term: CoverageTerm; state: CoverageState; need?: number; needUnder?: number; held?: number; capacity?: number; unmet?: number; partly?: number; sentence: string }
export interface CellService {
  id: string; name: string; organization: Summary; capacity?: number; share?: number;
  area?: { region: string; regionName?: string; withSubregions?: boolean; from?: string; until?: string }; deliveredBy?: Summary[]; example?: boolean;
}
export interface CellNeed {
  id: string; region: string; regionName?: string; sector?: string; women?: number; men?: number; unknown?: number; total?: number; held?: Held; year?: number;
  source?: string; unverified?: boolean; example?: boolean;
}
export interface CellAnswer {
  region: NamedRegion; term: CoverageTerm; at: string; state: CoverageState; capacity?: number; withoutCapacity?: number; need?: number; needUnder?: number; held?: number; unmet?: number;
  services: CellService[]; needs: CellNeed[]; parts?: CellPart[]; sentence: string;
}
/** Who serves parts of the region of a cell, and counts for nothing in the whole. */
export interface CellPart { organization: Summary; services: { id: string; name: string }[]; regions: NamedRegion[] }
export interface CellHelper { organization: Summary; km?: number; spareCapacity?: number; wouldCover?: number; services?: { id: string; name: string }[]; inside?: NamedRegion[]; sentence: string }

/** Who together would fill gaps: whom each would serve, where it is told, and of how many gaps. */
export interface ClosingCell { region: NamedRegion; term: CoverageTerm; state: CoverageState; unmet?: number; people?: number; km?: number }
export interface ClosingItem { organization: Summary; covers?: number; spareCapacity?: number; count: number; cells: ClosingCell[]; services: { id: string; name: string }[]; sentence: string }
export interface Closing { at: string; gaps: number; unmet: number; covered: number; served: number; reached: number; able: number; unplaced?: number; sentence: string; guarantee: number; items: ClosingItem[]; others: ClosingItem[] }

/** How many are lost with somebody or with a tie: all who are cut off, home workers' organizations among them, and those who would reach no office of the government any more. */
export interface Loss { cutOff: number; groups: number; withoutOffice: number }
export interface LostCell { region: NamedRegion; term: CoverageTerm }
export interface FragileOrganization { organization: Summary; loss: Loss; regencies: NamedRegion[]; sentence: string }
export interface FragileTie { id: string; from: Summary; to: Summary; loss: Loss; sentence: string }
export interface SoleProvider { organization: Summary; count: number; cells: LostCell[]; sentence: string }
export interface Fragility { at: string; organizations: FragileOrganization[]; ties: FragileTie[]; providers: SoleProvider[] }
export interface OrganizationLoss { at: string; organization: Summary; loss: Loss; withoutOffice: Summary[]; cutOff: Summary[]; more?: number; cells: LostCell[]; sentence: string }

export interface FieldChange { field: string; before?: unknown; after?: unknown }
/** What an id in a field means to whoever asks; what is not shown has none. */
export interface Mention { kind: string; id: string; name: string; gone?: boolean }
export interface ChangedElement { kind: string; id: string; name?: string; action: 'created' | 'changed' | 'removed'; changes?: FieldChange[]; mentions?: Mention[] }
export interface Changeset {
  id: string; sequence?: number; at: string; by?: string; right?: string; reason?: string; source?: string; reverts?: string; count?: number; summary: string;
  elements: ChangedElement[];
  /** Why it is near the organization that was asked about: own, partner, serves, region. */
  near?: string[];
  /** Of one change: whether what it changed is hers to take back. */
  mayRevert?: boolean;
  /** Of one change, for a steward: whether a revert would be accepted now, and what it would be answered with if not. Absent in lists and of large changes. */
  revertible?: boolean; obstacles?: Problem;
  /** Of one change: where its elements go on. */
  next?: string;
}
