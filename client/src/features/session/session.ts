import { signOut, whoAmI } from '../../api/questions';
import { me, notice, revision } from '../../network/state';
import { forgetDrafts } from '../editing/kept';

/** Asks who the caller is; without an answer the page stays with the rights of the public. */
export async function refreshSession() {
  try {
    me.value = await whoAmI();
    // Whoever uses the device now is never shown what somebody else began.
    if (me.value.account !== undefined) forgetDrafts(me.value.account);
  } catch {
    me.value = { audience: 'public', language: 'id' };
  }
}

export async function leave() {
  await signOut();
  forgetDrafts();
  notice.value = undefined;
  await refreshSession();
  revision.value += 1;
}
