import { useEffect } from 'preact/hooks';
import { to } from '../../network/route';
import { inView, isSteward, shown } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { OrganizationRow } from '../../ui/Row';
import { Empty } from '../../ui/States';
import { t } from '../../words';
import { Legend } from './Legend';

function InView() {
  const view = inView.value;
  if (!view) return <Empty>{t('map.loading')}</Empty>;
  if (view.total === 0) return <Empty>{t('map.inViewNone')}</Empty>;
  return (
    <>
      {view.total > view.items.length && <p class="quiet">{t('map.inViewMany', { count: view.total })}</p>}
      <ul class="list">{view.items.map((o) => <OrganizationRow key={o.id} organization={o} />)}</ul>
    </>
  );
}

/** The start: what this is, what the signs mean, and what is on the map now. */
export function MapHome() {
  useEffect(() => { shown.value = {}; }, []);
  return (
    <div class="stack loose">
      <header class="stack tight">
        <h1>{t('map.welcome')}</h1>
        <p class="quiet">{t('map.welcomeText')}</p>
        {isSteward.value && <p><Link class="button" to={to('organizationForm')}><Icon name="plus" size={16} />{t('map.add')}</Link></p>}
      </header>
      <section class="stack"><h2>{t('map.legend')}</h2><Legend /></section>
      <section class="stack"><h2>{t('map.inView')}</h2><InView /></section>
    </div>
  );
}
