import { expect, it } from 'vitest';
import { outlinedBy } from './shapes';

it('outlines provinces and regencies by themselves, and what is finer by its regency', () => {
  expect(['33', '33.74', '33.74.01', '33.74.01.1002'].map(outlinedBy)).toEqual(['33', '33.74', '33.74', '33.74']);
});
