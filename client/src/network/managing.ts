import { preview } from '../api/preview';
import type { View } from './route';
import { isSignedIn, isSteward, mayPreview, rights } from './state';

/** What somebody with rights of her own can look after, in the order of how often it is asked of her. */
export function managed(): View[] {
  if (!isSignedIn.value) return [];
  const gives = rights.value.mayGive('coordinator');
  const all: [View, boolean][] = [
    ['waiting', rights.value.writes], ['suggestions', rights.value.writes], ['duplicates', rights.value.merges], ['import', isSteward.value],
    ['people', gives], ['care', gives], ['terms', isSteward.value], ['preview', mayPreview.value && preview === undefined],
  ];
  return all.filter(([, may]) => may).map(([view]) => view);
}
