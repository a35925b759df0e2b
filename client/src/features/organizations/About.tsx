import type { ComponentChildren } from 'preact';
import type { Counts, Organization } from '../../api/shapes';
import { labelOf } from '../../network/state';
import { date, languageName, list, t } from '../../words';

export function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return <div class="fact"><dt>{term}</dt><dd>{children}</dd></div>;
}

export function Chips({ term, taxonomy, codes, labels }: { term: string; taxonomy: string; codes: string[] | undefined; labels: Record<string, string> | undefined }) {
  if (!codes?.length) return null;
  return <Fact term={term}><ul class="chips">{codes.map((code) => <li key={code} class="chip">{labels?.[code] ?? labelOf(taxonomy, code)}</li>)}</ul></Fact>;
}

/** Absent counts are not known; only what is known is told. */
export function countsText(counts: Counts): string {
  if (counts.held === 'under_five' || counts.held === 'beside') return t(counts.held === 'beside' ? 'held.members' : 'held.under_five');
  const total = (counts.women ?? 0) + (counts.men ?? 0) + (counts.other ?? 0) + (counts.unknown ?? 0);
  const parts = [counts.women === undefined ? '' : t('organization.women', { count: counts.women }), counts.men === undefined ? '' : t('organization.men', { count: counts.men })].filter(Boolean);
  return t('organization.membersText', { count: total }) + (parts.length ? ` (${list(parts)})` : '') + (counts.held ? `; ${t('held.parts')}` : '');
}

export function Source({ provenance }: Pick<Organization, 'provenance'>) {
  const address = provenance.sourceUrl;
  return (
    <Fact term={t('organization.source')}>
      {address?.startsWith('https://') ? <a href={address} rel="noreferrer">{provenance.source}</a> : provenance.source}
    </Fact>
  );
}

/** True when nothing of it is told: a heading with nothing below it says less than none. */
function isBare(o: Organization): boolean {
  const told = [o.purpose, o.members, o.founded, o.legalForm, o.note, o.website?.startsWith('http')];
  return !told.some(Boolean) && ![o.issues, o.offers, o.needs, o.sectors, o.otherNames, o.languages].some((all) => all && all.length > 0);
}

export function About({ organization: o }: { organization: Organization }) {
  if (isBare(o)) return null;
  return (
    <section class="stack">
      <h2>{t('organization.about')}</h2>
      {o.purpose && <p>{o.purpose}</p>}
      <dl class="facts">
        <Chips term={t('organization.issues')} taxonomy="issue" codes={o.issues} labels={o.labels} />
        <Chips term={t('organization.offers')} taxonomy="skill" codes={o.offers} labels={o.labels} />
        <Chips term={t('organization.needs')} taxonomy="skill" codes={o.needs} labels={o.labels} />
        <Chips term={t('organization.sectors')} taxonomy="sector" codes={o.sectors} labels={o.labels} />
        {o.members && <Fact term={t('organization.members')}>{countsText(o.members)}{o.members.source && <span class="quiet small block">{o.members.source}{o.members.date ? `, ${date(o.members.date)}` : ''}</span>}</Fact>}
        {o.otherNames && <Fact term={t('field.otherNames')}>{list(o.otherNames)}</Fact>}
        {o.languages && <Fact term={t('field.languages')}>{list(o.languages.map(languageName))}</Fact>}
        {o.founded && <Fact term={t('organization.founded')}>{String(o.founded)}</Fact>}
        {o.legalForm && <Fact term={t('organization.legal')}>{labelOf('legal_form', o.legalForm)}</Fact>}
        {o.website?.startsWith('http') && <Fact term={t('organization.website')}><a href={o.website} rel="noreferrer">{o.website}</a></Fact>}
        {o.note && <Fact term={t('organization.note')}>{o.note}</Fact>}
      </dl>
    </section>
  );
}
