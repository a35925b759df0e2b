import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnswer } from '../../network/asking';
import { route, to } from '../../network/route';
import { revision } from '../../network/state';
import { Check, Text } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Answered } from '../../ui/States';
import { date, t } from '../../words';
import { Blocked } from '../editing/Blocked';
import { useDoing } from './doing';
import { type Erasure, erase, erasure } from './questions';

/** What goes, what that means, and the name to be typed: nobody can take it back. */
function Wish({ of, request, contact }: { of: Erasure; request: string | undefined; contact: number | undefined }) {
  const [some, setSome] = useState<number[] | undefined>(of.contacts.some((c) => c.place === contact) ? [contact as number] : undefined);
  const [also, setAlso] = useState<string[]>([]);
  const [retire, setRetire] = useState(false);
  const [typed, type] = useState('');
  const [until, setUntil] = useState<string>();
  const { busy, fault, run } = useDoing();
  // Another version may have other contacts at the same places: what was chosen was chosen of the one before.
  const looked = useRef(of.version);
  useEffect(() => {
    if (looked.current === of.version) return;
    looked.current = of.version;
    setSome((chosen) => chosen && []);
    setAlso([]);
    type('');
  }, [of.version]);
  const submit = () => run(async () => {
    const body = { element: of.element, version: of.version, confirm: typed, ...(some ? { contacts: some, suggestions: also } : {}), ...(retire ? { retire } : {}), ...(request ? { request } : {}) };
    try {
      setUntil((await erase(body)).readableUntil);
    } finally {
      revision.value += 1;
    }
  });
  if (until !== undefined) return <p class="note" role="status"><span>{t('erase.done', { day: date(until) })}</span></p>;
  const turn = (place: number, on: boolean) => setSome(on ? [...(some ?? []), place] : (some ?? []).filter((p) => p !== place));
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      {fault && <Blocked fault={fault} />}
      {of.fields.length === 0 && <p class="quiet">{t('erase.nothing')}</p>}
      {of.contacts.length > 0 && (
        <fieldset class="boxes">
          <legend>{t('erase.what')}</legend>
          <label class="check"><input type="radio" name="erase-what" checked={some === undefined} onChange={() => setSome(undefined)} />{t('erase.all')}</label>
          <label class="check"><input type="radio" name="erase-what" checked={some !== undefined} onChange={() => { setSome([]); setRetire(false); }} />{t('erase.some')}</label>
        </fieldset>
      )}
      {some !== undefined && of.contacts.map((c) => <Check key={c.place} label={[c.name, c.role, c.value].filter(Boolean).join(', ')} checked={some.includes(c.place)} onChange={(on) => turn(c.place, on)} />)}
      {of.suggestions.length > 0 && some === undefined && <p>{t('erase.suggestions', { count: of.suggestions.length })}</p>}
      {of.suggestions.length > 0 && some !== undefined && (
        <fieldset class="boxes">
          <legend>{t('erase.also')}</legend>
          {of.suggestions.map((s) => <Check key={s.id} label={[date(s.sent), s.sender, s.words].filter(Boolean).join(', ')} checked={also.includes(s.id)} onChange={(on) => setAlso(on ? [...also, s.id] : also.filter((a) => a !== s.id))} />)}
        </fieldset>
      )}
      {some === undefined && of.isThere && <Check label={t('erase.retire')} checked={retire} onChange={setRetire} />}
      <div class="note bad" role="note"><Icon name="warning" /><div class="stack tight grow"><p>{t('erase.warn', { entries: of.entries })}</p>{of.also.map((a) => <p key={a.element}>{t('erase.past', { name: a.title, entries: a.entries })}</p>)}<p>{t('erase.until', { day: date(of.readableUntil), days: of.backupDays })}</p><p>{t('erase.open')}</p></div></div>
      <Text id="erase-confirm" label={t('erase.confirm', { name: of.title })} required value={typed} error={fault?.on('confirm')?.message} onInput={type} />
      <p><button type="submit" class="button danger" disabled={busy || some?.length === 0}>{t('care.erase')}</button></p>
    </form>
  );
}

/** Erasing what one element tells of persons. */
export function EraseForm({ element }: { element: string }) {
  const answer = useAnswer(`erasure/${element}`, (stop) => erasure(element, stop));
  const { kasus: request, kontak } = route.value.query;
  return (
    <Answered answer={answer} heading={t('care.erase')}>
      {(of) => (
        <div class="stack">
          <h1>{t('erase.of', { name: of.title })}</h1>
          <Wish of={of} request={request} contact={kontak === undefined ? undefined : Number(kontak)} />
          <p><Link to={request ? to('care', request) : to('care')}>{request ? t('care.requests') : t('care.back')}</Link></p>
        </div>
      )}
    </Answered>
  );
}
