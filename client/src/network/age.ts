import { computed, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** The answers on the screen that the server did not give now, each with when it did. */
const old = signal<ReadonlyMap<symbol, string>>(new Map());
/** When the oldest of them was given; nothing while all that is shown is what the server says now. */
export const oldest = computed(() => [...old.value.values()].sort()[0]);

function tell(answer: symbol, at: string | undefined) {
  if (old.peek().get(answer) === at) return;
  const next = new Map(old.peek());
  if (at === undefined) next.delete(answer);
  else next.set(answer, at);
  old.value = next;
}

/** Has the page say how old an answer is for as long as it is shown; without a time it is of now. */
export function useAge(at: string | undefined) {
  const answer = useRef(Symbol('an answer')).current;
  useEffect(() => { tell(answer, at); }, [at]);
  useEffect(() => () => tell(answer, undefined), []);
}
