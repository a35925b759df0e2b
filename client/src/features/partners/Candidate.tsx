import type { Fact, Part, Partner } from '../../api/answers';
import type { Summary } from '../../api/shapes';
import { route, to } from '../../network/route';
import { Fold } from '../../ui/Fold';
import { Link } from '../../ui/Link';
import { Named, OrganizationRow } from '../../ui/Row';
import { type Key, date, isKey, kilometres, named, number, percent, t } from '../../words';
import { compare, readCompared, toggled } from './comparing';
import { Note } from '../shortlist/Note';
import { restsOn } from './facts';
import { canBegin } from './proposing';
import { Propose, ProposeWay, proposing } from './Propose';
import { pointsOf, shares } from './shares';
import { wholeOf } from './table';

/** One fact in words, as a link to what it rests on. */
function FactLine({ fact, of }: { fact: Fact; of: string }) {
  if (fact.fact === 'mutual_partner' && fact.organization) return <Named organization={fact.organization} small />;
  const key = fact.fact === 'distance' && fact.approximate ? 'fact.distance_about' : fact.fact === 'works_in' && fact.service ? 'fact.works_in_with' : fact.unverified ? 'fact.unverified' : `fact.${fact.fact}`;
  if (!isKey(key)) return <>{fact.label ?? fact.regionName ?? fact.fact}</>;
  const words = t(key as Key, {
    label: fact.label ?? fact.code ?? '', count: fact.organizations ?? fact.spare ?? 0, service: fact.service?.name ?? fact.unit ?? '', region: fact.regionName ?? fact.region ?? '',
    km: fact.km === undefined ? '' : kilometres(fact.km), date: fact.lastVerified ? date(fact.lastVerified) : '', organization: fact.organization?.name ?? '',
  });
  return <Link to={restsOn(fact, of)}>{words}</Link>;
}

function PartRow({ part, share, of }: { part: Part; share: number; of: string }) {
  return (
    <li class="part">
      <Fold name={`${of}/${part.part}`} summary={<><span class="grow">{part.sentence}</span><meter min={0} max={1} value={part.value} aria-label={named('part', part.part)} /></>}>
        <p class="small quiet">{named('part', part.part)}: {t('partners.points', { count: pointsOf(part.value, share), total: number(share) })}</p>
        {part.facts && <ul class="evidence small">{part.facts.map((fact, index) => <li key={index}><FactLine fact={fact} of={of} /></li>)}</ul>}
      </Fold>
    </li>
  );
}

/** A suggested partner with its reasons; each reason opens the facts it rests on. */
export function Candidate({ partner, rank, weights, from }: { partner: Partner; rank: number; weights: Record<string, number>; from: Summary }) {
  const { organization } = partner;
  const [whole, parts] = [wholeOf(weights), shares(weights)];
  const compared = readCompared(route.value.query);
  return (
    <OrganizationRow organization={organization} rank={rank}>
      <p class="why">{partner.sentence}</p>
      <Fold name={organization.id} class="reasons" summary={<>{t('partners.why')} <span class="quiet small">{t('partners.score', { percent: percent(partner.score / whole) })}</span></>}>
        <ul>{partner.parts.filter(({ part }) => (weights[part] ?? 0) > 0).map((part) => <PartRow key={part.part} part={part} share={parts[part.part] ?? 0} of={organization.id} />)}</ul>
      </Fold>
      <p class="actions">
        <ProposeWay from={from} partner={partner} />
        <Link class={canBegin(from, organization) ? 'plain' : 'button'} to={to('introductions', undefined, { dari: from.id, ke: organization.id, tanggal: route.value.query['tanggal'] })}>{t('partners.introduce')}</Link>
        <Note id={organization.id} name={organization.name} of={from.id} plain />
        <button type="button" class="plain" aria-pressed={compared.includes(organization.id)} onClick={() => compare(toggled(compared, organization.id))}>{t('compare.choose')}<span class="hidden"> {organization.name}</span></button>
      </p>
      {compared.length === 1 && compared[0] === organization.id && <p class="about small note" role="status">{t('compare.another')}</p>}
      {proposing() === organization.id && compared.length < 2 && <Propose from={from} other={organization} />}
    </OrganizationRow>
  );
}
