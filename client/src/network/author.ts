import { named, t } from '../words';
import { personName } from './people';
import { me } from './state';

const isAccount = (author: string) => /^(account|steward)-[0-9a-f]{16}$/.test(author);

/** How the author of something is called: oneself, the initial data, a side of a tie that answered by a link, an account that was erased, whom somebody sees the right of, or a steward. Who is told the account
 *  is told by name whose it is; the account itself means nothing to anybody. */
export function authorOf(account: string, right?: string): string {
  if (account === me.value.account) return t('author.you');
  if (account === 'link' || account === 'public') return t(`author.${account}`);
  if (account === 'seed' || account === 'erased') return t(`author.${account}`);
  const [name, by] = [isAccount(account) ? personName(account) : undefined, named('author', right ?? 'steward')];
  return name === undefined ? by : right === undefined ? name : t('author.named', { name, right: by });
}

/** Whose account it is, where that alone is to be said: herself, a name, or that there is none. */
export function holderOf(account: string): string {
  if (account === me.value.account) return t('author.you');
  return personName(account) ?? t('author.nameless');
}
