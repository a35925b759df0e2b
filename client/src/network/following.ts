import { effect, untracked } from '@preact/signals';
import { revision } from './state';

/**
 * Gives what begins, when it is first called, to ask and to ask again whenever the network or who looks changes. `who` reads for whom it is asked; undefined is for
 * nobody, and then nothing is told. Only the latest question is told of, and while the server cannot be reached what was told last stays.
 */
export function following<By, Told>(who: () => By | undefined, ask: () => Promise<Told>, tell: (told: Told | undefined, by: By | undefined) => void): () => void {
  let follows = false;
  const begin = () => {
    if (follows) return;
    follows = true;
    let latest = 0;
    effect(() => {
      const by = who();
      void revision.value;
      latest += 1;
      const asked = latest;
      if (by === undefined) { untracked(() => tell(undefined, by)); return; }
      untracked(ask).then((told) => { if (asked === latest) tell(told, by); }, () => undefined);
    });
  };
  return () => queueMicrotask(begin);
}
