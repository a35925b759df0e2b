import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Partner, Partners } from '../../api/answers';
import { organizationPage } from '../../api/questions';
import type { OrganizationPage, Summary } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { to } from '../../network/route';
import { labelOf } from '../../network/state';
import { Link } from '../../ui/Link';
import { goTo } from '../../ui/Outcome';
import { useWholeSheet } from '../../ui/room';
import { Named, whereOf } from '../../ui/Row';
import { Answered } from '../../ui/States';
import { inIndonesian, kilometres, named, number, percent, t } from '../../words';
import { freshOf } from '../organizations/Fresh';
import { compare } from './comparing';
import { Propose, ProposeWay, proposing } from './Propose';
import { pointsOf, shares } from './shares';
import { distanceOf, wholeOf } from './table';

interface Side { page: OrganizationPage; partner: Partner | undefined }

/** What both have stands first and in bold, so that the eye finds what is only with one. */
function Codes({ codes = [], other = [], name }: { codes: string[] | undefined; other: string[] | undefined; name: string }) {
  if (codes.length === 0) return <span class="quiet">{t('state.unknown')}</span>;
  const words = new Map(codes.map((code) => [code, labelOf(name, code)]));
  const sorted = [...codes].sort((a, b) => (words.get(a) ?? a).localeCompare(words.get(b) ?? b));
  const both = sorted.filter((code) => other.includes(code));
  return <ul class="bare">{[...both, ...sorted.filter((code) => !both.includes(code))].map((code) => <li key={code}>{both.includes(code) ? <strong>{words.get(code)}<span class="hidden"> ({t('compare.both')})</span></strong> : words.get(code)}</li>)}</ul>;
}

function Verified({ page }: { page: OrganizationPage }) {
  const { provenance } = page.organization;
  const { source, example } = provenance;
  return <>{freshOf(provenance)}<span class="quiet small block"><span {...inIndonesian(example)}>{source}</span>{example && <span class="tag">{t('state.example')}</span>}</span></>;
}

function Services({ page }: { page: OrganizationPage }) {
  if (page.services.length === 0) return <span class="quiet">{t('organization.noServices')}</span>;
  return <ul class="bare">{page.services.map((s) => <li key={s.id}><Link to={to('service', s.id)}>{s.name}</Link></li>)}</ul>;
}

function Where({ page, partner }: Side) {
  const { km, approximate } = (partner && distanceOf(partner)) ?? {};
  return <>{whereOf(partner?.organization ?? page.organization) ?? t('state.unknown')}{km !== undefined && <span class="quiet small block">{t(approximate ? 'compare.away' : 'compare.awayExactly', { km: kilometres(km) })}</span>}</>;
}

function Points({ partner, name, share }: { partner: Partner | undefined; name: string; share: number }) {
  const part = partner?.parts.find((p) => p.part === name);
  if (!part) return <span class="quiet">{t(partner ? 'compare.nothing' : 'compare.filtered')}</span>;
  return <><span class="row"><meter min={0} max={1} value={part.value} aria-label={named('part', name)} /><span class="numbers">{t('partners.points', { count: pointsOf(part.value, share), total: number(share) })}</span></span><span class="small block">{part.sentence}</span></>;
}

function Line({ label, of }: { label: string; of: [ComponentChildren, ComponentChildren] }) {
  return <tr><th scope="row">{label}</th><td>{of[0]}</td><td>{of[1]}</td></tr>;
}

function Head({ organization, partner, from }: { organization: Summary; partner: Partner | undefined; from: Summary }) {
  return (
    <th scope="col">
      <Named organization={organization} />
      <p class="small"><ProposeWay from={from} partner={partner ?? { organization }} plain /></p>
      <p class="small"><Link to={to('introductions', undefined, { dari: from.id, ke: organization.id })}>{t('partners.introduce')}</Link></p>
    </th>
  );
}

function Lines({ sides: [a, b], weights }: { sides: [Side, Side]; weights: Record<string, number> }) {
  const [whole, parts] = [wholeOf(weights), shares(weights)];
  const both = (make: (side: Side, other: Side) => ComponentChildren): [ComponentChildren, ComponentChildren] => [make(a, b), make(b, a)];
  const match = ({ partner }: Side) => (partner ? <span class="numbers">{percent(partner.score / whole)}</span> : <span class="quiet">{t('compare.filtered')}</span>);
  return (
    <tbody>
      <Line label={t('compare.match')} of={both(match)} />
      <Line label={t('table.kind')} of={both(({ page }) => page.organization.kindLabel)} />
      <Line label={t('compare.where')} of={both((side) => <Where {...side} />)} />
      <Line label={t('organization.offers')} of={both((s, o) => <Codes name="skill" codes={s.page.organization.offers} other={o.page.organization.offers} />)} />
      <Line label={t('organization.needs')} of={both((s, o) => <Codes name="skill" codes={s.page.organization.needs} other={o.page.organization.needs} />)} />
      <Line label={t('organization.issues')} of={both((s, o) => <Codes name="issue" codes={s.page.organization.issues} other={o.page.organization.issues} />)} />
      <Line label={t('organization.services')} of={both(({ page }) => <Services page={page} />)} />
      <Line label={t('compare.verified')} of={both(({ page }) => <Verified page={page} />)} />
      {Object.entries(weights).filter(([, weight]) => weight > 0).map(([part]) => <Line key={part} label={named('part', part)} of={both(({ partner }) => <Points partner={partner} name={part} share={parts[part] ?? 0} />)} />)}
    </tbody>
  );
}

/** Whoever has just chosen the second one is led to the comparison; whoever came by its address is left alone. */
function useArrival() {
  useEffect(() => {
    if (!document.activeElement?.closest('.item')) return;
    goTo('comparison');
  }, []);
}

/** Two suggestions side by side: what each offers and needs, where it is, how it was verified, and where its points come from. */
export function Compare({ answer, ids: [one, other] }: { answer: Partners; ids: [string, string] }) {
  useWholeSheet(true);
  useArrival();
  const pages = [useAnswer(`organization/${one}`, (stop) => organizationPage(one, stop)), useAnswer(`organization/${other}`, (stop) => organizationPage(other, stop))] as const;
  const sideOf = (page: OrganizationPage): Side => ({ page, partner: answer.items.find((p) => p.organization.id === page.organization.id) });
  return (
    <section class="stack" aria-labelledby="comparison">
      <div class="row apart">
        <h2 id="comparison" tabIndex={-1}>{t('compare.title')}</h2>
        <button type="button" class="plain" onClick={() => compare([])}>{t('compare.close')}</button>
      </div>
      <Answered answer={pages[0]} lines={8}>{(first) => (
        <Answered answer={pages[1]} lines={8}>{(second) => (
          <><p class="small quiet">{t('compare.bold')}</p><div class="compared">
            <table>
              <caption class="hidden">{t('compare.title')}</caption>
              <thead><tr><td><span class="hidden">{t('compare.aspect')}</span></td>{[first, second].map(({ organization }) => <Head key={organization.id} organization={organization} partner={answer.items.find((p) => p.organization.id === organization.id)} from={answer.organization} />)}</tr></thead>
              <Lines sides={[sideOf(first), sideOf(second)]} weights={answer.weights} />
            </table>
          </div>
          {[first, second].filter(({ organization }) => organization.id === proposing()).map(({ organization }) => <Propose key={organization.id} from={answer.organization} other={organization} />)}</>
        )}</Answered>
      )}</Answered>
    </section>
  );
}
