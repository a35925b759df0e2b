import { preview } from '../api/preview';
import type { View } from './route';
import { isSignedIn, isSteward, mayPreview, rights } from './state';

/** The views that are looked after. */
export type Managed = Extract<View, 'waiting' | 'suggestions' | 'duplicates' | 'import' | 'people' | 'care' | 'terms' | 'preview'>;

/** What somebody with rights of her own can look after, in the order of how often it is asked of her. */
export function managed(): Managed[] {
  if (!isSignedIn.value) return [];
  const gives = rights.value.mayGive('coordinator');
  const all: [Managed, boolean][] = [
    ['waiting', rights.value.writes], ['suggestions', rights.value.writes], ['duplicates', rights.value.merges], ['import', isSteward.value],
    ['people', gives], ['care', gives], ['terms', isSteward.value], ['preview', mayPreview.value && preview === undefined],
  ];
  return all.filter(([, may]) => may).map(([view]) => view);
}
