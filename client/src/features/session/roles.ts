import type { Grant } from '../../api/shapes';
import { named, t } from '../../words';

/** What a right is for, by name; nothing when it is for the whole network. */
export const scopeOf = ({ organization, organizationName, region, regionName }: Grant): string | undefined => organizationName ?? organization ?? regionName ?? region;

/** What somebody is, and where: "Penyunting Yayasan Setara", "Pengelola data Jawa Tengah". */
export function asWhat(grants: Grant[] = []): string[] {
  if (grants.length === 0) return [t('session.signedIn')];
  return grants.map((grant) => { const place = scopeOf(grant); return place === undefined ? named('role', grant.role) : t('session.roleOf', { role: named('roleShort', grant.role), place }); });
}

/** What carries furthest comes first. */
const order: Grant['role'][] = ['steward', 'administrator', 'organization_editor', 'coordinator', 'mediator'];

/** The same in a word, where there is room for no more. */
export function asOneWord(grants: Grant[] = []): string {
  const [first] = order.filter((role) => grants.some((grant) => grant.role === role));
  return first === undefined ? t('session.signedIn') : named('roleShort', first);
}
