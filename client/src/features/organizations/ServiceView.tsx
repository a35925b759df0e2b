import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { organizationPage, service } from '../../api/questions';
import type { Area, Service } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { summaryOf } from '../../network/marked';
import { to } from '../../network/route';
import { useSeats } from '../../network/seats';
import { rights, shown } from '../../network/state';
import { useAbout } from '../../ui/about';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Named } from '../../ui/Row';
import { Answered, Empty } from '../../ui/States';
import { type Key, languageName, list, named, t } from '../../words';
import { RegionName } from '../search/RegionName';
import { History } from '../activity/History';
import { Improve } from '../suggestions/Improve';
import { Chips, Fact, Source } from './About';
import { AreaNote, isServed } from './Belongings';
import { Fresh } from './Fresh';

/** The organization that offers the service, on the page and on the map, where the regions that it works in are outlined. */
function Offered({ by, areas }: { by: string; areas: Area[] | undefined }) {
  const answer = useAnswer(`organization/${by}`, (stop) => organizationPage(by, stop));
  useEffect(() => { if (answer.data) shown.value = { selected: summaryOf(answer.data.organization), areas: (areas ?? []).filter(isServed).map(({ region }) => region) }; }, [answer.data, areas]);
  useEffect(() => () => { shown.value = {}; }, []);
  return answer.data ? <Named organization={answer.data.organization} /> : null;
}

/** What is not known is said to be so; nothing is left for the reader to take for "no". */
function Known({ field, children }: { field: Key; children: ComponentChildren }) {
  const unknown = children === undefined || children === '';
  return <Fact term={t(field)}>{unknown ? <span class="quiet">{t('state.unknown')}</span> : children}</Fact>;
}

function Terms({ field, taxonomy, codes, labels }: { field: Key; taxonomy: string; codes: string[] | undefined; labels: Record<string, string> | undefined }) {
  return codes?.length ? <Chips term={t(field)} taxonomy={taxonomy} codes={codes} labels={labels} /> : <Known field={field}>{undefined}</Known>;
}

function Facts({ service: it }: { service: Service }) {
  const { labels } = it;
  return (
    <dl class="facts">
      <Terms field="field.terms" taxonomy="service_term" codes={it.terms} labels={labels} />
      <Terms field="field.functions" taxonomy="hso_function" codes={it.functions} labels={labels} />
      <Terms field="field.pillars" taxonomy="pillar" codes={it.pillars} labels={labels} />
      <Terms field="field.issues" taxonomy="issue" codes={it.issues} labels={labels} />
      <Known field="field.capacity">{it.capacity === undefined ? undefined : t('coverage.perYear', { count: it.capacity })}</Known>
      <Known field="field.used">{it.used === undefined ? undefined : t('coverage.perYear', { count: it.used })}</Known>
      <Known field="field.eligibility">{it.eligibility}</Known>
      <Known field="field.cost">{it.cost}</Known>
      <Known field="field.schedule">{it.schedule}</Known>
      <Known field="field.accessibility">{it.accessibility}</Known>
      <Known field="field.languages">{it.languages?.length ? list(it.languages.map(languageName)) : undefined}</Known>
      {it.provenance && <Source provenance={it.provenance} />}
    </dl>
  );
}

function Areas({ areas }: { areas: Area[] | undefined }) {
  if (!areas?.length) return <Empty>{t('state.unknown')}</Empty>;
  return <ul>{areas.map((area) => <li key={area.region}><RegionName code={area.region} name={area.regionName} /><AreaNote area={area} /></li>)}</ul>;
}

/** A service that was found: what it is, where it works, who offers it, for whom, and where all this is known from. */
export function ServiceView({ id }: { id: string }) {
  const answer = useAnswer(`service/${id}`, (stop) => service(id, stop));
  useAbout(answer.data?.name);
  const owners = useSeats(answer.data?.organization === undefined ? [] : [answer.data.organization]) ?? [];
  const mayEdit = rights.value.mayEdit('service', ...owners);
  return (
    <Answered answer={answer} heading={t('kind.service')}>
      {(it) => (
        <article class="stack loose">
          <header class="stack tight">
            <p class="small quiet">{t('kind.service')}</p>
            <h1>{it.name}</h1>
            <p class="row small">
              {it.status && it.status !== 'active' && <span class="tag">{named('serviceStatus', it.status)}</span>}
              {it.provenance?.example && <span class="tag">{t('state.exampleLong')}</span>}
            </p>
            {it.provenance && <Fresh of={['service', it.id]} provenance={it.provenance} edit={mayEdit ? to('serviceForm', it.id) : undefined} />}
            {it.organization && <Offered by={it.organization} areas={it.areas} />}
            {mayEdit && <p class="actions"><Link class="button" to={to('serviceForm', it.id)}><Icon name="edit" size={18} />{t('serviceForm.change')}</Link></p>}
            <Improve mayEdit={mayEdit} form={to('serviceForm', it.id)} />
          </header>
          {it.description && <p>{it.description}</p>}
          <Facts service={it} />
          <section class="stack tight"><h2>{t('field.areas')}</h2><Areas areas={it.areas} /></section>
          <History kind="service" id={it.id} version={it.version} mayRestore={mayEdit} />
        </article>
      )}
    </Answered>
  );
}
