import { useEffect } from 'preact/hooks';
import { organizationPage, service } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { labelOf, shown } from '../../network/state';
import { Named } from '../../ui/Row';
import { Answered } from '../../ui/States';
import { t } from '../../words';
import { RegionName } from '../search/RegionName';
import { summaryOf } from './OrganizationView';

/** The organization that offers the service, on the page and on the map. */
function Offered({ by }: { by: string }) {
  const answer = useAnswer(`organization/${by}`, (stop) => organizationPage(by, stop));
  useEffect(() => { if (answer.data) shown.value = { selected: summaryOf(answer.data.organization) }; }, [answer.data]);
  useEffect(() => () => { shown.value = {}; }, []);
  return answer.data ? <Named organization={answer.data.organization} /> : null;
}

/** A service that was found: what it is, where it works, who offers it. */
export function ServiceView({ id }: { id: string }) {
  const answer = useAnswer(`service/${id}`, (stop) => service(id, stop));
  return (
    <Answered answer={answer}>
      {(it) => (
        <article class="stack">
          <header class="stack tight"><p class="small quiet">{t('kind.service')}</p><h1>{it.name}</h1></header>
          {it.organization && <Offered by={it.organization} />}
          {it.description && <p>{it.description}</p>}
          <ul class="chips">
            {[...(it.terms ?? []).map((c) => labelOf('service_term', c)), ...(it.functions ?? []).map((c) => labelOf('hso_function', c)), ...(it.issues ?? []).map((c) => labelOf('issue', c))].map((label) => <li key={label} class="chip">{label}</li>)}
          </ul>
          {it.capacity !== undefined && <p>{t('organization.capacity', { count: it.capacity })}</p>}
          <h2>{t('field.areas')}</h2>
          <ul>{(it.areas ?? []).map((area) => <li key={area.region}><RegionName code={area.region} name={area.regionName} />{area.withSubregions && <span class="quiet small"> ({t('coverage.withSub')})</span>}</li>)}</ul>
        </article>
      )}
    </Answered>
  );
}
