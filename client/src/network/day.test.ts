import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dayOf, today } from './day';

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
