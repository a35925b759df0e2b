import { useEffect } from 'preact/hooks';
import { preview } from '../../api/preview';
import { tally } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { readHidden } from '../../map/families';
import { route, to } from '../../network/route';
import { slash, switchSlash } from '../../network/slash';
import { inView, isSignedIn, isSteward, rights, shown } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Share } from '../../taking/Share';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { lazy } from '../../ui/lazy';
import { Check } from '../../ui/Fields';
import { Link } from '../../ui/Link';
import { OrganizationRow } from '../../ui/Row';
import { Answered, Empty } from '../../ui/States';
import { number, t } from '../../words';
import { Unfinished } from '../editing/Unfinished';
import { MyRights } from '../session/MyRights';
import { Legend } from './Legend';

/** Tables are fetched when somebody wants one. */
const Organizations = lazy(() => import('../../taking/OrganizationsTable').then((m) => m.OrganizationsTable));

function InView() {
  const view = inView.value;
  if (!view) return null;
  if (view.total === 0) return <Empty>{t(leftOut() ? 'map.inViewHidden' : 'map.inViewNone')}</Empty>;
  return (
    <>
      {view.total > view.items.length && <p class="quiet">{t('map.inViewMany', { count: view.total })}{view.items.length > 0 && <> {t('map.inViewSome', { count: view.items.length })}</>}</p>}
      {view.items.length > 0 && <ShapeSwitch />}
      {asTable() ? <Organizations title={t('map.inView')} organizations={view.items} /> : <ul class="list">{view.items.map((o) => <OrganizationRow key={o.id} organization={o} />)}</ul>}
    </>
  );
}

/** The families that the legend leaves out; nothing when all are shown. */
const leftOut = () => readHidden(route.value.query).join(',');

/** How many organizations each province has of what the legend shows: the list that is there before the map. */
function Provinces() {
  const without = leftOut();
  const answer = useAnswer(`tally/without/${without}`, (stop) => tally({ without }, stop));
  return (
    <Answered answer={answer} lines={8}>
      {({ items }) => <>{without && <p class="small quiet">{t('region.leftOut')}</p>}<ul class="columns small">{items.map((r) => <li key={r.code}><Link to={to('region', undefined, { kode: r.code })}>{r.name}</Link> <span class="quiet numbers">{number(r.organizations)}</span></li>)}</ul></>}
    </Answered>
  );
}

/** To the suggestions, for whoever signed in; to suggest an organization, for who may not add one. */
function SuggestionsWay() {
  const mayAdd = rights.value.mayAdd('organization');
  return (
    <p class="small row">
      {isSignedIn.value && <Link to={to('suggestions')}>{t('suggestions.title')}</Link>}
      {!mayAdd && preview === undefined && (isSignedIn.value ? <Link to={to('organizationForm')}>{t('suggest.add')}</Link> : <a href="/usulkan">{t('suggest.add')}</a>)}
    </p>
  );
}

/** What is on the map now, and the provinces; who is named comes first where all are, else the provinces, which are there before the map and stay where they are when it comes. */
function Lists() {
  const view = inView.value;
  const named = view !== undefined && view.total <= view.items.length;
  const provinces = <section key="provinces" class="stack"><h2>{t('region.byProvince')}</h2><Provinces /></section>;
  const onMap = view && <section key="view" class="stack"><h2>{t('map.inView')}</h2><InView /></section>;
  return named ? <>{onMap}{provinces}</> : <>{provinces}{onMap}</>;
}

/** The start: what this is, what the signs mean, and what is on the map now. */
export function MapHome() {
  useEffect(() => { shown.value = {}; }, []);
  return (
    <div class="stack loose">
      <header class="stack tight">
        <div class="headed"><h1>{t('map.welcome')}</h1><Share title={t('map.label')} /></div>
        <p class="quiet">{t('map.welcomeText')}</p>
        {rights.value.mayAdd('organization') && <p><Link class="button" to={to('organizationForm')}><Icon name="plus" size={16} />{t('map.add')}</Link></p>}
      </header>
      <MyRights />
      <Unfinished />
      <section class="stack"><h2>{t('map.legend')}</h2><Legend /></section>
      <Lists />
      <SuggestionsWay />
      <div class="keys"><Check label={t('search.switch')} checked={slash.value} onChange={switchSlash} /></div>
      <p class="small row"><Link to={to('download')}>{t('download.title')}</Link>{isSteward.value && <Link to={to('import')}>{t('import.title')}</Link>}{rights.value.merges && <Link to={to('duplicates')}>{t('duplicates.title')}</Link>}<a href="/privasi">{t('privacy.title')}</a></p>
    </div>
  );
}
