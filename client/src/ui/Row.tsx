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
export function Named({ organization, small }: { organization: Pick<Summary, 'id' | 'name' | 'family' | 'mediates'>; small?: boolean }) {
  return (
    <Link to={to('organization', organization.id)} class={small ? 'named small' : 'named'} {...point(organization.id)}>
      <Sign family={organization.family} mediates={organization.mediates} label />
      <span>{organization.name}</span>
    </Link>
  );
}

/** An organization in a list: sign, name, kind and region, and whatever the list adds. */
export function OrganizationRow({ organization, children }: { organization: Summary; children?: ComponentChildren }) {
  const about = [organization.kindLabel, organization.regionName].filter(Boolean).join(' · ');
  return (
    <li class="item">
      <Named organization={organization} />
      <p class="about quiet small">
        {about}
        {organization.retired && <span class="tag">{t('state.retired')}</span>}
        {organization.example && <span class="tag">{t('state.example')}</span>}
      </p>
      {children}
    </li>
  );
}
