import { expect, it } from 'vitest';
import { astray } from './astray';

const bantul = { level: 'regency', point: { longitude: 110.33, latitude: -7.9 } } as const;

it.each([
  ['Bantul', 110.36, -7.85, undefined],
  ['Paris', 2.35, 48.86, 'outside'],
  ['nowhere', 0, 0, 'outside'],
  ['a latitude typed twice', -7.9, -7.9, 'outside'],
  ['Medan', 98.67, 3.59, 'far'],
])('a place in Bantul with its point in %s', (_, longitude, latitude, why) => {
  expect(astray({ longitude, latitude }, bantul)?.why).toBe(why);
});

it('a region without a middle, or none yet, is far from nothing', () => {
  expect(astray({ longitude: 98.67, latitude: 3.59 }, { level: 'regency' })).toBeUndefined();
  expect(astray({ longitude: 98.67, latitude: 3.59 }, undefined)).toBeUndefined();
});
