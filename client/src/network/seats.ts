import { organization } from '../api/questions';
import { useAnswer } from './asking';
import type { Whose } from './rights';
import { rights } from './state';

/** Where organizations sit, for whom that decides what she may do to what is theirs; for anybody else who they are is enough. Undefined until it is known. */
export function useSeats(ids: string[]): Whose[] | undefined {
  const asked = rights.value.byRegion && ids.length > 0;
  const answer = useAnswer(asked ? `seats/${ids.join()}` : undefined, (stop) => Promise.all(ids.map((id) => organization(id, stop))));
  if (!asked || answer.fault) return ids.map((id) => ({ id }));
  return answer.data?.map(({ id, region }) => ({ id, region }));
}
