import type { Writable } from '../../api/questions';
import type { Provenance } from '../../api/shapes';
import { today } from '../../network/day';
import type { Route } from '../../network/route';
import { Link } from '../../ui/Link';
import { date, t } from '../../words';
import { type Freshness, freshnessOf } from './freshness';

const words = { fresh: 'state.verified', old: 'state.verifiedLongAgo', never: 'state.neverVerified', unverified: 'state.unverifiedLong' } as const satisfies Record<Freshness, string>;

/** How fresh a fact is, as a sentence. */
export const freshOf = (provenance: Provenance) => t(words[freshnessOf(provenance, today())], { date: provenance.lastVerified ? date(provenance.lastVerified) : '' });

/** How fresh a page is, in the one sentence that it says about this; who may mend it says with one tap that it is still true, or is led to where it is mended. */
export function Fresh({ of: [kind, id], provenance, edit }: { of: [Writable, string]; provenance: Provenance; edit: Route | undefined }) {
  const state = freshnessOf(provenance, today());
  return (
    <p class={state === 'fresh' ? 'small quiet' : 'small'}>
      {freshOf(provenance)}
      {edit && state !== 'fresh' && <> <button type="button" class="plain" onClick={() => void import('./upkeep').then(({ affirm }) => affirm(kind, id))}>{t('sources.stillTrue')}</button> <Link to={edit}>{t('sources.check')}</Link></>}
    </p>
  );
}
