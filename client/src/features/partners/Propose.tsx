import { useEffect } from 'preact/hooks';
import type { Partner } from '../../api/answers';
import type { Summary } from '../../api/shapes';
import { route, to } from '../../network/route';
import { rights } from '../../network/state';
import { lazy } from '../../ui/lazy';
import { Link } from '../../ui/Link';
import { goTo } from '../../ui/Outcome';
import { t } from '../../words';
import { canPropose } from './proposing';

const Form = lazy(() => import('../ties/TieForm').then((m) => m.ProposeTie));

/** Whom a tie is being proposed to (usul=id), in the midst of the suggestions. */
export const proposing = () => (rights.value.mayAdd('tie') ? route.value.query['usul'] : undefined);

/** The suggestions with the form open for somebody, or with none. */
const suggestions = (usul?: string) => to('partners', undefined, { ...route.value.query, usul });

/** Where the focus goes back to once the form is closed. */
const placeOf = (id: string) => `propose-${id}`;

/** The form for a tie, where the suggestion stands; whoever opens it is led to it, and back to the suggestion afterwards. */
export function Propose({ from, other, name }: { from: string; other: string; name: string }) {
  useEffect(() => {
    goTo('proposing');
    return () => requestAnimationFrame(() => (document.getElementById(placeOf(other)) ?? document.getElementById('found'))?.focus());
  }, []);
  return <section id="proposing" class="proposing" tabIndex={-1} aria-label={t('partners.proposeTo', { name })}><Form from={from} to={other} back={suggestions()} /></section>;
}

/** The way to propose a tie, or that somebody has done so already. */
export function ProposeWay({ from, partner: { organization, proposed }, plain }: { from: Summary; partner: Pick<Partner, 'organization' | 'proposed'>; plain?: boolean }) {
  if (proposed ? !rights.value.mayEdit('tie', from, organization) : !canPropose(from, organization)) return null;
  return (
    <span {...(plain ? {} : { id: placeOf(organization.id) })} tabIndex={-1}>
      {proposed
        ? <><span class="tag">{t('tieStatus.proposed')}</span> <Link class="plain" to={to('tieForm', proposed)}>{t('partners.proposed')}<span class="hidden"> {organization.name}</span></Link></>
        : <Link {...(plain ? {} : { class: 'button' })} to={suggestions(organization.id)}>{t('partners.propose')}<span class="hidden"> {organization.name}</span></Link>}
    </span>
  );
}
