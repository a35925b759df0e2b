import { afterEach, expect, it, vi } from 'vitest';
import { withOffset } from '.';

afterEach(() => { vi.unstubAllEnvs(); });

it.each([['Asia/Jayapura', '2026-11-28T09:05:48+09:00'], ['America/St_Johns', '2026-11-27T20:35:48-03:30'], ['UTC', '2026-11-28T00:05:48Z']])('a moment in a file says how far the clock of %s is from UTC', (zone, told) => {
  vi.stubEnv('TZ', zone);
  expect(withOffset('2026-11-28T00:05:48.123Z')).toBe(told);
});
