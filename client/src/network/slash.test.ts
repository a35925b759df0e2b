import { afterEach, expect, it, vi } from 'vitest';
import { slash, switchSlash } from './slash';

afterEach(() => localStorage.clear());

it('the key of the search is on until somebody switches it off, which the device remembers', async () => {
  expect(slash.value).toBe(true);
  switchSlash(false);
  expect(slash.value).toBe(false);
  vi.resetModules();
  expect((await import('./slash')).slash.value).toBe(false);
  switchSlash(true);
  vi.resetModules();
  expect((await import('./slash')).slash.value).toBe(true);
});
