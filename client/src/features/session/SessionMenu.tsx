import { isSignedIn, isSteward, me, notice, rights } from '../../network/state';
import { workWaiting } from '../../network/work';
import { type Language, bring, choose, language, list, t } from '../../words';
import { to } from '../../network/route';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { signInAddress } from '../../ui/States';
import { unfinished } from '../editing/Unfinished';
import { PreviewLink } from '../preview/PreviewLink';
import { asOneWord, asWhat } from './roles';
import { leave } from './session';

/** How many wait for her behind a link; nothing when none does. */
function Waiting({ count }: { count: number }) {
  return count > 0 ? <span class="count-tag">{count}<span class="hidden"> {t('work.waiting')}</span></span> : null;
}

/** The way to what waits for her, on a phone, where the menu has no room for each of its lists. */
function Work() {
  const { suggestions, ties } = workWaiting();
  if (suggestions + ties === 0) return null;
  return <Link class="drafts small" to={to(suggestions > 0 ? 'suggestions' : 'waiting')} aria-label={t('work.count', { count: suggestions + ties })}><span class="count-tag">{suggestions + ties}</span></Link>;
}

/** Who is looking, when it is not the public, and the way out. */
export function AccountMenu({ at }: { at: 'rail' | 'top' }) {
  if (!isSignedIn.value) return null;
  const drafts = unfinished().length;
  const work = workWaiting();
  return (
    <section class={`steward steward-${at}`} aria-label={t('account.title')}>
      <span class="tag" title={list(asWhat(me.value.grants))}>{asOneWord(me.value.grants)}</span>
      {drafts > 0 && <Link class="drafts small" to={to('map')} aria-label={t('drafts.count', { count: drafts })}>{at === 'rail' ? t('drafts.count', { count: drafts }) : <><Icon name="edit" size={16} />{drafts}</>}</Link>}
      {at === 'rail' && <Link class="drafts small" to={to('waiting')}><span>{t('waiting.title')} <Waiting count={work.ties} /></span></Link>}
      {at === 'rail' && <Link class="drafts small" to={to('suggestions')}><span>{t('suggestions.title')} <Waiting count={work.suggestions} /></span></Link>}
      {at === 'top' && <Work />}
      <AccountLink at={at} />
      {at === 'rail' && rights.value.mayGive('coordinator') && <Link class="plain small" to={to('people')}>{t('people.short')}</Link>}
      {at === 'rail' && rights.value.mayGive('coordinator') && <Link class="plain small" to={to('care')}>{t('care.title')}</Link>}
      {at === 'rail' && isSteward.value && <Link class="plain small" to={to('import')}>{t('import.title')}</Link>}
      {at === 'rail' && rights.value.merges && <Link class="plain small" to={to('duplicates')}>{t('duplicates.title')}</Link>}
      {at === 'rail' && <PreviewLink short />}
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
