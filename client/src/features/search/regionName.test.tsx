import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { choose } from '../../words';
import { RegionName } from './RegionName';

const place = document.createElement('div');
const names: Record<string, string> = { '/api/regions/33.10.12': 'Wedi', '/api/regions/33.10': 'Kabupaten Klaten', '/api/regions/33': 'Jawa Tengah' };

beforeEach(() => { choose('id'); vi.stubGlobal('fetch', async (path: string) => Response.json({ kind: 'region', id: path.split('/').at(-1), name: names[path] })); });
afterEach(() => { render(null, place); vi.unstubAllGlobals(); });

const told = async (code: string, name?: string) => {
  await act(() => render(<RegionName code={code} name={name} />, place));
  await act(() => new Promise((done) => setTimeout(done, 20)));
  return place.textContent;
};

it('a district is told with the regency that it lies in, and what is larger by itself', async () => {
  expect(await told('33.10.12')).toBe('Wedi, Kabupaten Klaten');
  expect(await told('33.10.12', 'Wedi')).toBe('Wedi, Kabupaten Klaten');
  expect(await told('33.10', 'Kabupaten Klaten')).toBe('Kabupaten Klaten');
  expect(await told('33')).toBe('Jawa Tengah');
});
