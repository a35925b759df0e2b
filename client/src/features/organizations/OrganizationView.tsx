import { useEffect } from 'preact/hooks';
import { organizationPage } from '../../api/questions';
import type { Organization, OrganizationPage } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { summaryOf } from '../../network/marked';
import { go, route, to } from '../../network/route';
import { rights, shown } from '../../network/state';
import { Share } from '../../taking/Share';
import { useAbout } from '../../ui/about';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { whereOf } from '../../ui/Row';
import { Sign } from '../../ui/Sign';
import { colourOf } from '../../ui/signs';
import { Answered } from '../../ui/States';
import { t } from '../../words';
import { History } from '../activity/History';
import { PreviewLink } from '../preview/PreviewLink';
import { Note } from '../shortlist/Note';
import { Improve } from '../suggestions/Improve';
import { About } from './About';
import { AroundSection } from './around/AroundSection';
import { Belongings } from './Belongings';
import { Contacts } from './Contacts';
import { Fresh } from './Fresh';
import { Sources } from './Sources';
import { Ties } from './Ties';
import { whereTold } from './where';
import { lazy } from '../../ui/lazy';

/** What only who keeps it is told comes when she does. */
const Upkeep = lazy(() => import('./Upkeep').then((m) => m.Upkeep));

/** The map shows the organization with its ties for as long as its page is open. */
function useOnMap(page: OrganizationPage | undefined) {
  useEffect(() => {
    if (page) shown.value = { selected: summaryOf(page.organization), ties: page.ties, at: page.at };
  }, [page]);
  useEffect(() => () => { shown.value = {}; }, []);
}

/** A soft disc is either care for somebody's home or all that is known; the page says which. */
function Where({ organization }: { organization: Organization }) {
  const words = whereTold(organization);
  return words ? <p class="quiet small">{organization.position && <span class="disc" aria-hidden="true" style={{ color: `var(${colourOf(organization.family)})` }} />} {words}</p> : null;
}

function Head({ organization: o }: { organization: Organization }) {
  return (
    <header class="stack tight">
      <div class="headed"><p class="row small quiet"><Sign family={o.family} mediates={o.mediates} size={22} label /><span>{[o.kindLabel ?? o.actorKind, whereOf(o)].filter(Boolean).join(' · ')}</span></p><Share title={o.name} /></div>
      <h1>{o.name}{o.acronym ? ` (${o.acronym})` : ''}</h1>
      <p class="row small">
        {o.mediates && <span class="tag">{t('state.mediates')}</span>}
        {o.retired && <span class="tag">{t('state.retired')}</span>}
        {o.provenance.example && <span class="tag">{t('state.exampleLong')}</span>}
      </p>
      <Where organization={o} />
      <Fresh of={['organization', o.id]} provenance={o.provenance} edit={rights.value.mayEdit('organization', o) ? to('organizationForm', o.id) : undefined} />
      <p class="actions">
        <Link class="button first" to={to('partners', undefined, { untuk: o.id })}><Icon name="partners" size={18} />{t('organization.partners')}</Link>
        <Link class="button" to={to('introductions', undefined, { dari: o.id })}><Icon name="introductions" size={18} />{t('organization.introductions')}</Link>
        <Note id={o.id} name={o.name} />
        {rights.value.mayEdit('organization', o) && <Link class="button" to={to('organizationForm', o.id)}><Icon name="edit" size={18} />{t('organization.edit')}</Link>}
      </p>
      <Improve mayEdit={rights.value.mayEdit('organization', o)} form={to('organizationForm', o.id)} page={`/usulkan/${o.id}`} ends={!o.retired} />
    </header>
  );
}

/** For who keeps it: who else does, how it looks to others, and what was merged into it. */
function Keeping({ page: { organization, merged = [] } }: { page: OrganizationPage }) {
  if (!rights.value.mayGive('organization_editor', organization)) return null;
  return (
    <>
      <p class="row"><Link to={to('people', undefined, { organisasi: organization.id })}>{t('people.title')}</Link><PreviewLink /></p>
      {rights.value.merges && merged.map(({ id, name }) => <p key={id} class="small"><Link to={to('duplicates', id)}>{t('duplicates.merged', { name })}</Link></p>)}
    </>
  );
}

/** The address of one that was merged into another becomes that of the other. */
function useLeading(id: string, page: OrganizationPage | undefined) {
  const kept = page?.organization.id;
  useEffect(() => {
    if (kept !== undefined && kept !== id) go({ ...route.value, id: kept }, 'replace');
  }, [id, kept]);
}

export function OrganizationView({ id }: { id: string }) {
  const answer = useAnswer(`organization/${id}`, (stop) => organizationPage(id, stop));
  useOnMap(answer.data);
  useLeading(id, answer.data);
  useAbout(answer.data?.organization.name);
  return (
    <Answered answer={answer} lines={8} heading={t('organization.page')}>
      {(page) => (
        <article class="stack loose">
          <Head organization={page.organization} />
          {rights.value.mayEdit('organization', page.organization) && <Upkeep page={page} />}
          <Contacts id={id} />
          <About organization={page.organization} />
          <Belongings page={page} />
          <Ties page={page} />
          <AroundSection id={id} name={page.organization.name} />
          <Sources page={page} />
          <Keeping page={page} />
          <p><Link to={to('activity', undefined, { sekitar: id })}>{t('near.link')}</Link></p>
          <History kind="organization" id={id} version={page.organization.version} mayRestore={rights.value.mayEdit('organization', page.organization)} />
        </article>
      )}
    </Answered>
  );
}
