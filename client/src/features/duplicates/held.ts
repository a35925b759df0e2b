import { useRef } from 'preact/hooks';

/** A question about what is about to end, as two that are merged: while it is held the last answer stays, since what it asks for is gone before whoever ended it hears so. */
export function useHeld<T>(question: (stop: AbortSignal) => Promise<T>): { ask: (stop: AbortSignal) => Promise<T>; hold: (holds: boolean) => void } {
  const last = useRef<{ answer: T }>(undefined);
  const holds = useRef(false);
  const ask = async (stop: AbortSignal) => {
    if (holds.current && last.current) return last.current.answer;
    const answer = await question(stop);
    last.current = { answer };
    return answer;
  };
  return { ask, hold(now) { holds.current = now; } };
}
