import type { ComponentChildren } from 'preact';
import type { Area, Organization, OrganizationPage, Place, Service, Unit } from '../../api/shapes';
import { today } from '../../network/day';
import { to } from '../../network/route';
import { labelOf, rights } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Empty } from '../../ui/States';
import { date, named, number, t } from '../../words';
import { RegionName } from '../search/RegionName';
import { countsText } from './About';

type Owned = 'service' | 'unit' | 'place';

/** What belongs to the organization under its own heading, with a way to add to it for who may; to one that has ended nothing is added. */
function Section({ title, count, kind, add, owner, children }: { title: string; count: number; kind: Owned; add: string; owner: Organization; children: ComponentChildren }) {
  const adds = rights.value.mayAdd(kind, owner) && !owner.retired;
  if (count === 0 && !adds && kind !== 'service') return null;
  return (
    <section class="stack">
      <div class="row apart">
        <h2>{title} <span class="quiet numbers">{number(count)}</span></h2>
        {adds && <Link class="button" to={to(`${kind}Form`, undefined, { organisasi: owner.id })}><Icon name="plus" size={16} />{add}</Link>}
      </div>
      {children}
    </section>
  );
}

function Change({ kind, id, name, owner }: { kind: Owned; id: string; name: string; owner: Organization }) {
  return rights.value.mayEdit(kind, owner) ? <Link class="plain icon-only" aria-label={t('organization.changeOf', { name })} to={to(`${kind}Form`, id)}><Icon name="edit" size={16} /></Link> : null;
}

/** Whether an area is served no more, or not yet. */
function phaseOf({ valid: { from, until } = {} }: Area): 'over' | 'notYet' | undefined {
  if (until !== undefined && until < today()) return 'over';
  return from !== undefined && from > today() ? 'notYet' : undefined;
}

/** True of an area that is served today. */
export const isServed = (area: Area) => phaseOf(area) === undefined;

/** Until when and since when a statement of an area holds, and whether it counts for what is inside. */
export function AreaNote({ area }: { area: Area }) {
  const { from, until } = area.valid ?? {};
  const phase = phaseOf(area);
  const notes = [area.withSubregions ? t('coverage.withSub') : '', from ? t('tie.since', { date: date(from) }) : '', until ? t('tie.until', { date: date(until) }) : ''].filter(Boolean);
  return <>{notes.length > 0 && <span class="quiet small"> ({notes.join(', ')})</span>}{phase && <> <span class="tag">{t(`area.${phase}`)}</span></>}</>;
}

function ServiceRow({ service, owner }: { service: Service; owner: Organization }) {
  // What is called the same in both lists is said once.
  const terms = [...new Set([...(service.terms ?? []).map((c) => labelOf('service_term', c)), ...(service.functions ?? []).map((c) => labelOf('hso_function', c))])];
  return (
    <li class="item">
      <div class="row apart nowrap"><h3 class="name"><Link to={to('service', service.id)}>{service.name}</Link>{service.status && service.status !== 'active' && <span class="tag">{named('serviceStatus', service.status)}</span>}</h3><Change kind="service" id={service.id} name={service.name} owner={owner} /></div>
      {service.description && <p class="small">{service.description}</p>}
      <p class="small quiet">{[terms.join(', '), service.capacity === undefined ? '' : t('organization.capacity', { count: service.capacity })].filter(Boolean).join(' · ')}</p>
      {service.areas ? <ul class="small areas">{service.areas.map((a) => <li key={a.region}><RegionName code={a.region} name={a.regionName} /><AreaNote area={a} /></li>)}</ul> : <p class="small quiet">{t('organization.noAreas')}</p>}
    </li>
  );
}

function UnitRow({ unit, units, owner }: { unit: Unit; units: Unit[]; owner: Organization }) {
  const above = units.find((other) => other.id === unit.parent)?.name;
  return (
    <li class="item">
      <div class="row apart nowrap"><h3 class="name">{unit.name}</h3><Change kind="unit" id={unit.id} name={unit.name} owner={owner} /></div>
      <p class="small quiet">{[labelOf('unit_kind', unit.unitKind), above && t('terms.within', { name: above }), unit.members && countsText(unit.members)].filter(Boolean).join(' · ')}</p>
      {unit.region && <p class="small"><RegionName code={unit.region} /></p>}
    </li>
  );
}

function PlaceRow({ place, index, owner }: { place: Place; index: number; owner: Organization }) {
  const name = place.name ?? t('form.nth', { what: t('kind.place'), count: index + 1 });
  const precision = place.precision && place.precision !== 'exact' && place.precision !== 'province' ? t(rights.value.mayEdit('place', owner) ? `placeForm.seen.${place.precision}` : place.precision === 'hidden' ? 'organization.hidden' : `organization.blurred.${place.precision}`) : undefined;
  return (
    <li class="item">
      <div class="row apart nowrap"><h3 class="name">{name}{place.main && <span class="tag">{t('field.main')}</span>}{place.home && <span class="tag">{t('field.home')}</span>}</h3><Change kind="place" id={place.id} name={name} owner={owner} /></div>
      <p class="small"><RegionName code={place.region} />{place.address && <span class="block">{place.address}</span>}</p>
      {precision && <p class="small quiet">{precision}</p>}
    </li>
  );
}

/** What the organization consists of: its services with their areas, its units, its places. */
export function Belongings({ page: { organization, services, units, places } }: { page: OrganizationPage }) {
  return (
    <>
      <Section title={t('organization.services')} count={services.length} kind="service" add={t('serviceForm.new')} owner={organization}>
        {services.length === 0 ? <Empty>{t('organization.noServices')}</Empty> : <ul class="list">{services.map((s) => <ServiceRow key={s.id} service={s} owner={organization} />)}</ul>}
      </Section>
      <Section title={t('organization.units')} count={units.length} kind="unit" add={t('unitForm.new')} owner={organization}>
        {units.length > 0 && <ul class="list">{units.map((u) => <UnitRow key={u.id} unit={u} units={units} owner={organization} />)}</ul>}
      </Section>
      <Section title={t('organization.places')} count={places.length} kind="place" add={t('placeForm.new')} owner={organization}>
        {places.length > 0 && <ul class="list">{places.map((p, index) => <PlaceRow key={p.id} place={p} index={index} owner={organization} />)}</ul>}
      </Section>
    </>
  );
}
