import type { ComponentChildren } from 'preact';
import type { Partner } from '../../api/answers';
import type { OrganizationPage } from '../../api/shapes';
import { to } from '../../network/route';
import { labelOf } from '../../network/state';
import { Link } from '../../ui/Link';
import { Named, whereOf } from '../../ui/Row';
import { inIndonesian, kilometres, named, number, percent, t } from '../../words';
import { freshOf } from '../organizations/Fresh';
import { pointsOf, shares } from './shares';
import { distanceOf, wholeOf } from './table';

/** One organization of a comparison, and what was suggested of it, when it was. */
export interface Side { page: OrganizationPage; partner?: Partner | undefined }

/** So many partners of each are named. */
const mostPartners = 8;

interface Shared { own: string[]; others: string[]; words: (code: string) => ComponentChildren; order: (code: string) => string }

/** What another one has as well stands first and in bold, so that the eye finds what is only with one. */
function Some({ own, others, words, order }: Shared) {
  if (own.length === 0) return <span class="quiet">{t('state.unknown')}</span>;
  const sorted = [...own].sort((a, b) => order(a).localeCompare(order(b)));
  const isShared = (code: string) => others.includes(code);
  return <ul class="bare">{[...sorted.filter(isShared), ...sorted.filter((code) => !isShared(code))].map((code) => <li key={code}>{isShared(code) ? <strong>{words(code)}<span class="hidden"> ({t('compare.both')})</span></strong> : words(code)}</li>)}</ul>;
}

function Verified({ page }: Side) {
  const { provenance } = page.organization;
  const { source, example } = provenance;
  return <>{freshOf(provenance)}<span class="quiet small block"><span {...inIndonesian(example)}>{source}</span>{example && <span class="tag">{t('state.example')}</span>}</span></>;
}

function Services({ page }: Side) {
  if (page.services.length === 0) return <span class="quiet">{t('organization.noServices')}</span>;
  return <ul class="bare">{page.services.map((s) => <li key={s.id}><Link to={to('service', s.id)}>{s.name}</Link></li>)}</ul>;
}

function Where({ page, partner }: Side) {
  const { km, approximate } = (partner && distanceOf(partner)) ?? {};
  return <>{whereOf(partner?.organization ?? page.organization) ?? t('state.unknown')}{km !== undefined && <span class="quiet small block">{t(approximate ? 'compare.away' : 'compare.awayExactly', { km: kilometres(km) })}</span>}</>;
}

const current = ({ page }: Side) => new Map(page.ties.filter((tie) => tie.current).map((tie) => [tie.other.id, tie.other]));

/** With whom each works, by ties that hold. */
function WithWhom({ side, others }: { side: Side; others: Side[] }) {
  const partners = current(side);
  if (partners.size === 0) return <span class="quiet">{t('state.unknown')}</span>;
  const shared = new Set(others.flatMap((other) => [...current(other).keys()]));
  const ids = [...partners.keys()].sort((a, b) => Number(shared.has(b)) - Number(shared.has(a)) || (partners.get(a)?.name ?? '').localeCompare(partners.get(b)?.name ?? ''));
  return (
    <>
      <Some own={ids.slice(0, mostPartners)} others={[...shared]} order={(id) => partners.get(id)?.name ?? ''} words={(id) => <Link to={to('organization', id)}>{partners.get(id)?.name ?? id}</Link>} />
      {ids.length > mostPartners && <span class="quiet small block">{t('fragility.more', { count: ids.length - mostPartners })}</span>}
    </>
  );
}

function Points({ partner, name, share }: { partner: Partner | undefined; name: string; share: number }) {
  const part = partner?.parts.find((p) => p.part === name);
  if (!part) return <span class="quiet">{t(partner ? 'compare.nothing' : 'compare.filtered')}</span>;
  return <><span class="row"><meter min={0} max={1} value={part.value} aria-label={named('part', name)} /><span class="numbers">{t('partners.points', { count: pointsOf(part.value, share), total: number(share) })}</span></span><span class="small block">{part.sentence}</span></>;
}

const Line = ({ label, of }: { label: string; of: ComponentChildren[] }) => <tr><th scope="row">{label}</th>{of.map((cell, index) => <td key={index}>{cell}</td>)}</tr>;

/** Where the points of each come from, by what they weigh. */
function Matches({ sides, weights }: { sides: Side[]; weights: Record<string, number> }) {
  const parts = shares(weights);
  return <>{Object.entries(weights).filter(([, weight]) => weight > 0).map(([part]) => <Line key={part} label={named('part', part)} of={sides.map(({ partner }) => <Points partner={partner} name={part} share={parts[part] ?? 0} />)} />)}</>;
}

function Lines({ sides, weights }: { sides: Side[]; weights: Record<string, number> | undefined }) {
  const each = (make: (side: Side, others: Side[]) => ComponentChildren) => sides.map((side) => make(side, sides.filter((other) => other !== side)));
  const codes = (list: string, of: (side: Side) => string[] | undefined) => each((side, others) => <Some own={of(side) ?? []} others={others.flatMap((other) => of(other) ?? [])} words={(code) => labelOf(list, code)} order={(code) => labelOf(list, code)} />);
  const whole = weights && wholeOf(weights);
  return (
    <tbody>
      {whole !== undefined && <Line label={t('compare.match')} of={each(({ partner }) => (partner ? <span class="numbers">{percent(partner.score / whole)}</span> : <span class="quiet">{t('compare.filtered')}</span>))} />}
      <Line label={t('table.kind')} of={each(({ page }) => page.organization.kindLabel)} />
      <Line label={t('compare.where')} of={each((side) => <Where {...side} />)} />
      <Line label={t('organization.offers')} of={codes('skill', ({ page }) => page.organization.offers)} />
      <Line label={t('organization.needs')} of={codes('skill', ({ page }) => page.organization.needs)} />
      <Line label={t('organization.issues')} of={codes('issue', ({ page }) => page.organization.issues)} />
      <Line label={t('organization.services')} of={each((side) => <Services {...side} />)} />
      <Line label={t('compare.partners')} of={each((side, others) => <WithWhom side={side} others={others} />)} />
      <Line label={t('compare.verified')} of={each((side) => <Verified {...side} />)} />
      {weights && <Matches sides={sides} weights={weights} />}
    </tbody>
  );
}

/** Some organizations side by side: what each offers and needs, where, with whom, how it was verified, and, of suggestions, where their points come from. */
export function ComparedTable({ sides, weights, head }: { sides: Side[]; weights?: Record<string, number>; head?: (side: Side) => ComponentChildren }) {
  return (
    <>
      <p class="small quiet">{t('compare.bold')}</p>
      <div class={sides.length > 2 ? 'compared many' : 'compared'} role="group" aria-label={t('compare.table')} {...(sides.length > 2 ? { tabIndex: 0 } : {})}>
        <table>
          <caption class="hidden">{t(sides.length === 2 && weights ? 'compare.title' : 'compare.table')}</caption>
          <thead><tr><td><span class="hidden">{t('compare.aspect')}</span></td>{sides.map((side) => <th key={side.page.organization.id} scope="col"><Named organization={side.page.organization} />{head?.(side)}</th>)}</tr></thead>
          <Lines sides={sides} weights={weights} />
        </table>
      </div>
    </>
  );
}
