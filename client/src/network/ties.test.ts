import { expect, it } from 'vitest';
import { lineOf } from './ties';

it('draws a tie that was agreed as ended once its last day is over', () => {
  expect(lineOf({ status: 'confirmed', until: '2025-12-31' }, '2026-01-01')).toBe('ended');
  expect(lineOf({ status: 'confirmed', until: '2026-01-01' }, '2026-01-01')).toBe('confirmed');
  expect(lineOf({ status: 'ended' }, '2026-01-01')).toBe('ended');
  expect(lineOf({ status: 'proposed' }, '2026-01-01')).toBe('proposed');
});
