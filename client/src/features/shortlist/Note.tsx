import { to } from '../../network/route';
import { spoken } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { t } from '../../words';
import { isFull, keepShortlist, shortlist, toggled } from './shortlist';

/** Puts an organization on the list of this device, or takes it off. */
export function Note({ id, name, of, plain }: { id: string; name: string; of?: string | undefined; plain?: boolean }) {
  const isIn = shortlist.value.some((one) => one.id === id);
  const change = () => {
    keepShortlist(toggled(shortlist.value, { id, ...(of === undefined ? {} : { for: of }) }));
    spoken.value = t(isIn ? 'shortlist.out' : 'shortlist.in', { name });
  };
  return <button type="button" class={plain ? 'plain' : 'button'} aria-pressed={isIn} disabled={!isIn && isFull.value} onClick={change}>{!plain && <Icon name="legend" size={18} />}{t(isIn ? 'shortlist.noted' : 'shortlist.note')}<span class="hidden"> {name}</span></button>;
}

/** The way to the list, where there is anything on it. */
export const ToShortlist = () => (shortlist.value.length === 0 ? null : <p class="small no-print"><Link to={to('shortlist')}>{t('shortlist.open', { count: shortlist.value.length })}</Link></p>);
