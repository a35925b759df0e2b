/** Does several things one after the other, each in a task of its own, so that a key or a tap that comes meanwhile is answered between them. Asked for again before it is done, it begins anew; `stop` leaves the rest undone. */
export function inPieces(...pieces: (() => void)[]): { begin: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = (at: number) => {
    const piece = pieces[at];
    timer = piece && setTimeout(() => { go(at + 1); piece(); });
  };
  return {
    begin() { clearTimeout(timer); go(0); },
    stop() { clearTimeout(timer); },
  };
}
