import { contacts } from '../../api/questions';
import type { OrganizationPage } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { useDay } from '../../network/useDay';
import { to } from '../../network/route';
import { isSteward, rights } from '../../network/state';
import { Fold } from '../../ui/Fold';
import { Link } from '../../ui/Link';
import { t } from '../../words';
import { lacksOf } from './upkeep';

/** For who keeps an organization: what is missing or old on its page and why it matters. A steward, who keeps all of them, opens it when she wants. */
export function Upkeep({ page }: { page: OrganizationPage }) {
  const { organization } = page;
  const may = rights.value.mayEdit('organization', organization);
  const seen = useAnswer(may ? `contacts/${organization.id}` : undefined, (stop) => contacts(organization.id, stop));
  const lacks = lacksOf(page, seen.data?.items.length, useDay());
  if (!may || lacks.length === 0) return null;
  const list = (
    <ul class="list">
      {lacks.map(({ lack, count }) => (
        <li key={lack} class="item stack tight">
          <p><b>{t(`upkeep.${lack}`, { count })}</b></p>
          <p class="small quiet">{t(`upkeep.${lack}.why`)}</p>
        </li>
      ))}
    </ul>
  );
  const way = <p class="actions"><Link class="button" to={to('organizationForm', organization.id)}>{t('upkeep.fill')}</Link></p>;
  if (isSteward.value) return <Fold name={`upkeep/${organization.id}`} class="panel" summary={<span>{t('upkeep.title')} <span class="quiet numbers">{lacks.length}</span></span>}>{list}{way}</Fold>;
  return <section class="stack" aria-label={t('upkeep.title')}><h2>{t('upkeep.title')}</h2>{list}{way}</section>;
}
