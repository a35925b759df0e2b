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

const writtenOf = (body: Draft, version: number | undefined) => JSON.stringify([body, version]);

/** What was sent and not answered may have been stored. Before something else is sent in its place it is sent once more, under its own key: then it is there once, and what is meant now changes it. Nothing when it was refused. */
async function settleUnsure(kind: Writable, id: string, { body, key }: NonNullable<Kept['sent']>): Promise<{ id: string; version: number | undefined } | undefined> {
  const [before, version] = JSON.parse(body) as [Draft, number | null];
  try {
    const { body: stored } = await save(kind, id, before, version ?? undefined, key);
    return { id: stored.id, version: (stored as { version?: number }).version };
  } catch (error) {
    if (error instanceof Fault && error.status > 0) return undefined;
    throw error;
  }
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
    setBusy(true);
    try {
      let [id, from] = [String(draft['id'] ?? ''), version];
      if (by === save && sent.current?.unsure && sent.current.body !== writtenOf(body, version)) {
        const stored = await settleUnsure(kind, id, sent.current);
        sent.current = undefined;
        if (stored) [id, from] = [stored.id, stored.version];
      }
      const written = writtenOf(body, from);
      if (sent.current?.body !== written) sent.current = { body: written, key: crypto.randomUUID() };
      sent.current.unsure = true;
      const { body: saved, change } = await by(kind, id, body, from, sent.current.key);
      sent.current.unsure = false;
      revision.value += 1;
      onSaved(saved.id, change);
    } catch (error) {
      const problem = error instanceof Fault ? error : new Fault({ title: String(error), status: 0, code: 'unexpected' });
      if (sent.current && problem.status > 0) sent.current.unsure = false;
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
