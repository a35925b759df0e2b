import { isSteward } from '../../network/state';
import { choose, language, t } from '../../words';
import { to } from '../../network/route';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { unfinished } from '../editing/Unfinished';
import { leave } from './session';

/** Who is looking, when it is not the public, and the way out. */
export function StewardMenu({ at }: { at: 'rail' | 'top' }) {
  if (!isSteward.value) return null;
  const drafts = unfinished().length;
  return (
    <section class={`steward steward-${at}`} aria-label={t('session.steward')}>
      <span class="tag">{t('session.steward')}</span>
      {drafts > 0 && <Link class="drafts small" to={to('map')} aria-label={t('drafts.count', { count: drafts })}>{at === 'rail' ? t('drafts.count', { count: drafts }) : <><Icon name="edit" size={16} />{drafts}</>}</Link>}
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
