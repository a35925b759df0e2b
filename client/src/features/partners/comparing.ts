import { go, route, to } from '../../network/route';

/** Who is compared (banding=id,id): two at most, each once. */
export const readCompared = (query: Record<string, string>): string[] => [...new Set((query['banding'] ?? '').split(',').filter(Boolean))].slice(0, 2);

/** Takes one in or out; a third one takes the place of who was chosen first. */
export const toggled = (ids: string[], id: string): string[] => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-2));

/** Two side by side are a view of their own, so back leads to the list again. */
export function compare(ids: string[]) {
  go(to('partners', undefined, { ...route.value.query, banding: ids.join(',') }), ids.length === 2 ? 'push' : 'replace');
}
