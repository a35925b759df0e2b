import { t } from '../../words';

export function CoverageView() {
  return <h1>{t('coverage.title')}</h1>;
}
