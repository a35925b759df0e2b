import { t } from '../words';
import { me } from './state';

/** How the author of something is called: oneself, the initial data, or a steward. Accounts are for the record, not for reading. */
export function authorOf(account: string): string {
  if (account === me.value.account) return t('author.you');
  return t(account === 'seed' ? 'author.seed' : 'author.steward');
}
