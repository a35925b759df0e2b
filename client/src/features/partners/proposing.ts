import { preview } from '../../api/preview';
import type { Summary } from '../../api/shapes';
import { rights } from '../../network/state';

type Joined = Pick<Summary, 'id' | 'region' | 'retired'>;

/** Whether a tie can begin between them: nobody begins one with an organization that has ended, nor while looking as somebody else. */
export const canBegin = (from: Joined, to: Joined): boolean => preview === undefined && !from.retired && !to.retired;

/** Whether there is a tie that she may propose herself. */
export const canPropose = (from: Joined, to: Joined): boolean => rights.value.mayAdd('tie', from, to) && !from.retired && !to.retired;
