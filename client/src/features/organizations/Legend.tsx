import type { TieStatus } from '../../api/shapes';
import { hide, readHidden, toggled } from '../../map/families';
import { route } from '../../network/route';
import { Sign } from '../../ui/Sign';
import { families } from '../../ui/signs';
import { named, t } from '../../words';

const lines: Record<TieStatus, string> = { confirmed: 'none', proposed: '6 4', disputed: '1.500 4', ended: 'none' };

/** What colours, shapes and lines mean. */
export function Legend() {
  const hidden = readHidden(route.value.query);
  return (
    <div class="legend small">
      <ul role="group" aria-label={t('legend.families')}>{families.map((family) => (
        <li key={family} role="none"><button type="button" class="family" aria-pressed={!hidden.includes(family)} onClick={() => hide(toggled(hidden, family))}><Sign family={family} />{named('family', family)}</button></li>
      ))}</ul>
      <p class="quiet how">{t('legend.how')}</p>
      <ul>
        {(Object.keys(lines) as TieStatus[]).map((status) => (
          <li key={status}>
            <svg width="30" height="10" aria-hidden="true"><path d="M1 5h28" stroke={status === 'ended' ? 'var(--edge)' : 'var(--text)'} stroke-width={status === 'ended' ? 1 : 2.5} stroke-dasharray={lines[status]} stroke-linecap="round" /></svg>
            {t(`tieStatus.${status}`)}
          </li>
        ))}
        <li><Sign family="civil_society" mediates />{t('map.mediates')}</li>
        <li><span class="disc" aria-hidden="true" />{t('map.blurred')}</li>
      </ul>
      <p class="quiet">{t('map.ground')}</p>
    </div>
  );
}
