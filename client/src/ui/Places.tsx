import { type Place, placeOf, route, to } from '../network/route';
import { sheet } from '../network/state';
import { t } from '../words';
import { Icon } from './Icon';
import { Link } from './Link';

const places: Place[] = ['map', 'partners', 'introductions', 'coverage', 'activity'];

/** The five destinations: a rail on the laptop, a bar within reach of the thumb on the phone. */
export function Places() {
  const here = placeOf(route.value.view);
  return (
    <nav class="places" aria-label={t('place.all')}>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <Link to={to(place)} aria-current={here === place ? 'page' : undefined} onClickCapture={() => { if (sheet.value === 'peek') sheet.value = 'half'; }}>
              <Icon name={place} size={22} />
              <span>{t(`place.${place}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
