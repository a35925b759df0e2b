import type { ComponentChildren } from 'preact';
import type { Summary } from '../api/shapes';
import { pointed } from '../network/state';
import { to } from '../network/route';
import { t } from '../words';
import { Link } from './Link';
import { Sign } from './Sign';

const point = (id: string | undefined) => ({
  onMouseEnter: () => { pointed.value = id; }, onMouseLeave: () => { pointed.value = undefined; },
  onFocus: () => { pointed.value = id; }, onBlur: () => { pointed.value = undefined; },
});

/** The name of an organization with its sign, as a link to its page. */
export function Named({ organization, small, rank }: { organization: Pick<Summary, 'id' | 'name' | 'family' | 'mediates'>; small?: boolean; rank?: number | undefined }) {
  return (
    <Link to={to('organization', organization.id)} class={small ? 'named small' : 'named'} {...point(organization.id)}>
      <Sign family={organization.family} mediates={organization.mediates} label />
      <span>{rank !== undefined && <span class="numbers" aria-hidden="true">{rank}. </span>}{organization.name}</span>
    </Link>
  );
}

/** Where an organization is, as far as it is told; a district with the regency or city that it lies in. */
export const whereOf = ({ regionName, regencyName }: Pick<Summary, 'regionName' | 'regencyName'>) => (regionName && regencyName ? t('region.within', { region: regionName, regency: regencyName }) : regionName);

/** An organization in a list: sign, name, kind and region, and whatever the list adds. Its rank is the number that it has on the map. */
export function OrganizationRow({ organization, rank, children }: { organization: Summary; rank?: number; children?: ComponentChildren }) {
  const about = [organization.kindLabel, whereOf(organization)].filter(Boolean).join(' · ');
  return (
    <li class="item">
      <Named organization={organization} rank={rank} />
      <p class="about quiet small">
        {about}
        {organization.retired && <span class="tag">{t('state.retired')}</span>}
        {organization.example && <span class="tag">{t('state.example')}</span>}
      </p>
      {children}
    </li>
  );
}
