import type { TieStatus } from '../../api/shapes';
import { hide, readHidden, toggled } from '../../map/families';
import { route } from '../../network/route';
import { schematic } from '../../network/state';
import { Fold } from '../../ui/Fold';
import { Line } from '../../ui/Line';
import { Sign } from '../../ui/Sign';
import { families } from '../../ui/signs';
import { named, t } from '../../words';

const statuses: TieStatus[] = ['confirmed', 'proposed', 'disputed', 'ended'];

/** What colours, shapes and lines mean. */
export function Legend() {
  const hidden = readHidden(route.value.query);
  return (
    <div class="legend small">
      <ul role="group" aria-label={t('legend.families')}>{families.map((family) => (
        <li key={family} role="none"><button type="button" class="family" aria-pressed={!hidden.includes(family)} onClick={() => hide(toggled(hidden, family))}><Sign family={family} />{named('family', family)}</button></li>
      ))}</ul>
      <p class="quiet how">{t('legend.how')}{schematic.value && ` ${t('coverage.schematic')}`}</p>
      <Fold name="legend" summary={t('legend.more')}>
        <ul>
          {statuses.map((status) => (
            <li key={status}>
              <Line kind={status} />
              {t(`tieStatus.${status}`)}
            </li>
          ))}
          <li><span class="count" aria-hidden="true">9</span>{t('map.cluster')}</li>
          <li><Sign family="civil_society" mediates />{t('map.mediates')}</li>
          <li><Sign family="government" as="rough" />{t('map.rough')}</li>
          <li><span class="disc" aria-hidden="true" />{t('map.blurred')}</li>
          <li><Sign family="civil_society" as="retired" />{t('map.retired')}</li>
        </ul>
        <p class="quiet ground">{t('map.ground')}</p>
      </Fold>
    </div>
  );
}
