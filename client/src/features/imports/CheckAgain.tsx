import { t } from '../../words';
import { type Decisions, isStaleIn } from './decisions';
import { checkAndGo } from './FileStep';
import { work } from './work';

/** What was found does not hold any more once something else was decided; it is said beside that. */
export function CheckAgain({ of }: { of: readonly (keyof Decisions)[] }) {
  const { decisions, basis, doing } = work.value;
  if (!isStaleIn(decisions, basis, of)) return null;
  return (
    <div class="note">
      <div class="row apart grow"><p>{t('import.stale')}</p><button type="button" class="button" disabled={doing !== undefined} onClick={() => void checkAndGo()}>{t('import.checkAgain')}</button></div>
    </div>
  );
}
