import type { Role } from '../../api/shapes';
import { to } from '../../network/route';
import type { Whose } from '../../network/rights';
import { type Draft, text } from '../editing/draft';

/** What rights are for: an organization, a region, or the whole network. */
export interface Scope { organization?: string; region?: string }

export const scopeOfQuery = ({ organisasi, wilayah }: Record<string, string>): Scope => (organisasi ? { organization: organisasi } : wilayah ? { region: wilayah } : {});
export const scopeOfDraft = (draft: Draft): Scope => {
  const [organization, region] = [text(draft['organization']), text(draft['region'])];
  return organization ? { organization } : region ? { region } : {};
};
export const peopleOf = ({ organization, region }: Scope) => to('people', undefined, { organisasi: organization, wilayah: region });

/** The roles that there are for an organization, for a region, and for the whole network. */
export const rolesFor = ({ organization, region }: Scope): Role[] => (organization ? ['organization_editor'] : region ? ['steward', 'coordinator', 'mediator'] : ['steward', 'coordinator', 'mediator', 'administrator']);

/** The scope as whose it is. */
export const whoseScope = ({ organization, region }: Scope, seats: Whose[] = []): Whose => (organization ? { id: organization, ...seats[0] } : { region });
