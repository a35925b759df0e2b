import type { Found } from '../../api/shapes';
import { type Route, to } from '../../network/route';
import { Icon } from '../../ui/Icon';
import { Sign } from '../../ui/Sign';
import { t } from '../../words';

/** Where a found thing is shown. */
export function addressOf(found: Found): Route {
  return found.kind === 'region' ? to('region', undefined, { kode: found.id }) : to(found.kind, found.id);
}

export function FoundLine({ found }: { found: Found }) {
  return (
    <span class="found">
      {found.kind === 'organization' && found.family ? <Sign family={found.family} label /> : <Icon name={found.kind === 'region' ? 'region' : 'service'} size={18} />}
      <span class="grow">
        <span class="name">{found.name}{found.acronym ? ` (${found.acronym})` : ''}</span>
        <span class="quiet small">{[found.kind === 'organization' ? undefined : t(found.level ? `region.${found.level}` : `kind.${found.kind}`), found.context].filter(Boolean).join(' · ')}</span>
      </span>
    </span>
  );
}
