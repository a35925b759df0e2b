import { useAnswer } from '../../network/asking';
import { Answered } from '../../ui/States';
import { date, list, named, t } from '../../words';
import { type Answer, type Kept, answerOf } from './questions';

/** All that is on record of the consent: by whom, when, how, until when, for what; what nobody recorded is said as well. */
export function consentOf({ consent, purposes = [] }: Pick<Kept, 'consent' | 'purposes'>): string {
  if (!consent) return t('answer.noConsent');
  const { givenBy, given, how, until, withdrawn } = consent;
  return [
    t('answer.given', { who: givenBy ?? t('answer.somebody') }),
    given ? t('answer.on', { when: date(given) }) : t('answer.noDay'),
    how ? t('answer.how', { how: named('consentMeans', how).toLocaleLowerCase() }) : t('answer.noWay'),
    purposes.length > 0 ? t('answer.purposes', { purposes: list(purposes.map((one) => named('contactPurpose', one))) }) : t('answer.noPurpose'),
    until ? t('answer.until', { when: date(until) }) : t('answer.openEnd'),
    ...(withdrawn ? [t('answer.withdrawn', { when: date(withdrawn) })] : []),
  ].join(', ');
}

/** Who writes to her, so that she knows whom to answer; what is not set is a line to be filled in by hand. */
function Head({ from }: { from: Answer['from'] }) {
  return (
    <header class="stack tight letterhead">
      <p class="name">{from.keeper ?? t('answer.keeper')}</p>
      <p class="small">NetworkMap · {from.site}</p>
      <p class="small">{t('answer.contact', { contact: from.contact ?? '______________________' })}</p>
      <p class="small">{t('answer.steward', { steward: from.steward ?? '______________________' })}</p>
    </header>
  );
}

function Item({ item }: { item: Kept }) {
  const facts = [
    [t('answer.where'), `${item.title} (${named('answer.field', item.field)})`], [t('answer.value'), item.value], [t('answer.source'), item.source ?? ''], [t('answer.since'), item.since ? date(item.since.slice(0, 10)) : ''],
    [t('answer.consent'), consentOf(item)], [t('answer.seen'), item.isShown ? named('answer.aud', item.audience) : named('answer.aud', 'own')],
  ];
  return <dl class="facts">{facts.filter(([, value]) => value !== '').map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>;
}

/** What was done for her; what the steward noted for herself is not for the letter. */
const done = (answer: Answer) => answer.steps.filter((s) => s.what === 'erased' || s.what === 'withdrawn');

/** That nothing is kept of her is said once somebody looked and closed the case, or what there was is gone. */
const isKnown = (answer: Answer) => answer.items.length > 0 || done(answer).length > 0 || answer.steps.some((s) => s.what === 'closed');

/** The answer, as it is handed to her: in the language of the page, on paper. */
export function AnswerPaper({ id }: { id: string }) {
  const answer = useAnswer(`person-answer/${id}`, (stop) => answerOf(id, stop));
  return (
    <section class="stack" aria-label={t('care.answer')}>
      <h2 class="no-print">{t('care.answer')}</h2>
      <Answered answer={answer}>
        {(a) => (isKnown(a) ? (
          <div class="stack paper">
            <p class="no-print"><button type="button" class="button" onClick={() => print()}>{t('care.print')}</button></p>
            <Head from={a.from} />
            <p>{date(a.day)}</p>
            <p class="name">{t('answer.to', { name: a.name })}</p>
            <p>{t('answer.intro', { when: date(a.received.slice(0, 10)), day: date(a.day) })}</p>
            {a.items.length === 0 ? <p>{t('answer.nothing')}</p> : a.items.map((item) => <Item key={item.element + item.field + item.value} item={item} />)}
            {done(a).length > 0 && <p class="name">{t('answer.did')}</p>}
            <ul>{done(a).map((s) => <li key={s.at}>{date(s.at.slice(0, 10))}: {named('step', s.what)}</li>)}</ul>
            {a.steps.some((s) => s.what === 'erased') && <p>{t('answer.backups', { day: date(a.readableUntil) })}</p>}
            <p>{t('answer.rights')}</p>
            <p>{t('answer.signed', { steward: a.from.steward ?? '______________________' })}</p>
          </div>
        ) : <p>{t('answer.notYet')}</p>)}
      </Answered>
    </section>
  );
}
