export interface Pace {
  /** Milliseconds from the first call to what it asks for; calls that come in between are answered by the same. */
  soon: number;
  /** Milliseconds at least between two of them. */
  rest: number;
  /** Milliseconds that it waits at most for who is still busy. */
  patience: number;
}

/** Does something soon after it was asked for, once for all who ask meanwhile, never more often than the pace allows, and not while what it began the last time is still going on. Whoever asks all the time is served at that pace. */
export function paced(act: () => void, { soon, rest, patience }: Pace, busy: () => boolean = () => false): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let until = 0;
  const run = () => {
    if (busy() && performance.now() < until) { timer = setTimeout(run, soon); return; }
    timer = undefined;
    last = performance.now();
    act();
  };
  return () => {
    if (timer !== undefined) return;
    const now = performance.now();
    const wait = Math.max(soon, last + rest - now);
    until = now + wait + patience;
    timer = setTimeout(run, wait);
  };
}

export interface Silence { heard: () => void; stop: () => void }

/** Acts when nothing was heard for so many milliseconds. It has one timer, which looks how long ago the last was, and not a new one for each of hundreds that are heard in a second. */
export function silence(act: () => void, patience: number): Silence {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const look = () => {
    const left = last + patience - performance.now();
    timer = left > 0 ? setTimeout(look, left) : undefined;
    if (timer === undefined) act();
  };
  return {
    heard() { last = performance.now(); timer ??= setTimeout(look, patience); },
    stop() { clearTimeout(timer); timer = undefined; },
  };
}
