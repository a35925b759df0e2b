import type { Provenance } from '../../api/shapes';
import { today } from '../../network/day';
import type { Route } from '../../network/route';
import { Link } from '../../ui/Link';
import { date, t } from '../../words';
import { type Freshness, freshnessOf } from './freshness';

const words = { fresh: 'state.verified', old: 'state.verifiedLongAgo', never: 'state.neverVerified', unverified: 'state.unverifiedLong' } as const satisfies Record<Freshness, string>;

/** How fresh a fact is, as a sentence. */
export const freshOf = (provenance: Provenance) => t(words[freshnessOf(provenance, today())], { date: provenance.lastVerified ? date(provenance.lastVerified) : '' });

/** How fresh a page is, in the one sentence that it says about this; who may mend it is led to where. */
export function Fresh({ provenance, edit }: { provenance: Provenance; edit: Route | undefined }) {
  const state = freshnessOf(provenance, today());
  return (
    <p class={state === 'fresh' ? 'small quiet' : 'small'}>
      {freshOf(provenance)}
      {edit && state !== 'fresh' && <> <Link to={edit}>{t('sources.check')}</Link></>}
    </p>
  );
}
