import type { Summary } from '../../api/shapes';
import { rights } from '../../network/state';

type Joined = Pick<Summary, 'id' | 'region' | 'retired'>;

/** Whether there is a tie that she may propose: nobody begins one with an organization that has ended. */
export const canPropose = (from: Joined, to: Joined): boolean => rights.value.mayAdd('tie', from, to) && !from.retired && !to.retired;
