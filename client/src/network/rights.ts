import type { Grant, Role } from '../api/shapes';
import type { Writable } from '../api/questions';

/** Whose an element is, or where: an organization by its id and its seat, a need by its region. */
export interface Whose { id?: string | undefined; region?: string | undefined }

/** What somebody may do by the grants that she holds now, as the server decides it; what it offers is never more than a guess at that, so a refusal is still told. */
export interface Rights {
  /** Something that she may change at once. */
  writes: boolean;
  /** Whether where an organization sits matters for what she may do to it. */
  byRegion: boolean;
  /** Changes an element: of an organization, or a tie between two, or in a region. */
  mayEdit: (kind: Writable, ...of: Whose[]) => boolean;
  /** Adds one; without saying whose, anywhere at all. */
  mayAdd: (kind: Writable, ...of: Whose[]) => boolean;
  /** Removes one; an organization does not end by the hand of its editor. */
  mayRemove: (kind: Writable, ...of: Whose[]) => boolean;
  /** Enters what an outside source says of a tie, which neither of its sides does. */
  maySource: (...of: Whose[]) => boolean;
  /** Says whether two organizations are one, of those that she keeps. */
  merges: boolean;
  /** Gives a role, or takes it back: for an organization, for a region, or for the whole network. */
  mayGive: (role: Role, scope?: Whose) => boolean;
}

const isIn = (region: string | undefined, outer: string) => region !== undefined && (region === outer || region.startsWith(`${outer}.`));
const isWhole = ({ organization, region }: Grant) => organization === undefined && region === undefined;
const inRegion = (held: Grant, region: string | undefined) => isWhole(held) || (held.region !== undefined && isIn(region, held.region));
const holds = (held: Grant, { id, region }: Whose) => (held.organization === undefined ? inRegion(held, region) : held.organization === id);

/** What an organization has, and what may join two of them. */
const owned: Writable[] = ['organization', 'unit', 'place', 'service', 'tie'];
/** What each role that is for a part of the network changes there. */
const changes: Partial<Record<Role, Writable[]>> = { organization_editor: owned, coordinator: ['need'], steward: [...owned, 'need'] };
const givenByStewards: Role[] = ['organization_editor', 'mediator', 'coordinator'];

const covers = (held: Grant, kind: Writable, of: Whose[]) => changes[held.role]?.includes(kind) === true && of.some((whose) => holds(held, whose));

function gives(held: Grant, role: Role, scope: Whose): boolean {
  if (held.role === 'administrator') return true;
  if (held.role === 'steward') return isWhole(held) ? role !== 'administrator' : givenByStewards.includes(role) && holds(held, scope);
  return held.role === 'organization_editor' && role === 'organization_editor' && held.organization === scope.id;
}

/** What grants let their holder do. */
export function rightsOf(grants: Grant[]): Rights {
  const keepsAll = grants.some((held) => held.role === 'steward' && isWhole(held));
  /** An organization neither begins nor ends by its editor. */
  const begins = (kind: Writable) => (kind === 'organization' ? grants.filter((held) => held.role !== 'organization_editor') : grants);
  const mayEdit: Rights['mayEdit'] = (kind, ...of) => keepsAll || grants.some((held) => covers(held, kind, of));
  const mayGive: Rights['mayGive'] = (role, scope = {}) => grants.some((held) => gives(held, role, scope));
  return {
    writes: grants.some((held) => held.role !== 'mediator'),
    merges: grants.some((held) => held.role === 'steward'),
    byRegion: !keepsAll && grants.some((held) => held.role === 'steward'),
    mayEdit, mayGive,
    maySource: (...of) => keepsAll || grants.some((held) => held.role === 'steward' && covers(held, 'tie', of)),
    mayAdd: (kind, ...of) => keepsAll || begins(kind).some((held) => (of.length === 0 ? changes[held.role]?.includes(kind) === true : covers(held, kind, of))),
    mayRemove: (kind, ...of) => keepsAll || begins(kind).some((held) => covers(held, kind, of)),
  };
}
