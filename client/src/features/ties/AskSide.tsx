import { useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { tieLink } from '../../api/questions';
import type { Contact, SideOfTie, Tie, TieLink } from '../../api/shapes';
import { taxonomy } from '../../network/state';
import { copyText } from '../../taking/send';
import { Icon } from '../../ui/Icon';
import { lazy } from '../../ui/lazy';
import { type Language, date, language, languageName, t } from '../../words';
import { Blocked } from '../editing/Blocked';
import { addressOf, request } from './message';
import '../../words/say';

const Code = lazy(() => import('../../taking/Code').then((m) => m.Code));
const languages: Language[] = ['id', 'en'];
const ways = { whatsapp: 'ask.whatsapp', email: 'ask.email', phone: 'ask.phone' } as const;
const isWay = (channel: string): channel is keyof typeof ways => Object.hasOwn(ways, channel);

/** The contacts of the asked side that lead somewhere by pressing them. */
function Contacts({ contacts, message, name }: { contacts: Contact[]; message: string; name: string }) {
  const reached = contacts.flatMap((contact) => {
    const address = addressOf(contact, message);
    return address && isWay(contact.channel) ? [{ address, words: t(ways[contact.channel], { who: contact.role ?? contact.name ?? contact.value }) }] : [];
  });
  if (reached.length === 0) return <p class="small quiet">{t('ask.noContacts', { name })}</p>;
  return (
    <section class="stack tight" aria-label={t('ask.send', { name })}>
      <h4>{t('ask.send', { name })}</h4>
      <p class="row">{reached.map(({ address, words }) => <a key={address} class="button" href={address} rel="noreferrer">{words}</a>)}</p>
    </section>
  );
}

/** What to send: the message with the link, to be mended, copied, handed on, or shown as a code. */
function Sending({ tie, side, made }: { tie: Tie; side: SideOfTie; made: TieLink }) {
  const [speaks, speak] = useState<Language>(language.value);
  const [mended, mend] = useState<Partial<Record<Language, string>>>({});
  const [said, tell] = useState('');
  const [coded, showCode] = useState(false);
  const name = side.organization.name;
  const message = mended[speaks] ?? request(speaks, tie, side, taxonomy('tie_type'), made.link, made.until);
  const copy = async () => tell(t(await copyText(message) ? 'say.copied' : 'say.notCopied'));
  const share = () => { navigator.share({ text: message }).catch(() => undefined); };
  const of = `ask-${side.side}`;
  return (
    <div class="stack">
      <p class={made.link ? 'small' : 'note'} role="status">{made.link ? t('ask.until', { date: date(made.until) }) : t('ask.notYours', { name })}</p>
      <fieldset class="switch">
        <legend>{t('say.language')}</legend>
        {languages.map((one) => <label key={one}><input type="radio" name={`${of}-language`} checked={speaks === one} onChange={() => speak(one)} />{languageName(one)}</label>)}
      </fieldset>
      <label class="small" for={`${of}-text`}>{t('say.label')}</label>
      <textarea id={`${of}-text`} class="input" rows={10} lang={speaks} value={message} onInput={(event) => mend({ ...mended, [speaks]: event.currentTarget.value })} />
      <div class="tools">
        <button type="button" class="button" onClick={() => void copy()}><Icon name="copy" size={16} />{t('say.copy')}</button>
        {'share' in navigator && <button type="button" class="button" onClick={share}><Icon name="share" size={16} />{t('say.send')}</button>}
        {made.link && <button type="button" class="button" aria-expanded={coded} onClick={() => showCode(!coded)}>{t('share.code')}</button>}
        <span class="small quiet" role="status">{said}</span>
      </div>
      {coded && made.link && <Code address={made.link} />}
      {made.link && !made.passedOn && <Contacts contacts={made.contacts} message={message} name={name} />}
    </div>
  );
}

/** Makes the link by which a side answers, for whoever passes it on. */
export function AskSide({ tie, side, other }: { tie: Tie; side: SideOfTie; other: SideOfTie }) {
  const [passedOn, pass] = useState(false);
  const [made, setMade] = useState<TieLink>();
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  const { name } = side.organization;
  const make = async () => {
    setBusy(true);
    try {
      setMade(await tieLink(tie.id, side.side, passedOn));
      setFault(undefined);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setFault(error);
    }
    setBusy(false);
  };
  const turn = (on: boolean) => { pass(on); setMade(undefined); };
  return (
    <details class="panels panel">
      <summary>{t('ask.for', { name })}</summary>
      <div class="stack">
        <p class="small">{t('ask.intro', { name })}</p>
        {fault && <Blocked fault={fault} />}
        {side.says === undefined && (
          <fieldset class="boxes">
            <legend>{t('ask.who')}</legend>
            <label class="check"><input type="radio" name={`ask-${side.side}`} checked={!passedOn} onChange={() => turn(false)} />{t('ask.self', { name })}</label>
            <label class="check"><input type="radio" name={`ask-${side.side}`} checked={passedOn} onChange={() => turn(true)} /><span>{t('ask.passedOn', { other: other.organization.name })}<span class="small quiet block">{t('ask.passedOnHelp', { name })}</span></span></label>
          </fieldset>
        )}
        {!made && <p><button type="button" class="button first" disabled={busy} onClick={() => void make()}>{t('ask.make')}</button></p>}
        {made && <Sending key={made.link ?? ''} tie={tie} side={side} made={made} />}
      </div>
    </details>
  );
}
