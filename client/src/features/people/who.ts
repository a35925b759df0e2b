import { me } from '../../network/state';
import { t } from '../../words';

/** How the holder of a right is called: herself by "you", everybody else by the account. The one place that knows. */
export const holderName = (account: string): string => (account === me.value.account ? t('author.you') : account);
