import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { type Decision, decide, mySuggestions, suggestions, withdraw } from '../../api/questions';
import type { Suggestion } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { type View, to } from '../../network/route';
import { isSignedIn, revision, rights, shown } from '../../network/state';
import { Check, Text } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Answered, Empty, signInAddress } from '../../ui/States';
import { date, t } from '../../words';
import { Differences } from '../activity/Differences';
import { Blocked } from '../editing/Blocked';
import { senderOf } from '../editing/sending';
import { offerUndo } from '../editing/undo';

/** The longest list; what is further down waits until something above it is decided. */
const most = 50;

const pages: Partial<Record<string, View>> = { organization: 'organization', tie: 'tie', service: 'service' };
const forms: Partial<Record<string, View>> = { organization: 'organizationForm', tie: 'tieForm', unit: 'unitForm', place: 'placeForm', service: 'serviceForm', need: 'needForm', term: 'termForm' };

const stateOf = ({ state, days, decided, sent }: Suggestion) =>
  (state === 'waiting' ? t(days > 0 ? 'suggestion.waiting' : 'suggestion.waitingToday', { count: days }) : t(`suggestion.${state}`, { date: date(decided ?? sent) }));

/** What it is about, who sent it, and what it would change. */
function Told({ suggestion: s, children }: { suggestion: Suggestion; children?: ComponentChildren }) {
  const page = s.adds || s.about.gone ? undefined : pages[s.about.kind];
  const { kind, id, name } = s.about;
  return (
    <>
      <h3 class="name">{page ? <Link to={to(page, id)}>{s.title}</Link> : s.title}</h3>
      <p class="small quiet">{stateOf(s)}{children}</p>
      {s.about.gone && <p class="note small"><Icon name="warning" size={18} /><span>{t('suggest.goneNow')}</span></p>}
      {s.moved && s.state === 'waiting' && <p class="small">{t('suggest.movedOn')}</p>}
      {s.words && <p>“{s.words}”</p>}
      {s.sender && <p class="small quiet">{t('suggest.sender', { who: s.sender })}</p>}
      <Differences element={{ kind, id, name, action: s.adds ? 'created' : 'changed', changes: s.changes, ...(s.mentions ? { mentions: s.mentions } : {}) }} />
      {s.answer && <p>{t('suggestion.answer', { answer: s.answer })}</p>}
    </>
  );
}

/** Sends a decision once, and says what stands in the way. */
function useDeciding(s: Suggestion) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const send = async (decision: Decision, done: 'suggest.accepted' | 'suggest.declined') => {
    setBusy(true);
    try {
      const { change } = await decide(s.id, decision);
      offerUndo(done, change);
      revision.value += 1;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setFault(error);
      if (error.status === 409) revision.value += 1;
    }
    setBusy(false);
  };
  return { busy, fault, send };
}

function Declining({ busy, onDecline }: { busy: boolean; onDecline: (why: string) => void }) {
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = () => { if (why.trim()) onDecline(why.trim()); else setMissing(true); };
  return (
    <details class="panels panel">
      <summary>{t('suggest.decline')}</summary>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Text id="suggest-why" label={t('suggest.why')} help={t('suggest.whyHelp')} long required value={why} error={missing ? t('suggest.whyMissing') : undefined} onInput={(text) => { setWhy(text); setMissing(false); }} />
        <p><button type="submit" class="button danger" disabled={busy}>{t('suggest.declineNow')}</button></p>
      </form>
    </details>
  );
}

/** One that waits, with the three answers to it. */
function Waiting({ suggestion: s }: { suggestion: Suggestion }) {
  const { busy, fault, send } = useDeciding(s);
  const [widens, setWidens] = useState(false);
  const form = forms[s.about.kind];
  const asks = s.widens === true || fault?.code === 'suggestion_widens';
  const accept = () => void send({ decision: 'accepted', ...(s.version === undefined ? {} : { version: s.version }), ...(widens ? { confirmWidening: true } : {}) }, 'suggest.accepted');
  const onlyWords = s.changes.length === 0;
  return (
    <li class="item stack tight">
      <Told suggestion={s}> · {t('suggest.by', { who: senderOf(s) })}</Told>
      {onlyWords && !s.about.gone && <p class="small">{t('suggest.onlyWords')}</p>}
      {fault && <Blocked fault={fault} />}
      {asks && <Check label={t('suggest.widens')} checked={widens} onChange={setWidens} />}
      <p class="row">
        <button type="button" class={onlyWords ? 'button' : 'button first'} disabled={busy || (asks && !widens)} onClick={accept}>{t(onlyWords ? 'suggest.done' : 'suggest.accept')}<span class="hidden"> {s.title}</span></button>
        {form && !s.about.gone && <Link class="button" to={to(form, s.adds ? undefined : s.about.id, { usulan: s.id })}>{t('suggest.change')}<span class="hidden"> {s.title}</span></Link>}
      </p>
      <Declining busy={busy} onDecline={(answer) => void send({ decision: 'declined', answer }, 'suggest.declined')} />
    </li>
  );
}

function Queue() {
  const answer = useAnswer('suggestions', (stop) => suggestions({ limit: most }, stop));
  return (
    <Answered answer={answer} lines={8}>
      {({ count, medianDays, items }) => items.length === 0 ? <Empty>{t('suggestions.none')}</Empty> : (
        <>
          <h2>{items.length < count ? t('suggestions.first', { count: items.length, total: count }) : t('suggestions.count', { count })}</h2>
          {medianDays > 0 && <p class="small quiet">{t('suggestions.median', { count: medianDays })}</p>}
          <ol class="list">{items.map((s) => <Waiting key={s.id} suggestion={s} />)}</ol>
        </>
      )}
    </Answered>
  );
}

/** What somebody sent herself, and what became of it. */
function Mine() {
  const answer = useAnswer('my-suggestions', mySuggestions);
  const takeBack = async (id: string) => {
    await withdraw(id).catch((error: unknown) => { if (!(error instanceof Fault)) throw error; });
    revision.value += 1;
  };
  return (
    <section class="stack">
      <h2>{t('suggestions.mine')}</h2>
      <Answered answer={answer}>
        {({ items }) => items.length === 0 ? <Empty>{t('suggestions.noneMine')}</Empty> : (
          <ul class="list">
            {items.map((s) => (
              <li key={s.id} class="item stack tight">
                <Told suggestion={s} />
                {s.state === 'waiting' && <p><button type="button" class="button" onClick={() => void takeBack(s.id)}>{t('suggestions.withdraw')}<span class="hidden"> {s.title}</span></button></p>}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}

/** The suggestions that wait for a decision of whoever looks, and those that she sent. */
export function SuggestionsView() {
  useEffect(() => { shown.value = {}; }, []);
  if (!isSignedIn.value) return <div class="stack"><h1>{t('suggestions.title')}</h1><p>{t('suggestions.signIn')}</p><p><a class="button" href={signInAddress()}>{t('signIn.title')}</a></p></div>;
  return (
    <div class="stack loose">
      <header class="stack tight"><h1>{t('suggestions.title')}</h1>{rights.value.writes && <p class="quiet">{t('suggestions.intro')}</p>}</header>
      {rights.value.writes && <section class="stack"><Queue /></section>}
      <Mine />
    </div>
  );
}
