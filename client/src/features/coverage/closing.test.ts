import { expect, it } from 'vitest';
import { readCount, readDistance } from './closing';

it('reads how many and how far from the address, and takes the usual ones for what is no choice', () => {
  expect([{}, { banyak: '10', jarak: '6000' }, { banyak: '7', jarak: '1e3' }].map((query) => [readCount(query), readDistance(query)])).toEqual([[5, 150], [10, 6000], [5, 150]]);
});
