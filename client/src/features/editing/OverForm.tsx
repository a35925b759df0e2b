import { useRef, useState } from 'preact/hooks';
import { type Writable, element, suggest } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { today } from '../../network/day';
import { leaveFor } from '../../network/route';
import { Text } from '../../ui/Fields';
import { Answered } from '../../ui/States';
import { t } from '../../words';
import { useDoing } from '../care/doing';
import { Blocked } from './Blocked';
import { type Draft, bodyOf, part, text } from './draft';
import type { FormOf } from './ElementForm';
import { tellSent } from './sending';

/** What ends with a day of its own. */
export const mayBeOver = (kind: Writable): boolean => kind === 'organization' || kind === 'tie';

/** The element as it is once it was over on a day: an organization is retired, a tie holds no longer. */
export const overOn = (kind: Writable, stored: Draft, day: string): Draft => (kind === 'tie' ? { ...stored, valid: { ...part(stored['valid']), until: day } } : { ...stored, retired: day });

function Over({ of, stored }: { of: FormOf; stored: Draft }) {
  const [day, setDay] = useState(today());
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const key = useRef(crypto.randomUUID());
  const { busy, fault, run } = useDoing();
  const back = of.back(stored);
  const send = () => run(async () => {
    await suggest(of.kind, text(stored['id']), bodyOf(overOn(of.kind, stored, day), why, stored), undefined, key.current);
    tellSent();
    leaveFor(back);
  });
  // What was refused is another suggestion once it was mended.
  const changed = () => { key.current = crypto.randomUUID(); };
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (why.trim() === '') setMissing(true); else void send(); }}>
      <h1>{t('suggest.over')}</h1>
      {text(stored['name']) && <p class="name">{text(stored['name'])}</p>}
      <p>{t(of.kind === 'tie' ? 'suggest.overTie' : 'suggest.overOrganization')}</p>
      {fault && <Blocked fault={fault} />}
      <Text id="over-day" type="date" required label={t('suggest.overSince')} value={day} error={fault?.on('retired')?.message ?? fault?.on('valid.until')?.message} onInput={(v) => { setDay(v); changed(); }} />
      <Text id="over-why" long required label={t('suggest.overWhy')} help={t('suggest.suggestHelp')} value={why} error={missing ? t('suggest.whyMissing') : fault?.on('reason')?.message} onInput={(v) => { setWhy(v); setMissing(false); changed(); }} />
      <p class="row"><button type="submit" class="button first" disabled={busy || day === ''}>{t('suggest.send')}</button><button type="button" class="button" onClick={() => leaveFor(back)}>{t('form.cancel')}</button></p>
    </form>
  );
}

/** Suggests to whoever may store it that something is there no more, with the day and the reason. */
export function OverForm({ of, id }: { of: FormOf; id: string }) {
  const answer = useAnswer(`${of.kind}-over/${id}`, (stop) => element(of.kind, id, stop));
  return <Answered answer={answer} lines={6} heading={t('suggest.over')}>{(stored) => <Over key={id} of={of} stored={stored} />}</Answered>;
}
