import { signOut, whoAmI } from '../../api/questions';
import { me, revision } from '../../network/state';

/** Asks who the caller is; without an answer the page stays with the rights of the public. */
export async function refreshSession() {
  try {
    me.value = await whoAmI();
  } catch {
    me.value = { audience: 'public', language: 'id' };
  }
}

export async function leave() {
  await signOut();
  await refreshSession();
  revision.value += 1;
}
