import type { TieStatus } from '../../api/shapes';
import { Sign } from '../../ui/Sign';
import { families } from '../../ui/signs';
import { named, t } from '../../words';

const lines: Record<TieStatus, string> = { confirmed: 'none', proposed: '6 4', disputed: '1.500 4', ended: 'none' };

/** What colours, shapes and lines mean. */
export function Legend() {
  return (
    <div class="legend small">
      <ul>{families.map((family) => <li key={family}><Sign family={family} />{named('family', family)}</li>)}</ul>
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
