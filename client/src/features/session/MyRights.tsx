import type { Grant } from '../../api/shapes';
import { type Route, to } from '../../network/route';
import { me } from '../../network/state';
import { Link } from '../../ui/Link';
import { date, named, t } from '../../words';
import { PreviewLink } from '../preview/PreviewLink';
import { scopeOf } from './roles';

/** The page of what a right is for. */
const pageOf = ({ organization, region }: Grant): Route => (organization === undefined ? to('region', undefined, { kode: region }) : to('organization', organization));

/** What somebody may do, and where: a beginning for whoever came to keep something true. Of the whole network the menu says enough. */
export function MyRights() {
  const scoped = (me.value.grants ?? []).filter((grant) => scopeOf(grant) !== undefined);
  if (scoped.length === 0) return null;
  return (
    <section class="stack tight" aria-label={t('rights.mine')}>
      <ul class="bare">
        {scoped.map((grant) => (
          <li key={grant.id}>{t('rights.youAre', { role: named('rightsAs', grant.role) })} <Link to={pageOf(grant)}>{scopeOf(grant)}</Link>{grant.until && <span class="small quiet"> {t('tie.until', { date: date(grant.until) })}</span>}</li>
        ))}
      </ul>
      <p class="small"><PreviewLink /></p>
    </section>
  );
}
