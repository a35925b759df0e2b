import type { TieOnPage } from '../../api/shapes';
import type { Whose } from '../../network/rights';
import { to } from '../../network/route';
import { rights } from '../../network/state';
import { lineOf } from '../../network/ties';
import { Icon } from '../../ui/Icon';
import { Line } from '../../ui/Line';
import { Link } from '../../ui/Link';
import { Named } from '../../ui/Row';
import { date, named, t } from '../../words';

const reverse = { out: '→', in: '←', both: '↔' } as const;

/** What few ties have, told when they have it: the service, what was put in writing, the work that goes down the chain. */
function About({ tie: { service, agreement, supply } }: { tie: TieOnPage }) {
  if (!service && !agreement && !supply) return null;
  const work = supply && [
    supply.product, supply.tier && t('tie.tier', { count: supply.tier }), supply.paymentBasis && t('tie.paid', { basis: named('paymentBasis', supply.paymentBasis) }),
    supply.workersWomen !== undefined && t('organization.women', { count: supply.workersWomen }), supply.workersMen !== undefined && t('organization.men', { count: supply.workersMen }), supply.held && t('held.parts'),
  ].filter(Boolean).join(' · ');
  const paper = agreement && [agreement.kind, agreement.number, agreement.signed && date(agreement.signed), agreement.until && t('tie.until', { date: date(agreement.until) })].filter(Boolean).join(', ');
  return (
    <ul class="small">
      {service && <li>{t('field.service')}: <Link to={to('service', service.id)}>{service.name}</Link></li>}
      {agreement && <li>{t('field.agreement')}: {agreement.link?.startsWith('http') ? <a href={agreement.link} rel="noreferrer">{paper}</a> : paper}</li>}
      {work && <li>{t('field.supply')}: {work}</li>}
    </ul>
  );
}

function TieRow({ tie, of, at }: { tie: TieOnPage; of: Whose; at: string }) {
  const from = tie.from ?? tie.valid?.from;
  const until = tie.until ?? tie.valid?.until;
  const details = [
    tie.status === 'confirmed' ? undefined : t(`tieStatus.${tie.status}`),
    tie.strength === undefined ? undefined : t('tie.strength', { count: tie.strength }),
    from && t('tie.since', { date: date(from) }),
    until && t('tie.until', { date: date(until) }),
    tie.audience === 'parties' ? t('tie.parties') : undefined,
  ].filter(Boolean);
  return (
    <li class="item tie">
      <p class="small quiet row"><Line kind={lineOf(tie, at)} strength={tie.strength} size={26} /><span aria-hidden="true">{reverse[tie.direction]}</span><Link to={to('tie', tie.id)} aria-label={`${tie.label} ${tie.other.name}`}>{tie.label}</Link></p>
      <div class="row apart">
        <Named organization={tie.other} />
        {rights.value.mayEdit('tie', of, tie.other) && <Link class="plain icon-only" aria-label={t('tie.edit', { name: tie.other.name })} to={to('tieForm', tie.id)}><Icon name="edit" size={16} /></Link>}
      </div>
      <p class="small quiet">{details.join(' · ')}</p>
      <About tie={tie} />
      {tie.stated && <ul class="small quiet">{tie.stated.map((said) => <li key={said}>{said}</li>)}</ul>}
    </li>
  );
}

/** Ties of an organization as they stand on a day. */
export function TieList({ ties, of, at }: { ties: TieOnPage[]; of: Whose; at: string }) {
  return <ul class="list">{ties.map((tie) => <TieRow key={tie.id} tie={tie} of={of} at={at} />)}</ul>;
}
