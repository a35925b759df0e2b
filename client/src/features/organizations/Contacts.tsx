import { contacts } from '../../api/questions';
import type { SeenContact } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { useDay } from '../../network/useDay';
import { date, list, named, t } from '../../words';
import { endsSoon, shownOn } from './consent';
import { isCalled, phoneText } from './phone';
import { withdraw } from './withdrawing';

/** For what it may be used, and for nothing else. */
function purposeText({ purposes = [], purpose }: SeenContact): string {
  const all = [...purposes.map((p) => named('contactPurpose', p)), ...(purpose ? [purpose] : [])];
  return all.length > 0 ? t('contact.for', { purpose: list(all) }) : '';
}

/** Who allowed it, and who sees it until when, for who keeps the organization; one that does not hold says what to do. */
function Consented({ contact: c, day }: { contact: SeenContact; day: string }) {
  if (c.state !== 'given') return <p class="note small">{t(`consent.${c.state ?? 'missing'}`)}</p>;
  const { givenBy: who = '', given, how } = c.consent ?? {};
  const by = given ? t('consent.givenOn', { who, date: date(given) }) : t('consent.given', { who });
  const seen = t('contact.seenBy', { who: named('audience', c.audience) });
  return (
    <>
      <p class="quiet small">{[by, how && named('consentMeans', how)].filter(Boolean).join(' · ')}</p>
      <p class="quiet small">{[seen, c.until && t('tie.until', { date: date(c.until) })].filter(Boolean).join(' · ')}</p>
      {endsSoon(c, day) && <p class="note small">{t('consent.soon', { date: date(c.until ?? day) })}</p>}
    </>
  );
}

function One({ id, contact: c, day }: { id: string; contact: SeenContact; day: string }) {
  const value = isCalled(c.channel) ? phoneText(c.value) : c.value;
  const who = [c.name, c.role].filter(Boolean).join(', ');
  const purpose = purposeText(c);
  return (
    <li class="item stack tight">
      {who && <p>{who}</p>}
      <p>{t('contact.by', { channel: named('channel', c.channel), value })}</p>
      {purpose && <p class="quiet small">{purpose}</p>}
      {c.state === undefined ? c.audience !== 'public' && <p class="quiet small">{t('contact.seenBy', { who: named('audience', c.audience) })}</p> : <Consented contact={c} day={day} />}
      {(c.state === 'given' || c.state === 'not_yet') && <p><button type="button" class="button small" onClick={() => void withdraw(id, c)}>{t('contact.withdraw', { name: c.name ?? value })}</button></p>}
    </li>
  );
}

/** How to reach an organization, as far as consent goes today. Asked for by itself, since no answer to it may be kept: also of a page that is open, when the network or the day changes. */
export function Contacts({ id }: { id: string }) {
  const day = useDay();
  const answer = useAnswer(`contacts/${id}?${day}`, (stop) => contacts(id, stop));
  const shown = shownOn(answer.data?.items ?? [], day);
  return shown.length === 0 ? null : (
    <section class="stack">
      <h2>{t('organization.contacts')}</h2>
      <ul class="list">{shown.map((c) => <One key={c.channel + c.value} id={id} contact={c} day={day} />)}</ul>
    </section>
  );
}
