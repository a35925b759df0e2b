/** The shapes of the HTTP answers that the pages use. Absent means unknown, never none. */
export type Family = 'home_workers' | 'civil_society' | 'government' | 'knowledge' | 'economy' | 'services_funds';
export type Precision = 'exact' | 'village' | 'district' | 'regency' | 'province' | 'hidden';
export interface Position { longitude: number; latitude: number; radiusKm: number; precision: Precision }
export interface Interval { from?: string; until?: string }
export interface Provenance { source: string; sourceUrl?: string; assertedBy?: string; lastVerified?: string; unverified?: boolean; example?: boolean }
/** Why a count is told less of than is known: one under five points at people. */
export type Held = 'parts' | 'under_five' | 'beside';
export interface Counts { women?: number; men?: number; other?: number; unknown?: number; held?: Held; date?: string; source?: string; published?: boolean }
export interface Consent { givenBy?: string; given?: string; how?: string; until?: string; withdrawn?: string }
export interface Contact { name?: string; role?: string; channel: string; value: string; purposes?: string[]; purpose?: string; consent?: Consent; audience?: string }
/** A contact as the asker sees it today, until its last day; how its consent stands is told only to its own organization and to stewards. */
export interface SeenContact extends Contact { audience: string; until?: string; state?: 'given' | 'missing' | 'not_yet' | 'over' | 'withdrawn' }

