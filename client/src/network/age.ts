import { computed, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Kept } from '../api/http';

/** The answers on the screen that are not of now, each with when it was and who kept it. */
const old = signal<ReadonlyMap<symbol, Kept>>(new Map());
/** The oldest of them; nothing while all that is shown is of now. */
export const oldest = computed(() => [...old.value.values()].sort((a, b) => (a.at < b.at ? -1 : 1))[0]);

function tell(answer: symbol, kept: Kept | undefined) {
  const before = old.peek().get(answer);
  if (before?.at === kept?.at && before?.by === kept?.by) return;
  const next = new Map(old.peek());
  if (kept === undefined) next.delete(answer);
  else next.set(answer, kept);
  old.value = next;
}

/** Has the page say how old an answer is for as long as it is shown; without a time it is of now. */
export function useAge(kept: Kept | undefined) {
  const answer = useRef(Symbol('an answer')).current;
  useEffect(() => { tell(answer, kept); }, [kept?.at, kept?.by]);
  useEffect(() => () => tell(answer, undefined), []);
}
