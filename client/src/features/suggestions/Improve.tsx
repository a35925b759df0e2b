import { preview } from '../../api/preview';
import { type Route } from '../../network/route';
import { isSignedIn } from '../../network/state';
import { Link } from '../../ui/Link';
import { t } from '../../words';

/** The way for who may not change something: with an account by the form itself; without one by a page that needs no script, where there is one. What can end (`ends`) may also be said to be there no more. */
export function Improve({ mayEdit, form, page, ends }: { mayEdit: boolean; form: Route; page?: string; ends?: boolean }) {
  if (mayEdit || preview !== undefined) return null;
  if (isSignedIn.value) return <p class="small row"><Link to={form}>{t('suggest.improve')}</Link>{ends && <Link to={{ ...form, query: { berhenti: '1' } }}>{t('suggest.ended')}</Link>}</p>;
  return page === undefined ? null : <p class="small"><a href={page}>{t('suggest.improve')}</a></p>;
}