export interface Summary {
  id: string; name: string; acronym?: string; actorKind: string; kindLabel?: string; family: Family; region?: string; regionName?: string;
  /** Of a region smaller than a regency or city, the one that it lies in. */
  regencyName?: string;
  position?: Position; mediates?: boolean; retired?: string | boolean; example?: boolean;
}
export interface Organization {
  kind: 'organization'; id: string; name: string; otherNames?: string[]; acronym?: string; actorKind: string; legalForm?: string; legalStatus?: string;
  mediates?: boolean; purpose?: string; region: string; precision?: Precision; issues?: string[]; sectors?: string[]; offers?: string[]; needs?: string[];
  languages?: string[]; website?: string; members?: Counts; founded?: number; retired?: string; contacts?: Contact[]; note?: string;
  provenance: Provenance; version?: number; family: Family; kindLabel?: string; position?: Position; regionName?: string; regencyName?: string; labels?: Record<string, string>;
}
export interface Unit { id: string; name: string; unitKind: string; parent?: string; region?: string; members?: Counts; provenance?: Provenance }
export interface Place { id: string; name?: string; unit?: string; region: string; point?: { longitude: number; latitude: number }; precision?: Precision; home?: boolean; main?: boolean; address?: string; provenance?: Provenance }
export interface Area { region: string; regionName?: string; withSubregions?: boolean; valid?: Interval; from?: string; until?: string }
export interface Service {
  id: string; organization?: string; name: string; description?: string; status?: string; functions?: string[]; pillars?: string[]; issues?: string[]; terms?: string[];
  areas?: Area[]; capacity?: number; used?: number; schedule?: string; eligibility?: string; cost?: string; accessibility?: string; languages?: string[]; labels?: Record<string, string>; provenance?: Provenance; version?: number;
}
export type TieStatus = 'proposed' | 'confirmed' | 'disputed' | 'ended';
export interface TieOnPage {
  id: string; type: string; label: string; direction: 'out' | 'in' | 'both'; other: Summary; status: TieStatus; current?: boolean; strength?: number;
  from?: string; until?: string; valid?: Interval; audience?: string; provenance?: Provenance; sentence: string; version?: number;
  service?: { id: string; name: string }; agreement?: Agreement; supply?: Supply;
  /** What the sides say of it, a sentence each. */
  stated?: string[];
}
export type TieSide = 'from' | 'to';
export type TieWord = 'confirmed' | 'disputed' | 'ended';
export type StatementWay = 'source' | 'product' | 'link' | 'link_proposer_passed_on';
/** One side of a tie: what it last said, whether its word is awaited, and whether its answer waits for a steward. */
export interface SideOfTie { side: TieSide; organization: Summary; says?: TieWord; day?: string; way?: StatementWay; awaited?: boolean; waits?: boolean; sentence: string }
export interface Tie {
  id: string; type: string; from: string; to: string; status: TieStatus; strength?: number; audience: string; valid?: Interval; service?: string; agreement?: Agreement; supply?: Supply; note?: string;
  provenance: Provenance; version?: number; label: string; fromName?: string; toName?: string;
}
export interface TiePage { at: string; tie: Tie; current: boolean; sentence: string; sides: [SideOfTie, SideOfTie] }
/** Who holds an account, by the name that she chose for others. */
export interface Person { account: string; name?: string }
/** A tie that waits; `since` is absent where nobody has said anything. */
export interface WaitingTie { id: string; sentence: string; since?: string; days?: number; own?: boolean; sides: [SideOfTie, SideOfTie] }
/** The link by which a side answers, and whom of that side to send it to; who keeps the other side gets none, but to hand it on. */
export interface TieLink { link?: string; until: string; passedOn?: boolean; contacts: Contact[] }
export interface Agreement { kind: string; number?: string; signed?: string; until?: string; link?: string }
export interface Supply { product?: string; tier?: number; paymentBasis?: string; workersWomen?: number; workersMen?: number; held?: Held; confidence?: number }
export interface OrganizationPage { at: string; organization: Organization; units: Unit[]; places: Place[]; services: Service[]; ties: TieOnPage[]; merged?: { id: string; name: string }[] }
export interface Term {
  code: string; label: string; labelId: string; labelEn: string; description?: string; parent?: string; family?: Family; symmetric?: boolean;
  fromKinds?: string[]; toKinds?: string[]; labelReverse?: string; legalReference?: string;
}
export type Taxonomies = Record<string, Term[]>;
export type Level = 'province' | 'regency' | 'district' | 'village';
/** A region, and how many organizations sit in each of its parts. */
export interface Tally { region?: { code: string; name: string }; items: { code: string; name: string; organizations: number }[] }
export interface Region { id: string; name: string; level: Level; regionKind?: string; bps?: string; parent?: string; parentName?: string; point?: { longitude: number; latitude: number; derived?: boolean }; provenance?: Provenance }
export interface Found {
  kind: 'organization' | 'region' | 'service'; id: string; name: string; acronym?: string; also?: string; context?: string; actorKind?: string; family?: Family;
  level?: Level; position?: Position; score: number;
}
/** `incomplete` says in words what is left out, since its record is damaged. */
export interface Page<T> { items: T[]; next?: string; incomplete?: string }
export type Role = 'organization_editor' | 'mediator' | 'coordinator' | 'steward' | 'administrator';
/** A right that somebody holds: for an organization, for a region, or for the whole network. */
export interface Grant { id: string; role: Role; organization?: string; organizationName?: string; region?: string; regionName?: string; from?: string; until?: string }
/** A right in its written form, as who keeps its scope sees it. */
export interface GrantElement { id: string; account: string; role: Role; organization?: string; region?: string; valid?: Interval; provenance: Provenance; version?: number }
/** What of an organization is withheld from whom a preview is of. */
export interface Withheld { audience: string; fields: { name: string; others: 'left_out' | 'by_consent' | 'words' | 'coarser' | 'small_counts' | 'unknown' }[]; elements: { kind: string; hidden: number; coarser: number }[] }
export interface Me { audience: 'public' | 'signed_in' | 'steward'; account?: string; name?: string; unfinished?: boolean; grants?: Grant[]; language: string; mapStyle?: string }
/** Somebody who may already be the organization that is being added. */
export interface Lookalike { organization: Summary; reasons: ('same_name' | 'same_acronym' | 'similar_name' | 'same_region')[] }
export interface TieLine { id: string; type: string; label: string; from: string; to: string; status: TieStatus; strength?: number; symmetric?: boolean }
/** Where a line on the map begins or ends. */
export interface End { id: string; longitude: number; latitude: number }
/** A tie of somebody in a part of the map, as a line. */
export interface TieInView { id: string; label: string; status: TieStatus; strength?: number; symmetric?: boolean; from: End; to: End }
/** The network around an organization, itself first. */
export interface Around { at: string; nodes: { organization: Summary; steps: number }[]; ties: TieLine[]; cut?: boolean }

/** A change that somebody asks for. To its sender without what only who decides is told: the version it is told of, whether it moved on or widens, the whole form. */
export interface Suggestion {
  id: string; title: string; about: { kind: string; id: string; name: string; gone?: boolean }; adds: boolean; state: 'waiting' | 'accepted' | 'accepted_changed' | 'declined' | 'withdrawn';
  sent: string; decided?: string; days: number; words?: string; sender?: string; answer?: string; by: string;
  changes: { field: string; before?: unknown; after?: unknown }[]; mentions?: { kind: string; id: string; name: string; gone?: boolean }[];
  version?: number; moved?: boolean; widens?: boolean; element?: Record<string, unknown>;
}
