import type { Writable } from '../../api/questions';
import type { Whose } from '../../network/rights';
import { useSeats } from '../../network/seats';
import { rights } from '../../network/state';
import type { Role } from '../../api/shapes';
import { type Draft, text } from './draft';

const roles: Role[] = ['organization_editor', 'mediator', 'coordinator', 'steward', 'administrator'];

/** The organizations that an element belongs to or joins, as far as the draft says. */
export const ownersOf = (kind: Writable, draft: Draft): string[] => {
  const own = kind === 'tie' ? ['from', 'to'] : kind === 'organization' ? ['id'] : ['organization'];
  return own.map((field) => text(draft[field])).filter(Boolean);
};

/** Whose the element is or where, when the draft says enough to tell; a tie that lacks an end could still become one of hers. */
export function whoseOf(kind: Writable, draft: Draft, seats: Whose[]): Whose[] {
  const region = text(draft['region']) || undefined;
  if (kind === 'need') return region === undefined ? [] : [{ region }];
  if (kind === 'organization') return seats.length === 0 && region === undefined ? [] : [{ ...seats[0], region }];
  return kind === 'tie' && seats.length < 2 ? [] : seats;
}

/** A right is given, changed and taken back by who may give it; one that has no role yet by who may give any there. */
function grantMay(base: Draft, seats: Whose[]): May {
  const [organization, region, role] = [text(base['organization']), text(base['region']), text(base['role'])];
  const scope: Whose = organization ? { id: organization, ...seats[0] } : { region: region || undefined };
  const may = roles.some((one) => (role === '' || one === role) && rights.value.mayGive(one, scope));
  return { change: may, remove: may };
}

export interface May { change: boolean; remove: boolean }

/** Whether she may save an element as it begins or stands, and remove it. Undefined until that is known. */
export function useMay(kind: Writable, base: Draft): May | undefined {
  const seats = useSeats(kind === 'organization' ? [] : ownersOf(kind, base));
  if (!seats) return undefined;
  if (kind === 'grant') return grantMay(base, seats);
  const id = typeof base['id'] === 'string' ? base['id'] : undefined;
  const of = whoseOf(kind, base, kind === 'organization' && id !== undefined ? [{ id }] : seats);
  const { mayAdd, mayEdit, mayRemove } = rights.value;
  return { change: id === undefined ? mayAdd(kind, ...of) : mayEdit(kind, ...of), remove: mayRemove(kind, ...of) };
}
