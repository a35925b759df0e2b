import { organization, region } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { to } from '../../network/route';
import { Link } from '../../ui/Link';
import { t } from '../../words';
import type { Scope } from './scope';

/** What the rights are for, by name and as a link. */
export function ScopeName({ scope }: { scope: Scope }) {
  const { organization: id, region: code } = scope;
  const of = useAnswer(id ? `organization-name/${id}` : undefined, (stop) => organization(id ?? '', stop));
  const place = useAnswer(code ? `region/${code}` : undefined, (stop) => region(code ?? '', stop));
  if (id) return <Link to={to('organization', id)}>{of.data?.name ?? t('state.back')}</Link>;
  return code ? <Link to={to('region', undefined, { kode: code })}>{place.data?.name ?? code}</Link> : <>{t('people.whole')}</>;
}
