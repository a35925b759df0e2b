import { useState } from 'preact/hooks';
import { useAnswer } from '../../network/asking';
import { to } from '../../network/route';
import { Select, Text } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Answered } from '../../ui/States';
import { list, momentThere, named, t } from '../../words';
import '../../words/manage';
import { peopleTold } from '../../network/people';
import { OrganizationPicker } from '../search/pick';
import { type Breach, breach } from './questions';

const exposures = ['everything', 'account', 'element'] as const;

/** A draft of what is told to those who are concerned, in the language of the page. */
function Notice({ of }: { of: Breach }) {
  const [how, setHow] = useState('');
  const [done, setDone] = useState('');
  const kinds = [...new Set(of.items.flatMap((i) => i.data))].map((kind) => named('dataKind', kind));
  const blank = t('notice.blank');
  return (
    <section class="stack" aria-label={t('breach.notice')}>
      <div class="stack no-print">
        <h2>{t('breach.notice')}</h2>
        <Text id="breach-how" long label={t('breach.how')} value={how} onInput={setHow} />
        <Text id="breach-done" long label={t('breach.measures')} value={done} onInput={setDone} />
        <p><button type="button" class="button" onClick={() => print()}>{t('care.print')}</button></p>
      </div>
      <div class="stack paper">
        <p class="name">{t('notice.heading')}</p>
        <p>{t('notice.what', { data: kinds.length > 0 ? list(kinds) : blank })}</p>
        <p>{t('notice.when', { from: momentThere(of.from), until: momentThere(of.until), known: momentThere(of.known) })}</p>
        <p>{t('notice.how', { how: how.trim() || blank })}</p>
        <p>{t('notice.done', { done: done.trim() || blank })}</p>
        <p>{t('notice.law', { source: of.source })}</p>
      </div>
    </section>
  );
}

function Concerned({ of }: { of: Breach }) {
  const late = new Date(of.due).getTime() < Date.now();
  return (
    <div class="stack">
      <div class="stack no-print">
        <p role="status"><span class={late ? 'tag bad' : 'tag'}>{t(late ? 'breach.late' : 'breach.due', { when: momentThere(of.due) })}</span> {t('breach.count', { persons: of.persons, count: of.count })}</p>
        <p class="small quiet">{t('care.law', { hours: of.hours, source: of.source })}</p>
        {of.items.length < of.count && <p class="note small"><Icon name="warning" size={18} /><span>{t('breach.cut', { shown: of.items.length, count: of.count })}</span></p>}
        <ul class="list">{of.items.map((i) => <li key={i.element + i.who} class="item"><p class="name">{i.who} <span class="tag">{named('breach', i.kind)}</span></p><p class="small quiet">{i.organization} · {list(i.data.map((kind) => named('dataKind', kind)))}</p></li>)}</ul>
      </div>
      <Notice of={of} />
    </div>
  );
}

interface Asked { from: string; until: string; known: string; exposed: (typeof exposures)[number]; account: string; elements: string[] }
const nothing: Asked = { from: '', until: '', known: '', exposed: 'everything', account: '', elements: [] };

/** Days are meant as they are in Jakarta, from their beginning to their end. */
const at = (day: string, end = false) => (day ? `${day}T${end ? '23:59:59' : '00:00:00'}+07:00` : '');
const questionOf = ({ from, until, known, exposed, account, elements }: Asked) => ({ from: at(from), until: at(until, true), known: at(known), exposed, of: exposed === 'account' ? account : exposed === 'element' ? elements.map((id) => `organization/${id}`).join(',') : '' });

/** Which account it was, of those that there are. */
function AccountPicker({ asked, set }: { asked: Asked; set: (change: Partial<Asked>) => void }) {
  const options = (peopleTold() ?? []).map(({ account, name }) => ({ value: account, label: name ?? t('grantForm.nameless', { id: account.slice(-4) }) }));
  return <Select id="breach-account" label={t('breach.account')} value={asked.account} any={t('form.none')} options={options} onChange={(account) => set({ account })} />;
}

/** Of which organizations it was: their contacts, homes, and what was suggested about them. */
function OrganizationsPicker({ asked: { elements }, set }: { asked: Asked; set: (change: Partial<Asked>) => void }) {
  return (
    <fieldset class="stack">
      <legend class="label">{t('breach.organizations')}</legend>
      {elements.map((id) => <OrganizationPicker key={id} id={`breach-${id}`} label={t('breach.chosen')} chosen={id} onChoose={() => undefined} onClear={() => set({ elements: elements.filter((one) => one !== id) })} />)}
      <OrganizationPicker key={elements.length} id="breach-organization" label={t('breach.add')} chosen={undefined} onChoose={(id) => set({ elements: elements.includes(id) ? elements : [...elements, id] })} />
    </fieldset>
  );
}

/** Whose data got into wrong hands: when and what is marked, the list and the draft of a notice follow. Nothing is sent. An answer is shown for the question as it stands, and for no other. */
export function BreachView() {
  const [draft, setDraft] = useState(nothing);
  const [asked, ask] = useState<Record<string, string>>();
  const answer = useAnswer(asked && `breach${JSON.stringify(asked)}`, (stop) => breach(asked ?? {}, stop));
  const set = (change: Partial<Asked>) => setDraft({ ...draft, ...change });
  const question = questionOf(draft);
  const isWhole = draft.from !== '' && (draft.exposed === 'everything' || question.of !== '');
  const isStale = asked !== undefined && JSON.stringify(asked) !== JSON.stringify(question);
  return (
    <div class="stack loose">
      <header class="stack tight no-print"><h1>{t('care.breach')}</h1><p class="quiet">{t('breach.intro')}</p></header>
      <form class="stack no-print" noValidate onSubmit={(event) => { event.preventDefault(); if (isWhole) ask(question); }}>
        <Text id="breach-from" type="date" required label={t('breach.from')} value={draft.from} error={answer.fault?.on('from')?.message} onInput={(from) => set({ from })} />
        <Text id="breach-until" type="date" label={t('breach.until')} value={draft.until} error={answer.fault?.on('until')?.message} onInput={(until) => set({ until })} />
        <Text id="breach-known" type="date" label={t('breach.known')} value={draft.known} error={answer.fault?.on('known')?.message} onInput={(known) => set({ known })} />
        <Select id="breach-exposed" label={t('breach.exposed')} value={draft.exposed} options={exposures.map((value) => ({ value, label: named('exposed', value) }))} onChange={(value) => set({ exposed: value as Asked['exposed'] })} />
        {draft.exposed === 'account' && <AccountPicker asked={draft} set={set} />}
        {draft.exposed === 'element' && <OrganizationsPicker asked={draft} set={set} />}
        <p><button type="submit" class="button first" disabled={!isWhole}>{t('breach.show')}</button></p>
      </form>
      {isStale ? <p class="note no-print" role="status"><span>{t('breach.stale')}</span></p> : asked && <Answered answer={answer}>{(of) => <Concerned of={of} />}</Answered>}
      <p class="no-print"><Link to={to('care')}>{t('care.back')}</Link></p>
    </div>
  );
}
