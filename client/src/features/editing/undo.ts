import { Fault } from '../../api/http';
import { revert } from '../../api/questions';
import { type Route, leaveFor, to } from '../../network/route';
import { notice, revision, spoken } from '../../network/state';
import { type Key, t } from '../../words';

/** Why something was refused, in a sentence. */
export const refused = (fault: Fault) => fault.problem.errors?.[0]?.message ?? (fault.status === 0 ? t('state.unreachable') : fault.message || t('state.error'));

/** Takes a change back, with the reason that it was done just now; or says why that cannot be and leads to the change itself, where it can be agreed to or mended. */
async function takeBack(change: string, after: Route | undefined) {
  notice.value = undefined;
  try {
    await revert(change, { because: 'undone_at_once' }, false);
    if (after) leaveFor(after);
    revision.value += 1;
    notice.value = { what: 'kept', words: () => t('form.undone'), ways: [] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const words = refused(error);
    const again = error.status === 0 ? [{ words: () => t('state.again'), act: () => void takeBack(change, after) }] : [];
    notice.value = { what: 'refused', words: () => t('form.undoRefused', { why: words }), ways: [...again, { words: () => t('activity.open'), to: to('changeset', change) }] };
  }
}

/** Offers to take back what was just done, for a while and until something else is done. A write that changed nothing has nothing to take back. */
export function offerUndo(done: Key, change: string | undefined, after?: Route) {
  if (change === undefined) spoken.value = t(done);
  notice.value = change === undefined ? undefined : { what: 'undo', words: () => t(done), ways: [{ words: () => t('form.undo'), act: () => void takeBack(change, after) }] };
}
