import { managed } from '../network/managing';
import { type Place, placeOf, route, to } from '../network/route';
import { sheet } from '../network/state';
import { workWaiting } from '../network/work';
import { t } from '../words';
import { CountTag } from './CountTag';
import { Icon } from './Icon';
import { Link } from './Link';

const everybodys: Place[] = ['map', 'partners', 'introductions', 'coverage', 'activity'];

/** The five destinations, and a sixth for whoever has something to look after: a rail on the laptop, a bar within reach of the thumb on the phone. */
export function Places() {
  const here = placeOf(route.value.view);
  const places: Place[] = managed().length > 0 ? [...everybodys, 'manage'] : everybodys;
  const { ties, suggestions } = workWaiting();
  return (
    <nav class={places.length > everybodys.length ? 'places six' : 'places'} aria-label={t('place.all')}>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <Link to={to(place)} aria-current={here === place ? 'page' : undefined} onClickCapture={() => { if (sheet.value === 'peek') sheet.value = 'half'; }}>
              <Icon name={place} size={22} />
              <span>{t(`place.${place}`)}</span>
              {place === 'manage' && <CountTag count={ties + suggestions} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
