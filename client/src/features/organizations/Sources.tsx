import type { OrganizationPage } from '../../api/shapes';
import { inIndonesian, list, t } from '../../words';
import { sourcesOf } from './freshness';

/** Every source that the page rests on, with what rests on it. */
export function Sources({ page }: { page: OrganizationPage }) {
  return (
    <section class="stack">
      <h2>{t('sources.title')}</h2>
      <ul class="list">
        {sourcesOf(page).map(({ source, url, example, carries }) => (
          <li key={source} class="item">
            <span {...inIndonesian(example)}>{url ? <a href={url} rel="noreferrer">{source}</a> : source}</span>
            <span class="small quiet block">{list(carries.map(([kind, count]) => (kind === 'organization' ? t('sources.itself') : t(`sources.${kind}`, { count }))))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
