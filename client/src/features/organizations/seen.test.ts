import { expect, it } from 'vitest';
import { seenAs } from './seen';

it.each([
  ['', false, undefined, 'exact'], ['', true, undefined, 'district'], ['village', true, 'exact', 'village'], ['exact', false, 'district', 'district'], ['regency', false, 'district', 'regency'], ['', false, 'hidden', 'hidden'],
])('a place said to be “%s”, a home: %s, of an organization “%s”, is seen as %s', (precision, home, owner, seen) => {
  expect(seenAs(precision, home, owner)).toBe(seen);
});
