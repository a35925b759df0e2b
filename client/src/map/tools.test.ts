import { afterEach, expect, it, vi } from 'vitest';
import { notice } from '../network/state';
import { choose, t } from '../words';
import { here, locate } from './tools';

afterEach(() => { vi.unstubAllGlobals(); notice.value = undefined; here.value = undefined; });

it.each([[1, 'locate.refused'], [3, 'locate.none']] as const)('a device that does not tell where it is (%i) is told of in the line of what was just done', (code, words) => {
  choose('id');
  vi.stubGlobal('navigator', { geolocation: { getCurrentPosition: (_: unknown, failed: (error: object) => void) => failed({ code, PERMISSION_DENIED: 1 }) } });
  locate();
  expect(notice.value?.words()).toBe(t(words));
  expect(here.value).toBeUndefined();
});
