import type { ComponentChildren } from 'preact';
import type { Consent, Contact, Counts, Organization } from '../../api/shapes';
import { today } from '../../network/day';
import { labelOf } from '../../network/state';
import { date, languageName, list, named, t } from '../../words';
import { consentOf } from './consent';
import { isCalled, phoneText } from './phone';

export function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return <div class="fact"><dt>{term}</dt><dd>{children}</dd></div>;
}

export function Chips({ term, taxonomy, codes, labels }: { term: string; taxonomy: string; codes: string[] | undefined; labels: Record<string, string> | undefined }) {
  if (!codes?.length) return null;
  return <Fact term={term}><ul class="chips">{codes.map((code) => <li key={code} class="chip">{labels?.[code] ?? labelOf(taxonomy, code)}</li>)}</ul></Fact>;
}

/** Absent counts are not known; only what is known is told. */
export function countsText(counts: Counts): string {
  const total = (counts.women ?? 0) + (counts.men ?? 0) + (counts.other ?? 0) + (counts.unknown ?? 0);
  const parts = [counts.women === undefined ? '' : t('organization.women', { count: counts.women }), counts.men === undefined ? '' : t('organization.men', { count: counts.men })].filter(Boolean);
  return t('organization.membersText', { count: total }) + (parts.length ? ` (${list(parts)})` : '');
}

export function Source({ provenance }: Pick<Organization, 'provenance'>) {
  const address = provenance.sourceUrl;
  return (
    <Fact term={t('organization.source')}>
      {address?.startsWith('https://') ? <a href={address} rel="noreferrer">{provenance.source}</a> : provenance.source}
    </Fact>
  );
}

/** What is known of the consent, in one line; one that does not hold says what to do. */
function consentText(consent: Consent | undefined): string {
  const standing = consentOf(consent, today());
  if (standing !== 'given') return t(`consent.${standing}`);
  const [who, given] = [consent?.givenBy ?? '', consent?.given];
  const since = given ? t('consent.givenOn', { who, date: date(given) }) : t('consent.given', { who });
  return [since, consent?.until && t('tie.until', { date: date(consent.until) })].filter(Boolean).join(' · ');
}

function Contacts({ contacts }: { contacts: Contact[] }) {
  return (
    <ul class="stack tight">
      {contacts.map((c) => (
        <li key={c.channel + c.value}>
          {[c.name, c.role].filter(Boolean).join(', ')} <span class="block">{t('contact.by', { channel: named('channel', c.channel), value: isCalled(c.channel) ? phoneText(c.value) : c.value })}</span>
          <span class="quiet small block">{[c.purpose && t('contact.for', { purpose: c.purpose }), consentText(c.consent)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

export function About({ organization: o }: { organization: Organization }) {
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
        {o.contacts && <Fact term={t('organization.contacts')}><Contacts contacts={o.contacts} /></Fact>}
        {o.note && <Fact term={t('organization.note')}>{o.note}</Fact>}
      </dl>
    </section>
  );
}
