import { effect, signal, untracked } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Fault, type Kept, keptFrom } from '../api/http';
import { language } from '../words';
import { useAge } from './age';
import { sharing } from './sharing';
import { revision } from './state';

export interface Answer<T> {
  data?: T;
  fault?: Fault;
  /** The question that this is the answer to: not yet the one that is asked, while an earlier answer stays. */
  of?: string;
  /** True only when the answer has taken longer than 150 ms, so that a fast answer never flickers. */
  slow: boolean;
  again: () => void;
}

/** How many questions of the open views, and scripts of views, are not answered yet. */
export const waiting = signal(0);

/** Counts as waiting until the function that it gives is called, however often. */
export function waits(): () => void {
  let done = false;
  waiting.value += 1;
  return () => { if (!done) { done = true; waiting.value -= 1; } };
}

/** What was answered, and when; `kept` when it was not of then already. */
interface Held<T> { key: string; data?: T; fault?: Fault; at?: string; kept?: Kept | undefined }

/** True when the answer to a question that was asked again is the one that is shown. */
const isShown = <T>(before: Held<T> | undefined, { key, data, fault, kept }: Held<T>) =>
  fault === undefined && before?.key === key && before.fault === undefined && before.data === data && before.kept?.at === kept?.at && before.kept?.by === kept?.by;

function faultOf<T>(key: string, before: Held<T> | undefined, error: unknown): Held<T> {
  const fault = error instanceof Fault ? error : new Fault({ title: String(error), status: 0, code: 'unexpected' });
  return before?.key === key && before.data !== undefined && fault.status === 0 ? { ...before, fault } : { key, fault };
}

/** Asks a question whenever its key, the language or the network changes; what was answered before stays on the screen until the new answer is there. Asking again, and being answered the same, draws nothing. */
export function useAnswer<T>(key: string | undefined, question: (stop: AbortSignal) => Promise<T>): Answer<T> {
  const [held, setHeld] = useState<Held<T>>();
  const [slow, setSlow] = useState(false);
  const [tries, setTries] = useState(0);
  const asked = useRef(question);
  asked.current = question;
  const latest = useRef<Held<T>>(undefined);
  const settled = useRef<() => void>(undefined);

  // Asked as soon as it is drawn, before any effect that looks whether something is waited for: those of another component may run first.
  useLayoutEffect(() => {
    if (key === undefined) return undefined;
    const once = () => {
      const stop = new AbortController();
      const timer = latest.current?.key === key && latest.current.data !== undefined ? undefined : setTimeout(() => setSlow(true), 150);
      const answered = waits();
      settled.current = answered;
      const settle = (next: Held<T>) => {
        if (stop.signal.aborted) return;
        clearTimeout(timer);
        setSlow(false);
        if (latest.current && isShown(latest.current, next)) { Object.assign(latest.current, { at: next.at }); answered(); return; }
        latest.current = next;
        setHeld(next);
      };
      asked.current(stop.signal).then(
        (data) => settle({ key, data: sharing(latest.current?.data, data), at: new Date().toISOString(), kept: keptFrom(data) }),
        (error: unknown) => settle(faultOf(key, latest.current, error)),
      );
      return () => { stop.abort(); clearTimeout(timer); answered(); };
    };
    // Only these two are listened to, not whatever is read while asking.
    return effect(() => { void [revision.value, language.value]; return untracked(once); });
  }, [key, tries]);

  // After what was answered is on the screen and has asked whatever it asks in turn: effects of children run first.
  useEffect(() => { if (held !== undefined) settled.current?.(); }, [held]);

  // The same question with other values ("partners/7?radius=20") keeps the answer before it until its own is there.
  const same = key !== undefined && held !== undefined && held.key.split('?')[0] === key.split('?')[0];
  const current = same && (held.key === key || held.fault === undefined) ? held : undefined;
  useAge(current?.data === undefined ? undefined : current.kept ?? (current.fault && current.at ? { at: current.at, by: 'device' } : undefined));
  return {
    ...(current?.data === undefined ? {} : { data: current.data, of: current.key }),
    ...(current?.fault === undefined ? {} : { fault: current.fault }),
    slow,
    again: () => setTries((n) => n + 1),
  };
}
