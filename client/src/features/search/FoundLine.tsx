import type { Found } from '../../api/shapes';
import { type Route, to } from '../../network/route';
import { Icon } from '../../ui/Icon';
import { Sign } from '../../ui/Sign';
import { t } from '../../words';
import { type Hit, isSpot } from './spots';

/** Where a found thing is shown. */
export function addressOf(hit: Hit): Route {
  if (isSpot(hit)) return hit.to;
  return hit.kind === 'region' ? to('region', undefined, { kode: hit.id }) : to(hit.kind, hit.id);
}

/** What a found thing is, in words. */
export const kindOf = (hit: Hit) => t(!isSpot(hit) && hit.level ? `region.${hit.level}` : `kind.${hit.kind}`);

/** A name with the one by which it was found: an acronym, or another name that was typed. */
export const calledOf = ({ name, acronym, also }: Found) => { const other = also ?? acronym; return other && other !== name ? t('search.called', { name, other }) : name; };

const icons = { region: 'region', service: 'service', page: 'arrow', term: 'legend', organization: 'person' } as const;

export function FoundLine({ found }: { found: Hit }) {
  return (
    <span class="found">
      {found.kind === 'organization' && found.family ? <Sign family={found.family} label /> : <Icon name={icons[found.kind]} size={18} />}
      <span class="grow">
        <span class="name">{isSpot(found) ? found.name : calledOf(found)}</span>
        <span class="quiet small">{[found.kind === 'organization' ? undefined : kindOf(found), found.context].filter(Boolean).join(' · ')}</span>
      </span>
    </span>
  );
}
