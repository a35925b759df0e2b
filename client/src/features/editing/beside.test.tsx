import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../api/http';
import { me } from '../../network/state';
import { choose, t } from '../../words';
import { route, to } from '../../network/route';
import { NeedForm } from '../coverage/NeedForm';
import { PlaceForm } from '../organizations/PlaceForm';
import { ServiceStatus } from '../organizations/ServiceForm';
import { pathName } from './value';
import { Between } from './parts';

const place = document.createElement('div');
const refused = (...errors: [field: string, message: string][]) => ({ title: '', status: 422, code: 'x', errors: errors.map(([field, message]) => ({ code: 'x', field, message })) });
/** Every field that is marked as wrong, with what is told beside it. */
const marked = () => Object.fromEntries([...place.querySelectorAll('[aria-invalid]')].map((field) => [field.id, (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent).join(' ')]));

beforeEach(() => {
  choose('id');
  me.value = { audience: 'steward', account: 'steward-1', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
  document.body.append(place);
});
afterEach(() => {
  render(null, place);
  vi.unstubAllGlobals();
  localStorage.clear();
  me.value = { audience: 'public', language: 'id' };
});

it.each(['', 'active'])('a service of the status “%s” is running, which is offered once', (status) => {
  render(<ServiceStatus edit={{ draft: { status }, set: () => undefined, fault: undefined }} />, place);
  const field = place.querySelector('select');
  expect([...(field?.options ?? [])].map((option) => option.text)).toEqual(['Berjalan', 'Direncanakan', 'Berakhir']);
  expect(field?.selectedOptions[0]?.text).toBe('Berjalan');
});

it('a region that the address names and nobody knows is told beside its field', async () => {
  const fault = { title: '', status: 422, code: 'region_code_malformed', errors: [{ code: 'region_code_malformed', field: 'id', message: 'Kode wilayah `zz` tidak dikenal.', mend: 'Kode ditulis 11.' }] };
  vi.stubGlobal('fetch', async (address: string) => (address === '/api/regions/zz/path' ? Response.json(fault, { status: 422 }) : Response.json({ items: [] })));
  route.value = to('needForm', undefined, { wilayah: 'zz' });
  render(<NeedForm />, place);
  await vi.waitFor(() => expect(marked()).toEqual({ 'field-region': 'Kode wilayah `zz` tidak dikenal. Kode ditulis 11.' }));
  route.value = to('map');
});

describe('what is wrong stands beside the field that the summary names', () => {
  it.each(['valid', 'areas[1].valid'])('of the dates of %s', (path) => {
    render(<Between path={path} value={{ from: '2026-05-01', until: '2026-04-01' }} fault={new Fault(refused([`${path}.until`, 'Terbalik.']))} onChange={() => undefined} />, place);
    expect(Object.values(marked())).toEqual(['1 April 2026 Terbalik.']);
    const label = place.querySelector(`label[for="${Object.keys(marked())[0]}"]`)?.textContent;
    expect(pathName(`${path}.until`).endsWith(label ?? '?')).toBe(true);
  });

  it.each([
    [[['point', 'Tertukar.']], { 'field-point-latitude': 'Tertukar.', 'field-point-longitude': 'Tertukar.' }],
    [[['point.longitude', 'Bukan angka.']], { 'field-point-longitude': 'Bukan angka.' }],
  ] as [[string, string][], Record<string, string>][])('of the coordinates of a place: %j', async (errors, beside) => {
    vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => (init?.method === 'POST' ? Response.json(refused(...errors), { status: 422 }) : Response.json({ items: [] })));
    render(<PlaceForm />, place);
    [...place.querySelectorAll('button')].find((button) => button.textContent === t('form.save'))?.click();
    await vi.waitFor(() => expect(marked()).toEqual(beside));
    await vi.waitFor(() => expect(document.getElementById('field-point-longitude')?.closest('details')?.open).toBe(true));
  });
});
