import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { go, route } from '../network/route';

vi.stubGlobal('IntersectionObserver', class { observe() { /* Everything is near. */ } unobserve() { /* Nothing goes away. */ } });
const { Table } = await import('./Table');

const place = document.createElement('main');
document.body.append(place);
afterEach(() => { render(null, place); });
const columns = [{ key: 'nama', label: 'Nama', value: (row: { name: string; kind: string }) => row.name }, { key: 'jenis', label: 'Jenis', value: (row: { kind: string }) => row.kind }];
const rows = [{ name: 'Arum', kind: 'ngo' }, { name: 'Batik', kind: 'company' }];
const draw = () => act(() => render(<Table title={'Organisasi'} rows={rows} columns={columns} keyOf={(row) => row.name} first={{ key: 'nama', down: false }} />, place));
const heads = () => [...place.querySelectorAll('th[aria-sort]')];
const press = (index: number) => act(() => { heads()[index]?.querySelector('button')?.click(); });

it('says the order in which its rows come, and turns it with one press', async () => {
  await draw();
  expect(heads().map((head) => head.getAttribute('aria-sort'))).toEqual(['ascending', 'none']);
  await press(0);
  await draw();
  expect(heads().map((head) => head.getAttribute('aria-sort'))).toEqual(['descending', 'none']);
  expect([...place.querySelectorAll('tbody th')].map((cell) => cell.textContent)).toEqual(['Batik', 'Arum']);
  await press(1);
  await draw();
  expect(heads().map((head) => head.getAttribute('aria-sort'))).toEqual(['none', 'ascending']);
  go({ ...route.value, query: {} });
});
