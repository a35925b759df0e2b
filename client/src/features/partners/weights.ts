import { isKey } from '../../words';

const prefix = 'bobot.';
export const weightName = (part: string) => prefix + part;

/** What the address says about weights: those that can be used, by their part, and those that the usual ones stand in for. */
export interface Weighted { used: Record<string, string>; unusable: { part: string; value: string }[] }

/** A weight is a number from 0 to 100 of a part that there is. */
const isWeight = (part: string, value: string) => isKey(`part.${part}`) && /^\d+(\.\d+)?$/.test(value) && Number(value) <= 100;

export function readWeights(query: Record<string, string>): Weighted {
  const named = Object.entries(query).filter(([name, value]) => name.startsWith(prefix) && value !== '').map(([name, value]) => ({ part: name.slice(prefix.length), value }));
  return { used: Object.fromEntries(named.filter(({ part, value }) => isWeight(part, value)).map(({ part, value }) => [part, value])), unusable: named.filter(({ part, value }) => !isWeight(part, value)) };
}

/** The address without any weight. */
export const withoutWeights = (query: Record<string, string>) => Object.fromEntries(Object.keys(query).filter((name) => name.startsWith(prefix)).map((name) => [name, undefined]));
