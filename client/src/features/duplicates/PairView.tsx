import { useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { useAnswer } from '../../network/asking';
import { leaveFor, to } from '../../network/route';
import { revision } from '../../network/state';
import { Check, Text } from '../../ui/Fields';
import { Link } from '../../ui/Link';
import { Answered } from '../../ui/States';
import { list, named, t } from '../../words';
import { Blocked } from '../editing/Blocked';
import { useKey } from '../editing/key';
import { Told } from '../editing/Told';
import { offerUndo } from '../editing/undo';
import { fieldName } from '../editing/value';
import { Choices } from './Choices';
import { useHeld } from './held';
import { Reasons, useTellingApart } from './QueueOfPairs';
import { type Choice, type PairField, type Side, type SideBySide, merge, sideBySide } from './shapes';

function Heads({ pair: { kept, other } }: { pair: SideBySide }) {
  return (
    <div class="two heads">
      {([['duplicates.stays', kept], ['duplicates.goes', other]] as const).map(([words, o]) => (
        <div key={o.id} class="stack tight"><p class="tag">{t(words)}</p><h2><Link to={to('organization', o.id)}>{o.name}</Link></h2><p class="small quiet">{[o.kindLabel ?? o.actorKind, o.regionName].filter(Boolean).join(' · ')}</p></div>
      ))}
    </div>
  );
}

function Value({ pair, field, side }: { pair: SideBySide; field: string; side: Side }) {
  const value = pair[side][field];
  return <><span class="small quiet">{t(side === 'kept' ? 'duplicates.kept' : 'duplicates.other')}</span> {value === undefined ? <span class="quiet">{t('activity.empty')}</span> : <Told field={field} value={value} kind="organization" mentions={pair.mentions} plain />}</>;
}

/** Whose value a field has; what both say alike is only named. */
function Fields({ pair, chosen, choose }: { pair: SideBySide; chosen: Record<string, Choice>; choose: (field: string, choice: Choice) => void }) {
  const same = pair.fields.filter((f) => !f.differs).map((f) => fieldName(f.field));
  const label = (field: PairField, choice: Choice) => (choice === 'both' ? t('duplicates.both') : <Value pair={pair} field={field.field} side={choice} />);
  return (
    <section class="stack">
      <h2>{t('duplicates.fields')}</h2>
      {pair.fields.filter((f) => f.differs).map((f) => (
        <Choices key={f.field} name={`field-${f.field}`} legend={fieldName(f.field)} value={chosen[f.field] ?? f.usual} options={f.choices.map((choice) => ({ value: choice, label: label(f, choice) }))} onChange={(choice) => choose(f.field, choice)} />
      ))}
      {same.length > 0 && <p class="small quiet">{t('duplicates.same', { fields: list(same) })}</p>}
      <p class="small quiet">{t('duplicates.contacts')}</p>
    </section>
  );
}

/** What would move, come together and go. */
function Becomes({ pair: { moving, moves, meeting, dropping, obstacles } }: { pair: SideBySide }) {
  const rest = Object.values(moves).reduce((sum, count) => sum + count, 0) - moving.length;
  return (
    <section class="stack">
      {obstacles.map((problem) => <div key={problem.code} class="stack tight"><h2>{t('duplicates.obstacles')}</h2><Blocked fault={new Fault(problem)} /></div>)}
      <h2>{t('duplicates.becomes')}</h2>
      {moving.length === 0 && meeting.length === 0 && dropping.length === 0 && <p class="quiet">{t('duplicates.nothing')}</p>}
      <ul class="told">{moving.map((m) => <li key={m.kind + m.id}>{m.title} <span class="small quiet">{named('kind', m.kind)}</span></li>)}</ul>
      {rest > 0 && <p class="small">{t('duplicates.moreMoves', { count: rest })}</p>}
      {meeting.length > 0 && <><h3>{t('duplicates.meeting')}</h3><ul class="told">{meeting.map((m) => <li key={m.id}>{m.with ? t('duplicates.meets', { title: m.title, with: m.with }) : m.title}</li>)}</ul></>}
      {dropping.length > 0 && <><h3>{t('duplicates.dropping')}</h3><ul class="told">{dropping.map((m) => <li key={m.id}>{m.title}{(m.stated ?? []).map((said) => <p key={said} class="small quiet">{said}</p>)}</li>)}</ul></>}
    </section>
  );
}

const versioned = ({ kept, other }: SideBySide) => ({ ...(kept.version === undefined ? {} : { keptVersion: kept.version }), ...(other.version === undefined ? {} : { otherVersion: other.version }) });

function MergeForm({ pair, fields, hold }: { pair: SideBySide; fields: Record<string, Choice>; hold: (holds: boolean) => void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [widens, setWidens] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const key = useKey();
  const asks = pair.widens || fault?.code === 'change_widens';
  const submit = async () => {
    if (!reason.trim()) {
      setMissing(true);
      document.getElementById('merge-reason')?.focus();
      return;
    }
    setBusy(true);
    hold(true);
    try {
      const body = { kept: pair.kept.id, other: pair.other.id, ...versioned(pair), fields, reason: reason.trim(), ...(widens ? { confirmWidening: true } : {}) };
      const { change } = await merge(body, key(body));
      offerUndo('duplicates.done', change, to('duplicates'));
      leaveFor(to('organization', pair.kept.id));
      revision.value += 1;
    } catch (error) {
      hold(false);
      if (!(error instanceof Fault)) throw error;
      setFault(error);
      if (error.code === 'version_stale') revision.value += 1;
      setBusy(false);
    }
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h2>{t('duplicates.merge')}</h2>
      <p class="small quiet">{t('duplicates.help')}</p>
      {fault && (fault.code === 'version_stale' ? <p class="note bad" role="alert">{t('duplicates.moved')}</p> : <Blocked fault={fault} />)}
      <Text id="merge-reason" label={t('duplicates.reason')} required value={reason} error={missing ? t('duplicates.reasonMissing') : undefined} onInput={(text) => { setReason(text); setMissing(false); }} />
      {asks && <Check label={t('duplicates.widens')} checked={widens} onChange={setWidens} />}
      <p><button type="submit" class="button first" disabled={busy || (asks && !widens)}>{t('duplicates.mergeNow')}</button></p>
    </form>
  );
}

function Deciding({ pair, hold }: { pair: SideBySide; hold: (holds: boolean) => void }) {
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const { busy, fault, tell } = useTellingApart(pair.kept.id, pair.other.id);
  return (
    <>
      <Heads pair={pair} />
      <section class="stack tight"><h2>{t('duplicates.why')}</h2><Reasons reasons={pair.reasons} /></section>
      {fault && <Blocked fault={fault} />}
      {pair.toldApart && <p class="note small">{t('duplicates.toldApart')}</p>}
      <p class="row">
        <button type="button" class="button" disabled={busy} onClick={() => void tell(!pair.toldApart)}>{t(pair.toldApart ? 'duplicates.takeBack' : 'duplicates.notOne')}</button>
        <Link class="button" to={to('duplicates', undefined, { simpan: pair.other.id, lain: pair.kept.id })}>{t('duplicates.swap')}</Link>
      </p>
      <Fields pair={pair} chosen={chosen} choose={(field, choice) => setChosen({ ...chosen, [field]: choice })} />
      <Becomes pair={pair} />
      <MergeForm pair={pair} fields={chosen} hold={hold} />
    </>
  );
}

/** Two side by side: whose value is kept, what would become of what they have, and merging or telling them apart. */
export function PairView({ kept, other }: { kept: string; other: string }) {
  const { ask, hold } = useHeld((stop) => sideBySide(kept, other, stop));
  const answer = useAnswer(`pair/${kept}/${other}`, ask);
  return (
    <>
      <h1>{t('duplicates.pair')}</h1>
      <Answered answer={answer} lines={8}>{(pair) => <Deciding pair={pair} hold={hold} />}</Answered>
    </>
  );
}
