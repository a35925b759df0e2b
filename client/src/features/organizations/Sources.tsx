import type { OrganizationPage } from '../../api/shapes';
import { to } from '../../network/route';
import { isSteward } from '../../network/state';
import { Link } from '../../ui/Link';
import { date, list, t } from '../../words';
import { type Freshness, freshnessOf, sourcesOf } from './freshness';

/** When something was last checked, and that this is long ago or never was. */
export function Fresh({ lastVerified }: { lastVerified: string | undefined }) {
  const state: Freshness = freshnessOf(lastVerified, Date.now());
  const words = lastVerified ? t('state.verified', { date: date(lastVerified) }) : t('state.neverVerified');
  return <span class="small quiet block">{words}{state === 'old' && <span class="tag stale">{t('sources.old')}</span>}</span>;
}

/** Every source that the page rests on, with what rests on it and how fresh that is. */
export function Sources({ page }: { page: OrganizationPage }) {
  const { id, provenance } = page.organization;
  return (
    <section class="stack">
      <h2>{t('sources.title')}</h2>
      <ul class="list">
        {sourcesOf(page).map(({ source, url, lastVerified, carries }) => (
          <li key={source} class="item">
            {url ? <a href={url} rel="noreferrer">{source}</a> : source}
            <span class="small quiet block">{list(carries.map(([kind, count]) => (kind === 'organization' ? t('sources.itself') : t(`sources.${kind}`, { count }))))}</span>
            <Fresh lastVerified={lastVerified} />
          </li>
        ))}
      </ul>
      {isSteward.value && freshnessOf(provenance.lastVerified, Date.now()) !== 'fresh' && <p><Link to={to('organizationForm', id)}>{t('sources.check')}</Link></p>}
    </section>
  );
}
