import { effect } from '@preact/signals';
import { line } from '../../live/connection';
import type { Step } from './shapes';

/** Hears how far a piece of work is, until nobody listens any more; when the connection was lost, again as soon as it is back. */
export function hearProgress(id: string, told: (step: Step) => void): () => void {
  let running: { dispose: () => void } | undefined;
  const end = effect(() => {
    running?.dispose();
    running = line.value?.stream<Step>('Progress', id).subscribe({ next: told, error: () => undefined, complete: () => undefined });
  });
  return () => { end(); running?.dispose(); };
}
