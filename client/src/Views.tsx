import { useLayoutEffect } from 'preact/hooks';
import { first, putFirst, takeTyped } from './first';
import { lazy } from './ui/lazy';
import { MapHome } from './features/organizations/MapHome';
import { OrganizationView } from './features/organizations/OrganizationView';
import { RegionView } from './features/search/RegionView';
import { SearchView } from './features/search/SearchView';
import { ServiceView } from './features/organizations/ServiceView';
import { type View, route, to } from './network/route';
import { Icon } from './ui/Icon';
import { Link } from './ui/Link';
import { type Key, t } from './words';

const Partners = lazy(() => import('./features/partners/PartnersView').then((m) => m.PartnersView));
const Introductions = lazy(() => import('./features/introductions/IntroductionsView').then((m) => m.IntroductionsView));
const Coverage = lazy(() => import('./features/coverage/CoverageView').then((m) => m.CoverageView));
const Closing = lazy(() => import('./features/coverage/ClosingView').then((m) => m.ClosingView));
const Shortlist = lazy(() => import('./features/shortlist/ShortlistView').then((m) => m.ShortlistView));
const Fragility = lazy(() => import('./features/coverage/FragilityView').then((m) => m.FragilityView));
const Activity = lazy(() => import('./features/activity/ActivityView').then((m) => m.ActivityView));
const Changeset = lazy(() => import('./features/activity/ChangesetView').then((m) => m.ChangesetView));
const OrganizationForm = lazy(() => import('./features/organizations/OrganizationForm').then((m) => m.OrganizationForm));
const TieView = lazy(() => import('./features/ties/TieView').then((m) => m.TieView));
const Waiting = lazy(() => import('./features/ties/WaitingView').then((m) => m.WaitingView));
const TieForm = lazy(() => import('./features/ties/TieForm').then((m) => m.TieForm));

const UnitForm = lazy(() => import('./features/organizations/UnitForm').then((m) => m.UnitForm));
const PlaceForm = lazy(() => import('./features/organizations/PlaceForm').then((m) => m.PlaceForm));
const ServiceForm = lazy(() => import('./features/organizations/ServiceForm').then((m) => m.ServiceForm));
const NeedForm = lazy(() => import('./features/coverage/NeedForm').then((m) => m.NeedForm));
const TermForm = lazy(() => import('./features/terms/TermForm').then((m) => m.TermForm));
const GrantForm = lazy(() => import('./features/people/GrantForm').then((m) => m.GrantForm));
const People = lazy(() => import('./features/people/PeopleView').then((m) => m.PeopleView));
const Preview = lazy(() => import('./features/preview/PreviewView').then((m) => m.PreviewView));
const Care = lazy(() => import('./features/care/CareView').then((m) => m.CareView));
const Suggestions = lazy(() => import('./features/suggestions/SuggestionsView').then((m) => m.SuggestionsView));
const Download = lazy(() => import('./features/download/DownloadView').then((m) => m.DownloadView));
const Import = lazy(() => import('./features/imports/ImportView').then((m) => m.ImportView));
const Duplicates = lazy(() => import('./features/duplicates/DuplicatesView').then((m) => m.DuplicatesView));
const Manage = lazy(() => import('./features/manage/ManageView').then((m) => m.ManageView));
const Terms = lazy(() => import('./features/terms/TermsView').then((m) => m.TermsView));

/** The forms, each of which adds without an id and changes with one. */
const forms = { organizationForm: OrganizationForm, tieForm: TieForm, unitForm: UnitForm, placeForm: PlaceForm, serviceForm: ServiceForm, needForm: NeedForm, termForm: TermForm, grantForm: GrantForm } as const;
const isForm = (view: View): view is keyof typeof forms => Object.hasOwn(forms, view);

const titles: Record<Exclude<View, keyof typeof forms>, Key> = {
  map: 'place.map', organization: 'organization.page', region: 'kind.region', service: 'kind.service', tie: 'kind.tie', waiting: 'waiting.title', search: 'search.label',
  partners: 'partners.title', introductions: 'introductions.title', coverage: 'coverage.title', activity: 'activity.title', changeset: 'activity.title', terms: 'terms.title', people: 'people.title', preview: 'preview.title', suggestions: 'suggestions.title', care: 'care.title', download: 'download.title', import: 'import.title', duplicates: 'duplicates.title', manage: 'manage.title', fragility: 'fragility.title', closing: 'closing.title', shortlist: 'shortlist.title', missing: 'state.missing',
};
export function titleOf(view: View, id: string | undefined) {
  return t(isForm(view) ? (id === undefined ? `${view}.new` : `${view}.change`) : titles[view]);
}

function Missing() {
  return <div class="stack"><h1>{t('state.missing')}</h1><div class="note bad"><Icon name="warning" /><div class="stack tight grow"><p>{t('state.missingWhy')}</p><p><Link to={to('map')}>{t('state.home')}</Link></p></div></div></div>;
}

function choose(view: View, id: string | undefined) {
  if (isForm(view)) {
    const Form = forms[view];
    return <Form key={view + (id ?? '')} {...(id === undefined ? {} : { id })} />;
  }
  switch (view) {
    case 'map': return <MapHome />;
    case 'search': return <SearchView />;
    case 'region': return <RegionView />;
    case 'service': return <ServiceView key={id} id={id ?? ''} />;
    case 'organization': return <OrganizationView key={id} id={id ?? ''} />;
    case 'tie': return <TieView key={id} id={id ?? ''} />;
    case 'waiting': return <Waiting />;
    case 'partners': return <Partners />;
    case 'introductions': return <Introductions />;
    case 'coverage': return <Coverage />;
    case 'terms': return <Terms />;
    case 'people': return <People />;
    case 'preview': return <Preview />;
    case 'care': return <Care key={id ?? ''} {...(id === undefined ? {} : { id })} />;
    case 'suggestions': return <Suggestions />;
    case 'download': return <Download />;
    case 'import': return <Import />;
    case 'duplicates': return <Duplicates {...(id === undefined ? {} : { id })} />;
    case 'manage': return <Manage />;
    case 'closing': return <Closing />;
    case 'shortlist': return <Shortlist />;
    case 'fragility': return <Fragility key={id ?? ''} {...(id === undefined ? {} : { id })} />;
    case 'activity': return <Activity />;
    case 'changeset': return <Changeset key={id} id={id ?? ''} />;
    default: return <Missing />;
  }
}

export function CurrentView() {
  const { view, id } = route.value;
  useLayoutEffect(() => { if (first.value === undefined) takeTyped(); }, [first.value]);
  return (
    <>
      {first.value !== undefined && <div class="first-answer" ref={putFirst} />}
      <div hidden={first.value !== undefined}>{choose(view, id)}</div>
    </>
  );
}
