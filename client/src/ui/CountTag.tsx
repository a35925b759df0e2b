import { t } from '../words';

/** How many wait for her behind a link; nothing when none does. */
export function CountTag({ count }: { count: number }) {
  return count > 0 ? <span class="count-tag">{count}<span class="hidden"> {t('work.waiting')}</span></span> : null;
}
