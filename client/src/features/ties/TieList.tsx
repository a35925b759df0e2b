import type { TieOnPage } from '../../api/shapes';
import { to } from '../../network/route';
import { isSteward } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Named } from '../../ui/Row';
import { Empty } from '../../ui/States';
import { date, named, t } from '../../words';

const reverse = { out: '→', in: '←', both: '↔' } as const;

/** Line as on the map: solid, dashed, dotted, grey; its width is the strength. */
function Line({ tie }: { tie: TieOnPage }) {
  const dash = { confirmed: 'none', proposed: '6 4', disputed: '1.500 4', ended: 'none' }[tie.status];
  return <svg class="tie-line" width="26" height="10" aria-hidden="true"><path d="M2 5h22" stroke={tie.status === 'ended' ? 'var(--edge)' : 'currentColor'} stroke-width={tie.status === 'ended' ? 1 : 1 + (tie.strength ?? 2) * 0.6} stroke-dasharray={dash} stroke-linecap="round" /></svg>;
}

/** What few ties have, told when they have it: the service, what was put in writing, the work that goes down the chain. */
function About({ tie: { service, agreement, supply } }: { tie: TieOnPage }) {
  if (!service && !agreement && !supply) return null;
  const work = supply && [
    supply.product, supply.tier && t('tie.tier', { count: supply.tier }), supply.paymentBasis && t('tie.paid', { basis: named('paymentBasis', supply.paymentBasis) }),
    supply.workersWomen !== undefined && t('organization.women', { count: supply.workersWomen }), supply.workersMen !== undefined && t('organization.men', { count: supply.workersMen }),
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

function TieRow({ tie }: { tie: TieOnPage }) {
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
      <p class="small quiet row"><Line tie={tie} /><span aria-hidden="true">{reverse[tie.direction]}</span><span>{tie.label}</span></p>
      <div class="row apart">
        <Named organization={tie.other} />
        {isSteward.value && <Link class="plain icon-only" aria-label={t('tie.edit', { name: tie.other.name })} to={to('tieForm', tie.id)}><Icon name="edit" size={16} /></Link>}
      </div>
      <p class="small quiet">{details.join(' · ')}</p>
      <About tie={tie} />
    </li>
  );
}

export function TieList({ ties, empty }: { ties: TieOnPage[]; empty: string }) {
  if (ties.length === 0) return empty ? <Empty>{empty}</Empty> : null;
  return <ul class="list">{ties.map((tie) => <TieRow key={tie.id} tie={tie} />)}</ul>;
}
