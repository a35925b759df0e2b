import { useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { type Said, stateTie } from '../../api/questions';
import type { SideOfTie, TieWord } from '../../api/shapes';
import { revision } from '../../network/state';
import { Text } from '../../ui/Fields';
import { useFocusNext } from '../../ui/focus';
import { t } from '../../words';
import { Blocked } from '../editing/Blocked';
import { useKey } from '../editing/key';
import { offerUndo } from '../editing/undo';

const words: TieWord[] = ['confirmed', 'disputed', 'ended'];
const own = ['reason', 'until', 'word'] as const;

/** Sends what a side says; the key stays the same until it is stored. */
function useStating(id: string, version: number | undefined) {
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  const key = useKey();
  const focusNext = useFocusNext();
  const submit = async (said: Said) => {
    setBusy(true);
    try {
      const { change } = await stateTie(id, said, version, key([said, version]));
      setFault(undefined);
      offerUndo('state.saved', change);
      revision.value += 1;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setFault(error);
      const wrong = own.find((field) => error.on(field));
      focusNext(`state-${said.side}-${wrong ?? 'word'}`);
    }
    setBusy(false);
  };
  return { fault, busy, submit };
}

/** What a side says, entered by a steward on somebody's word. */
export function StateForm({ id, version, side }: { id: string; version: number | undefined; side: SideOfTie }) {
  const [says, setSays] = useState<TieWord>('confirmed');
  const [typed, type] = useState({ reason: '', until: '', word: '' });
  const { fault, busy, submit } = useStating(id, version);
  const { name } = side.organization;
  const errorOf = (field: (typeof own)[number]) => { const error = fault?.on(field); return error && [error.message, error.mend].filter(Boolean).join(' '); };
  const field = (of: (typeof own)[number]) => ({ id: `state-${side.side}-${of}`, label: t(`statement.${of}`), required: true, value: typed[of], error: errorOf(of), onInput: (value: string) => type({ ...typed, [of]: value }) });
  const said: Said = { side: side.side, says, word: typed.word.trim(), ...(says === 'disputed' ? { reason: typed.reason.trim() } : {}), ...(says === 'ended' && typed.until ? { until: typed.until } : {}) };
  return (
    <details class="panels panel">
      <summary>{t('state.for', { name })}</summary>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit(said); }}>
        {fault && !own.some((one) => fault.on(one)) && <Blocked fault={fault} />}
        <fieldset class="boxes">
          <legend>{t('state.what', { name })}</legend>
          {words.map((word) => <label key={word} class="check"><input type="radio" name={`state-${side.side}`} checked={says === word} onChange={() => setSays(word)} />{t(`says.${word}`)}</label>)}
        </fieldset>
        {says === 'disputed' && <Text {...field('reason')} long help={t('state.reasonHelp')} />}
        {says === 'ended' && <Text {...field('until')} type="date" />}
        <Text {...field('word')} help={t('state.wordHelp')} />
        <p><button type="submit" class="button first" disabled={busy}>{t('state.save')}</button></p>
      </form>
    </details>
  );
}
