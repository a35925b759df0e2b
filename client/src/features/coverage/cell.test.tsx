import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { choose } from '../../words';
import { CellView } from './CellView';

const place = document.createElement('div');

beforeEach(() => { choose('id'); vi.stubGlobal('fetch', async () => Response.json({ title: '“pelatihan” tidak ada di daftar “Fungsi layanan sosial”.', status: 400, code: 'code_unknown' }, { status: 400 })); });
afterEach(() => { render(null, place); vi.unstubAllGlobals(); });

it('a cell that there is not keeps the heading of its page, and a way back', async () => {
  await act(() => render(<CellView axis="hso_function" region="33.10" term="pelatihan" day={undefined} />, place));
  await act(() => new Promise((done) => setTimeout(done, 20)));
  expect(place.querySelector('h1')?.textContent).toBe('Cakupan');
  expect(place.querySelector('[role="alert"]')?.textContent).toContain('“pelatihan” tidak ada');
  expect(place.querySelector('a')?.textContent).toBe('Kembali ke cakupan');
});
