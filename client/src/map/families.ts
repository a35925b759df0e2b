import type { Family } from '../api/shapes';
import { go, route } from '../network/route';
import { families } from '../ui/signs';

/** The families that the address leaves out of the map (tanpa=government,economy). */
export const readHidden = (query: Record<string, string>): Family[] => families.filter((f) => (query['tanpa'] ?? '').split(',').includes(f));

export const toggled = (hidden: Family[], family: Family): Family[] => families.filter((f) => hidden.includes(f) !== (f === family));

/** The filter belongs to the address of whatever is shown, and stays while one view follows another. */
export const hide = (hidden: Family[]) => go({ ...route.value, query: { ...route.value.query, tanpa: hidden.join(',') } }, 'replace');
