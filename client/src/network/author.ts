import { t } from '../words';
import { me } from './state';

/** How the author of something is called: oneself, the initial data, a side of a tie that answered by a link, or a steward. Accounts are for the record, not for reading. */
export function authorOf(account: string): string {
  if (account === me.value.account) return t('author.you');
  if (account === 'link') return t('author.link');
  return t(account === 'seed' ? 'author.seed' : 'author.steward');
}
