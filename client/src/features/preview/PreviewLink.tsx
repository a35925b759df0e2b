import { preview } from '../../api/preview';
import { route, to, writeAddress } from '../../network/route';
import { mayPreview } from '../../network/state';
import { Link } from '../../ui/Link';
import { t } from '../../words';

/** The way to look at this page as somebody else, for who sees more than others. */
export function PreviewLink() {
  if (!mayPreview.value || preview !== undefined) return null;
  return <Link to={to('preview', undefined, { dari: route.value.view === 'preview' ? route.value.query['dari'] : writeAddress(route.value) })}>{t('preview.title')}</Link>;
}
