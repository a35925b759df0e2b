import type { OrganizationPage, Service } from '../../api/shapes';
import { to } from '../../network/route';
import { labelOf } from '../../network/state';
import { Link } from '../../ui/Link';
import { Empty } from '../../ui/States';
import { t } from '../../words';
import { RegionName } from '../search/RegionName';

function ServiceRow({ service }: { service: Service }) {
  const terms = [...(service.terms ?? []).map((c) => service.labels?.[c] ?? labelOf('service_term', c)), ...(service.functions ?? []).map((c) => service.labels?.[c] ?? labelOf('hso_function', c))];
  return (
    <li class="item">
      <h3 class="name"><Link to={to('service', service.id)}>{service.name}</Link></h3>
      {service.description && <p class="small">{service.description}</p>}
      <p class="small quiet">{[terms.join(', '), service.capacity === undefined ? '' : t('organization.capacity', { count: service.capacity })].filter(Boolean).join(' · ')}</p>
      {service.areas && <p class="small row">{service.areas.map((a) => <RegionName key={a.region} code={a.region} name={a.regionName} />)}</p>}
    </li>
  );
}

export function Services({ page }: { page: OrganizationPage }) {
  return (
    <>
      <section class="stack">
        <h2>{t('organization.services')} <span class="quiet numbers">{page.services.length}</span></h2>
        {page.services.length === 0 ? <Empty>{t('organization.noServices')}</Empty> : <ul class="list">{page.services.map((s) => <ServiceRow key={s.id} service={s} />)}</ul>}
      </section>
      {page.units.length > 0 && (
        <section class="stack">
          <h2>{t('organization.units')} <span class="quiet numbers">{page.units.length}</span></h2>
          <ul class="list">{page.units.map((u) => <li key={u.id} class="item"><span class="name">{u.name}</span><span class="small quiet block">{[labelOf('unit_kind', u.unitKind), u.regionName].filter(Boolean).join(' · ')}</span></li>)}</ul>
        </section>
      )}
    </>
  );
}
