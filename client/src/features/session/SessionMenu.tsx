import { isSignedIn, me, notice } from '../../network/state';
import { type Language, bring, choose, language, list, t } from '../../words';
import { to } from '../../network/route';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { signInAddress } from '../../ui/States';
import { unfinished } from '../editing/Unfinished';
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
      <AccountLink at={at} />
      <button type="button" class="plain small" onClick={() => void leave()} {...(at === 'top' ? { 'aria-label': t('session.signOut') } : {})}>{at === 'top' ? <Icon name="leave" /> : t('session.signOut')}</button>
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

/** Speaks another language once its words are here. */
function speak(other: Language) {
  bring(other).then(() => choose(other), () => { notice.value = { what: 'refused', words: () => t('state.unreachable'), ways: [{ words: () => t('state.again'), act: () => speak(other) }] }; });
}

/** The other language one click away. */
export function SessionMenu() {
  const other = language.value === 'id' ? 'en' : 'id';
  return (
    <div class="session row">
      <button type="button" class="plain small" lang={other} onClick={() => speak(other)}><span class="hidden">{t('language.change')}</span><span class="long" aria-hidden="true">{t('language.other')}</span><span class="short" aria-hidden="true">{other.toUpperCase()}</span></button>
      {!isSignedIn.value && <AccountLink at="top" />}
      <AccountMenu at="top" />
    </div>
  );
}
