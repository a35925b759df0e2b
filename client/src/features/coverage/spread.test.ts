import { expect, it } from 'vitest';
import { spread } from './PaperMatrix';

it('puts no more columns on a sheet than can be read, as even as they come out', () => {
  expect(spread(4)).toEqual([[0, 4]]);
  expect(spread(11)).toEqual([[0, 6], [6, 11]]);
  expect(spread(36)).toEqual([[0, 9], [9, 18], [18, 27], [27, 36]]);
  expect(spread(0)).toEqual([]);
});
