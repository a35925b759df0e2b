import { useRef, useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { type Writable, save } from '../../api/questions';
import { revision } from '../../network/state';
import { useFocusNext } from '../../ui/focus';
import { endedBy } from '../session/session';
import { type Draft, bodyOf, placeIn } from './draft';
import type { Kept } from './kept';

export interface Saving {
  busy: boolean; fault: Fault | undefined; theirs: Draft | undefined;
  /** Stores it, or sends it another way. */
  submit: (start: Draft, draft: Draft, version: number | undefined, reason: string, by?: typeof save) => Promise<void>;
  settle: () => void; mend: (field: string) => void;
  /** What was sent under which key, so that sending it again, even after the page was closed, changes nothing twice. */
  sent: () => Kept['sent']; resume: (sent: Kept['sent']) => void;
}

/** Sends a draft once: the key stays the same until it is stored, so that a repeated request changes nothing twice. */
export function useSaving(kind: Writable, onSaved: (id: string, change: string | undefined) => void): Saving {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [theirs, setTheirs] = useState<Draft>();
  const sent = useRef<Kept['sent']>(undefined);
  const focusNext = useFocusNext();
  const submit = async (start: Draft, draft: Draft, version: number | undefined, reason: string, by: typeof save = save) => {
    const body = bodyOf(draft, reason, version === undefined && by === save ? {} : start);
    const written = JSON.stringify([body, version]);
    if (sent.current?.body !== written) sent.current = { body: written, key: crypto.randomUUID() };
    setBusy(true);
    try {
      const { body: saved, change } = await by(kind, String(draft['id'] ?? ''), body, version, sent.current.key);
      revision.value += 1;
      onSaved(saved.id, change);
    } catch (error) {
      const problem = error instanceof Fault ? error : new Fault({ title: String(error), status: 0, code: 'unexpected' });
      const over = await endedBy(problem);
      // Somebody removed it meanwhile: that is nothing to mend in a field, and the form is told of it where it asks what is stored.
      if (problem.code === 'element_unknown') revision.value += 1;
      setFault(over || problem.code === 'element_unknown' ? undefined : problem.moved((field) => placeIn(draft, field)));
      setTheirs(problem.status === 409 && problem.problem.current ? (problem.problem.current as Draft) : undefined);
      focusNext('form-summary');
    }
    setBusy(false);
  };
  return {
    busy, fault, theirs, submit, settle: () => { setTheirs(undefined); setFault(undefined); }, mend: (field) => setFault((before) => before?.without(field)),
    sent: () => sent.current, resume: (before) => { sent.current = before; },
  };
}
