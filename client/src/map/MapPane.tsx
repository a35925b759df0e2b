import { t } from '../words';

export function MapPane() {
  return <section class="map" aria-label={t('map.label')} />;
}
