import type { Summary } from '../../api/shapes';
import { isSteward } from '../../network/state';

/** Whether there is a tie to propose: nobody begins one with an organization that has ended. */
export const canPropose = (from: Pick<Summary, 'retired'>, to: Pick<Summary, 'retired'>): boolean => isSteward.value && !from.retired && !to.retired;
