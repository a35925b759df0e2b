import { isSteward } from '../../network/state';
import { choose, language, t } from '../../words';
import { leave } from './session';

/** The other language one click away, and who is looking. */
export function SessionMenu() {
  const other = language.value === 'id' ? 'en' : 'id';
  return (
    <div class="session row">
      <button type="button" class="plain small" lang={other} aria-label={t('language.change')} onClick={() => choose(other)}>{t('language.other')}</button>
      {isSteward.value && (
        <>
          <span class="tag">{t('session.steward')}</span>
          <button type="button" class="plain small" onClick={() => void leave()}>{t('session.signOut')}</button>
        </>
      )}
    </div>
  );
}
