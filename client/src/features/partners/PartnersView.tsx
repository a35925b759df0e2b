import { t } from '../../words';

export function PartnersView() {
  return <h1>{t('partners.title')}</h1>;
}
