import { isSteward, me } from '../../network/state';
import { choose, language, t } from '../../words';
import { route, to, writeAddress } from '../../network/route';
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
      {at === 'rail' && <Link class="drafts small" to={to('waiting')}>{t('waiting.title')}</Link>}
      <AccountLink at={at} />
      <button type="button" class="plain small" onClick={() => void leave()}>{t('session.signOut')}</button>
    </section>
  );
}

/** The way to one's own account, or into it: pages of the server, which need no script. What is looked at is come back to. */
function AccountLink({ at }: { at: 'rail' | 'top' }) {
  const { account, unfinished: open } = me.value;
  if (account === undefined) return <a class="plain small" href={`/masuk?ke=${encodeURIComponent(writeAddress(route.value))}`}>{t('signIn.title')}</a>;
  const words = t(open ? 'account.finish' : 'account.title');
  return <a class="plain small" href="/akun" aria-label={words}>{at === 'rail' ? words : <Icon name="account" />}</a>;
}

/** The other language one click away. */
export function SessionMenu() {
  const other = language.value === 'id' ? 'en' : 'id';
  return (
    <div class="session row">
      <button type="button" class="plain small" lang={other} aria-label={t('language.change')} onClick={() => choose(other)}>{t('language.other')}</button>
      {!isSteward.value && <AccountLink at="top" />}
      <StewardMenu at="top" />
    </div>
  );
}
