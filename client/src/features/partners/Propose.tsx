import { useEffect } from 'preact/hooks';
import type { Partner } from '../../api/answers';
import { preview } from '../../api/preview';
import type { Summary } from '../../api/shapes';
import { route, to } from '../../network/route';
import { isSignedIn, rights } from '../../network/state';
import { lazy } from '../../ui/lazy';
import { Link } from '../../ui/Link';
import { goTo } from '../../ui/Outcome';
import { NotAllowed } from '../../ui/States';
import { t } from '../../words';
import { canBegin, canPropose } from './proposing';

const Form = lazy(() => import('../ties/TieForm').then((m) => m.ProposeTie));

/** Whom a tie is being proposed to (usul=id), in the midst of the suggestions. */
export const proposing = () => (preview === undefined ? route.value.query['usul'] : undefined);

/** The suggestions with the form open for somebody, or with none. */
const suggestions = (usul?: string) => to('partners', undefined, { ...route.value.query, usul });

/** Where the focus goes back to once the form is closed. */
const placeOf = (id: string) => `propose-${id}`;

/** For who may not propose it herself: who can, and what she can do now. */
function How({ from, other }: { from: string; other: string }) {
  const signedIn = isSignedIn.value;
  return (
    <>
      <NotAllowed what={t(signedIn ? 'partners.mayNot' : 'partners.whoProposes')} how={t('partners.whoRecords')} signIn={!signedIn} />
      <p class="row">
        {signedIn ? <Link class="button" to={to('tieForm', undefined, { dari: from, ke: other })}>{t('partners.propose')}</Link> : <a class="button" href={`/usulkan/${from}`}>{t('partners.tellSteward')}</a>}
        <Link class="plain" to={suggestions()}>{t('form.cancel')}</Link>
      </p>
    </>
  );
}

/** The form for a tie, where the suggestion stands, or how one comes about; whoever opens it is led to it, and back to the suggestion afterwards. */
export function Propose({ from, other }: { from: Summary; other: Summary }) {
  useEffect(() => {
    goTo('proposing');
    return () => requestAnimationFrame(() => (document.getElementById(placeOf(other.id)) ?? document.getElementById('found'))?.focus());
  }, []);
  return (
    <section id="proposing" class="proposing stack" tabIndex={-1} aria-label={t('partners.proposeTo', { name: other.name })}>
      {canPropose(from, other) ? <Form from={from.id} to={other.id} back={suggestions()} /> : <How from={from.id} other={other.id} />}
    </section>
  );
}

/** The way to propose a tie, or that somebody has done so already. */
export function ProposeWay({ from, partner: { organization, proposed }, plain }: { from: Summary; partner: Pick<Partner, 'organization' | 'proposed'>; plain?: boolean }) {
  if (proposed ? !rights.value.mayEdit('tie', from, organization) : !canBegin(from, organization)) return null;
  return (
    <span {...(plain ? {} : { id: placeOf(organization.id) })} tabIndex={-1}>
      {proposed
        ? <><span class="tag">{t('tieStatus.proposed')}</span> <Link class="plain" to={to('tieForm', proposed)}>{t('partners.proposed')}<span class="hidden"> {organization.name}</span></Link></>
        : <Link {...(plain ? {} : { class: 'button' })} to={suggestions(organization.id)}>{t('partners.propose')}<span class="hidden"> {organization.name}</span></Link>}
    </span>
  );
}
