import { useEffect } from 'preact/hooks';
import { organizations, region, tally } from '../../api/questions';
import type { Organization, Region } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { gather, mostPages } from '../../network/paging';
import { route, to } from '../../network/route';
import { rights, schematic, shown } from '../../network/state';
import { useKept } from '../../network/visits';
import { useAbout } from '../../ui/about';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { Icon } from '../../ui/Icon';
import { lazy } from '../../ui/lazy';
import { Link } from '../../ui/Link';
import { OrganizationRow } from '../../ui/Row';
import { Answered, Empty } from '../../ui/States';
import { locale, number, t } from '../../words';
import { useProvinces, useRegionPath } from './pick';

/** Tables are fetched when somebody wants one. */
const Organizations = lazy(() => import('../../taking/OrganizationsTable').then((m) => m.OrganizationsTable));

const zooms = { province: 7, regency: 9, district: 11, village: 12 } as const;
const summaryOf = (o: Organization) => ({ ...o, ...(o.provenance.example ? { example: true } : {}) });

function useFocus(place: Region | undefined) {
  useEffect(() => {
    if (place?.point) shown.value = { region: place.id, focus: { longitude: place.point.longitude, latitude: place.point.latitude, zoom: zooms[place.level] } };
  }, [place]);
  useEffect(() => () => { shown.value = {}; }, []);
}

/** What the outline on the map is, where it is not the boundary of the region itself. */
function Outlined({ place, path }: { place: Region; path: Region[] }) {
  const finer = place.level === 'district' || place.level === 'village';
  const regency = path.find((r) => r.level === 'regency');
  const words = [finer && regency ? t('region.outlined', { name: regency.name }) : '', schematic.value && place.level !== 'province' ? t('coverage.schematic') : ''].filter(Boolean).join(' ');
  return words ? <p class="small quiet">{words}</p> : null;
}

function Here({ code, name }: { code: string; name: string }) {
  const [steps, setSteps] = useKept('steps', 1);
  const answer = useAnswer(`organizations?region=${code}&${steps}`, (stop) => gather((cursor, limit) => organizations({ region: code, limit, cursor }, stop), steps * 100, steps * mostPages));
  return (
    <Answered answer={answer}>
      {({ items, next }) => items.length === 0
        ? <Empty>{t('region.none')}</Empty>
        : <><div class="row apart"><ShapeSwitch />{!asTable() && <span class="small quiet">{t('order.alphabet')}</span>}</div>{next && <p class="small quiet">{t('region.first', { count: items.length })}</p>}{asTable() ? <Organizations title={t('region.tableOf', { name })} organizations={items.map(summaryOf)} /> : <ul class="list">{items.map((o) => <OrganizationRow key={o.id} organization={summaryOf(o)} />)}</ul>}{next && <button type="button" class="button" onClick={() => setSteps(steps + 1)}>{t('state.more')}</button>}</>}
    </Answered>
  );
}

/** The regions one level down in alphabetical order, each with how many organizations it has; asked only when they are opened. */
function Inside({ code }: { code: string }) {
  const [open, setOpen] = useKept('inside', false);
  const answer = useAnswer(open ? `tally/${code}` : undefined, (stop) => tally({ parent: code }, stop));
  const byName = new Intl.Collator(locale(), { numeric: true });
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('region.inside')}</summary>
      <Answered answer={answer}>{({ items }) => <ul class="columns small">{items.toSorted((a, b) => byName.compare(a.name, b.name)).map((r) => <li key={r.code}><Link to={to('region', undefined, { kode: r.code })}>{r.name}</Link> <span class="quiet numbers">{number(r.organizations)}</span></li>)}</ul>}</Answered>
    </details>
  );
}

/** A code that no region has; the provinces are the way to the one that was meant. */
function NoRegion({ code }: { code: string }) {
  const provinces = useProvinces();
  return (
    <div class="stack">
      <h1>{t('state.missing')}</h1>
      <div class="note bad" role="alert"><Icon name="warning" /><p class="grow">{t('region.noCode', { code })}</p></div>
      <ul class="columns small">{provinces.map(({ value, label }) => <li key={value}><Link to={to('region', undefined, { kode: value })}>{label}</Link></li>)}</ul>
    </div>
  );
}

export function RegionView() {
  const code = route.value.query['kode'] ?? '';
  const place = useAnswer(code ? `region/${code}` : undefined, (stop) => region(code, stop));
  const above = useRegionPath(code);
  useFocus(place.data);
  useAbout(place.data?.name);
  const province = code.split('.')[0] ?? code;
  if (!code) return <div class="stack"><h1>{t('search.label')}</h1><Empty>{t('search.start')}</Empty></div>;
  if (place.fault?.status === 404 && !place.data) return <NoRegion code={code} />;
  return (
    <Answered answer={place} heading={t('kind.region')}>
      {(it) => (
        <div class="stack loose">
          <header class="stack tight">
            <p class="quiet small">{t(`region.${it.level}`)} · {it.id}</p>
            <h1>{it.name}</h1>
            <p class="row small">
              {above.data?.items.filter((r) => r.id !== it.id).map((r) => <Link key={r.id} to={to('region', undefined, { kode: r.id })}>{r.name}</Link>)}
            </p>
            <Outlined place={it} path={above.data?.items ?? []} />
            <p class="row"><Link to={to('coverage', undefined, { induk: province })}>{t('region.coverage')}</Link><Link to={to('download', undefined, { wilayah: it.id })}>{t('download.here')}</Link>{rights.value.mayGive('coordinator', { region: it.id }) && <Link to={to('people', undefined, { wilayah: it.id })}>{t('people.title')}</Link>}</p>
          </header>
          {it.level !== 'village' && <Inside key={code} code={code} />}
          <section class="stack"><h2>{t('region.organizations')}</h2><Here key={code} code={code} name={it.name} /></section>
        </div>
      )}
    </Answered>
  );
}
