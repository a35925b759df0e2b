import { t } from '../../words';

export function ActivityView() {
  return <h1>{t('activity.title')}</h1>;
}
