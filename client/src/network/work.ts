import { signal } from '@preact/signals';
import { preview } from '../api/preview';
import { suggestions, waitingTies } from '../api/questions';
import { following } from './following';
import { me, rights } from './state';

/** What waits for whoever looks: suggestions for her decision, ties for a word of her side or to be accepted. */
interface Work { suggestions: number; ties: number }
const none: Work = { suggestions: 0, ties: 0 };
const counted = signal<Work>(none);

function tell(work: Work) {
  const before = counted.peek();
  if (work.suggestions !== before.suggestions || work.ties !== before.ties) counted.value = work;
}

const follow = following(
  () => (preview === undefined && rights.value.writes ? me.value.account : undefined),
  () => Promise.all([suggestions({ limit: 1 }), waitingTies({ limit: 1 })]),
  (answer) => tell(answer ? { suggestions: answer[0].count, ties: answer[1].yours } : none),
);

/** How much waits for her; nothing before it was counted. */
export function workWaiting(): Work {
  follow();
  return counted.value;
}
