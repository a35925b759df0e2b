import { isSignedIn, me, rights } from '../../network/state';
import { choose, language, list, t } from '../../words';
import { to } from '../../network/route';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { signInAddress } from '../../ui/States';
import { unfinished } from '../editing/Unfinished';
import { PreviewLink } from '../preview/PreviewLink';
import { asOneWord, asWhat } from './roles';
import { leave } from './session';

/** Who is looking, when it is not the public, and the way out. */
export function AccountMenu({ at }: { at: 'rail' | 'top' }) {
  if (!isSignedIn.value) return null;
  const drafts = unfinished().length;
  return (
    <section class={`steward steward-${at}`} aria-label={t('account.title')}>
      <span class="tag" title={list(asWhat(me.value.grants))}>{asOneWord(me.value.grants)}</span>
      {drafts > 0 && <Link class="drafts small" to={to('map')} aria-label={t('drafts.count', { count: drafts })}>{at === 'rail' ? t('drafts.count', { count: drafts }) : <><Icon name="edit" size={16} />{drafts}</>}</Link>}
      {at === 'rail' && <Link class="drafts small" to={to('waiting')}>{t('waiting.title')}</Link>}
      <AccountLink at={at} />
      {at === 'rail' && rights.value.mayGive('coordinator') && <Link class="plain small" to={to('people')}>{t('people.short')}</Link>}
      {at === 'rail' && <PreviewLink short />}
      <button type="button" class="plain small" onClick={() => void leave()}>{t('session.signOut')}</button>
    </section>
  );
}

/** The way to one's own account, or into it: pages of the server, which need no script. What is looked at is come back to. */
function AccountLink({ at }: { at: 'rail' | 'top' }) {
  const { account, unfinished: open } = me.value;
  if (account === undefined) return <a class="plain small" href={signInAddress()}>{t('signIn.title')}</a>;
  const words = t(open ? 'account.finish' : 'account.title');
  return <a class="plain small" href="/akun" aria-label={words}>{at === 'rail' ? words : <Icon name="account" />}</a>;
}

/** The other language one click away. */
export function SessionMenu() {
  const other = language.value === 'id' ? 'en' : 'id';
  return (
    <div class="session row">
      <button type="button" class="plain small" lang={other} aria-label={t('language.change')} onClick={() => choose(other)}>{t('language.other')}</button>
      {!isSignedIn.value && <AccountLink at="top" />}
      <AccountMenu at="top" />
    </div>
  );
}
