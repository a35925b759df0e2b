import { expect, it } from 'vitest';
import { isOurs, textOf } from './trust';

const page = 'http://localhost:5080/mitra?untuk=1';

it('lets the worker of the map and the service worker of this site be started, and nothing else', () => {
  for (const url of ['/sw.js', '/assets/maplibre-gl-worker-CZtFQQIV.mjs', 'http://localhost:5080/sw.js']) expect(isOurs(url, page), url).toBe(true);
  for (const url of ['https://example.org/sw.js', '//example.org/sw.js', '/sw.js?x=1', '/assets/index-1.js', '/api/organizations', 'javascript:alert(1)', 'data:text/javascript,alert(1)', 'blob:http://localhost:5080/1', '/assets/../api/maplibre-gl-worker-1.mjs'])
    expect(isOurs(url, page), url).toBe(false);
});

it('takes the words of markup, and runs nothing of it', () => {
  expect(textOf('&copy; <a href="https://example.org">Peta Kita</a><img src=x onerror="globalThis.ran = 1">')).toBe('© Peta Kita');
  expect((globalThis as { ran?: number }).ran).toBeUndefined();
});
