import { nearest } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import type { Route } from '../../network/route';
import { inView } from '../../network/state';
import { focusWhenThere } from '../../ui/focus';
import { Link } from '../../ui/Link';
import { whereOf } from '../../ui/Row';
import { Sign } from '../../ui/Sign';
import { Answered } from '../../ui/States';
import { kilometres, t } from '../../words';

/** So many are offered to begin with. */
const few = 6;

/** From where they are looked for until a part of the map is looked at: the middle of the country. */
const country = { longitude: 118, latitude: -2.5 };

/** Farther than the country is wide. */
const everywhere = 6000;

/** A beginning for whoever has no name to type: the groups of home workers nearest to the middle of the map, since who looks for her own is of one. Each is the way to a question that begins with it; `next` is the id of what the focus goes to. Where ties are asked for, only those who have some are a beginning. */
export function Beginning({ to, next, tied }: { to: (id: string) => Route; next: string; tied?: true }) {
  const middle = inView.value?.middle;
  const { longitude, latitude } = middle ?? country;
  const answer = useAnswer(`beginning/${longitude}/${latitude}/${tied}`, (stop) => nearest({ longitude, latitude, radiusKm: everywhere, kind: 'home_worker_organization', tied, limit: few }, stop));
  return (
    <section class="stack">
      <h2>{t(middle ? 'begin.nearest' : 'begin.groups')}</h2>
      {inView.value && <p class="quiet">{t(middle ? 'begin.near' : 'begin.zoom')}</p>}
      <Answered answer={answer} lines={few}>
        {({ items }) => (
          <ul class="list">
            {items.map(({ organization: o, km }) => (
              <li key={o.id} class="item">
                <Link class="found-link" to={to(o.id)} onClickCapture={() => focusWhenThere(next)}>
                  <span class="found"><Sign family={o.family} mediates={o.mediates} label /><span class="grow"><span class="name">{o.name}</span><span class="quiet small">{[whereOf(o), middle && t('begin.away', { km: kilometres(km) })].filter(Boolean).join(' · ')}</span></span></span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
