import type { TieOnPage } from '../../api/shapes';
import { to } from '../../network/route';
import { isSteward } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Named } from '../../ui/Row';
import { Empty } from '../../ui/States';
import { date, t } from '../../words';

const reverse = { out: '→', in: '←', both: '↔' } as const;

/** Line as on the map: solid, dashed, dotted, grey; its width is the strength. */
function Line({ tie }: { tie: TieOnPage }) {
  const dash = { confirmed: 'none', proposed: '6 4', disputed: '1.500 4', ended: 'none' }[tie.status];
  return <svg class="tie-line" width="26" height="10" aria-hidden="true"><path d="M2 5h22" stroke={tie.status === 'ended' ? 'var(--edge)' : 'currentColor'} stroke-width={tie.status === 'ended' ? 1 : 1 + (tie.strength ?? 2) * 0.6} stroke-dasharray={dash} stroke-linecap="round" /></svg>;
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
    </li>
  );
}

export function TieList({ ties, empty }: { ties: TieOnPage[]; empty: string }) {
  if (ties.length === 0) return empty ? <Empty>{empty}</Empty> : null;
  return <ul class="list">{ties.map((tie) => <TieRow key={tie.id} tie={tie} />)}</ul>;
}
