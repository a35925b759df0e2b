import { isSteward } from '../../network/state';
import { choose, language, t } from '../../words';
import { leave } from './session';

/** Who is looking, when it is not the public, and the way out. */
export function StewardMenu({ at }: { at: 'rail' | 'top' }) {
  if (!isSteward.value) return null;
  return (
    <section class={`steward steward-${at}`} aria-label={t('session.steward')}>
      <span class="tag">{t('session.steward')}</span>
      <button type="button" class="plain small" onClick={() => void leave()}>{t('session.signOut')}</button>
    </section>
  );
}

/** The other language one click away. */
export function SessionMenu() {
  const other = language.value === 'id' ? 'en' : 'id';
  return (
    <div class="session row">
      <button type="button" class="plain small" lang={other} aria-label={t('language.change')} onClick={() => choose(other)}>{t('language.other')}</button>
      <StewardMenu at="top" />
    </div>
  );
}
