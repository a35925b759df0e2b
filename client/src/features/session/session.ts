import { effect, signal } from '@preact/signals';
import { Fault } from '../../api/http';
import { signOut, whoAmI } from '../../api/questions';
import type { Me } from '../../api/shapes';
import { waits } from '../../network/asking';
import { isSignedIn, me, notice, reached, revision } from '../../network/state';
import { t } from '../../words';
import { draftsOf, forgetDrafts, forgetOldDrafts } from '../editing/kept';

/** True once somebody signed out on this device, here or in another tab, until somebody signs in. */
export const left = signal(false);

/** Where it is kept who this device was last told to be, the account with its grants, so that without a connection the page is still hers; nothing in it is of somebody who signed out. It proves nothing to the server.
 *  Other tabs hear of every change of it. */
const known = 'networkmap.account';

type Known = Pick<Me, 'audience' | 'account' | 'name' | 'grants'>;

function recallWho(): Known | undefined {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(known) || 'null');
    return typeof read === 'object' && read !== null && 'account' in read && 'audience' in read ? (read as Known) : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers who uses the device; `''` tells the other tabs that she left. */
function remember(who: Known | '' | undefined) {
  try {
    if (who === undefined) localStorage.removeItem(known);
    else localStorage.setItem(known, who === '' ? '' : JSON.stringify(who));
  } catch {
    // Without a store the account lasts as long as the connection.
  }
}

/** True when the last question who the caller is was answered. */
let sure = false;

/** What was begun stays on the device until she signs out or somebody else signs in, and after a session that ended by itself for some days: whoever uses the device next is never shown it. */
function settle(answer: Me) {
  const { account } = answer;
  if (account === undefined) forgetOldDrafts();
  else { forgetDrafts(account); left.value = false; }
  const { audience, name, grants } = answer;
  remember(account === undefined ? undefined : { audience, account, ...(name === undefined ? {} : { name }), ...(grants === undefined ? {} : { grants }) });
  me.value = answer;
}

/** Asks who the caller is. While there is no answer the page stays with who it knows, here or from the last visit; the server decides about every change in any case. */
export async function refreshSession() {
  try {
    const answer = await whoAmI();
    sure = true;
    settle(answer);
  } catch {
    sure = false;
    const who = recallWho();
    if (who && !isSignedIn.peek()) me.value = { ...me.peek(), ...who };
  }
}

/** Asks again when a refusal says that the session is over or a right was taken away; true when the session is over. */
export async function endedBy(fault: Fault): Promise<boolean> {
  if (fault.code !== 'steward_only' && fault.code !== 'not_permitted') return false;
  await refreshSession();
  return !isSignedIn.peek();
}

async function gone() {
  left.value = true;
  const { account: _, name: __, grants: ___, ...rest } = me.peek();
  me.value = { ...rest, audience: 'public' };
  forgetDrafts();
  notice.value = undefined;
  await refreshSession();
  revision.value += 1;
}

/** Keeps to who the caller is: asks now, whenever the server is reached again, and when another tab says that it changed. */
export function followSession() {
  // Until it is known, what the server wrote stays: the view would offer her what it offers to anybody.
  void refreshSession().then(waits());
  effect(() => { if (reached.value > (sure ? 1 : 0)) void refreshSession(); });
  window.addEventListener('storage', ({ key, newValue }) => { if (key === known) void (newValue === '' ? gone() : refreshSession()); });
}

/** Signs out, on all tabs of this browser. What was begun goes with it, so that is asked before. */
export async function leave(agreed = false) {
  const drafts = draftsOf(me.peek().account).length;
  if (drafts > 0 && !agreed) {
    notice.value = { what: 'asked', words: () => t('session.loses', { count: drafts }), ways: [{ words: () => t('session.leaveAnyway'), act: () => void leave(true) }] };
    return;
  }
  try {
    await signOut();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    notice.value = { what: 'refused', words: () => t('session.stillIn'), ways: [{ words: () => t('state.again'), act: () => void leave(agreed) }] };
    return;
  }
  remember('');
  await gone();
}
