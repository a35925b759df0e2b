import { t } from '../../words';

export function ChangesetView({ id }: { id: string }) {
  return <h1 data-id={id}>{t('activity.title')}</h1>;
}
