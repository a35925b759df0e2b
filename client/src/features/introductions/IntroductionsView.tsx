import { t } from '../../words';

export function IntroductionsView() {
  return <h1>{t('introductions.title')}</h1>;
}
