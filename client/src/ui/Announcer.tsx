import { spoken } from '../network/state';

/** One polite live region for the whole page. */
export function Announcer() {
  return <p class="hidden" role="status" aria-live="polite">{spoken.value}</p>;
}
