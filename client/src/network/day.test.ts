import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dayOf, today, wrongDay } from './day';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

it('counts its days in Jakarta, as the server does', () => {
  vi.setSystemTime(new Date('2026-03-01T16:59:00Z'));
  expect(today()).toBe('2026-03-01');
  vi.setSystemTime(new Date('2026-03-01T17:00:00Z'));
  expect(today()).toBe('2026-03-02');
});

it('asks about today when the address names no day', () => {
  expect([dayOf({}), dayOf({ tanggal: '' }), dayOf({ tanggal: '2026-03-01' })]).toEqual([undefined, undefined, '2026-03-01']);
});

it('asks about today when the address names a day that is none, and says which', () => {
  for (const tanggal of ['2026-02-31', '2025-02-29', '2026-13-01', '31-01-2026', 'besok', '0000-01-01']) expect([dayOf({ tanggal }), wrongDay({ tanggal })]).toEqual([undefined, tanggal]);
  for (const query of [{}, { tanggal: '' }, { tanggal: '2024-02-29' }]) expect(wrongDay(query)).toBeUndefined();
});
