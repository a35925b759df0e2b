import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { me, notice } from '../../network/state';
import { choose, t } from '../../words';
import { UnitForm } from '../organizations/UnitForm';
import { forgetDrafts } from './kept';

const place = document.createElement('div');
const stored = { kind: 'unit', id: 'u1', organization: 'o1', name: 'Ranting', unitKind: 'village_group', version: 3, provenance: { source: 'Uji' } };
const page = { at: '2026-03-01', organization: { kind: 'organization', id: 'o1', name: 'Melati', actorKind: 'ngo', family: 'civil_society', provenance: {} }, units: [], places: [], services: [], ties: [] };
const widens = { title: 'Orang lain akan melihat lebih banyak.', status: 409, code: 'change_widens', errors: [{ field: 'confirmWidening', code: 'change_widens', message: 'Orang lain akan melihat lebih banyak.' }] };
const sent: Record<string, unknown>[] = [];

function answer(address: string, init: RequestInit | undefined): Response {
  if (init?.method === 'PUT') {
    sent.push(JSON.parse(String(init.body)) as Record<string, unknown>);
    return sent.at(-1)?.['confirmWidening'] === true ? Response.json({ id: 'u1' }) : Response.json(widens, { status: 409 });
  }
  return Response.json(address === '/api/units/u1' ? stored : address.endsWith('/page') ? page : { items: [] });
}

beforeEach(() => {
  choose('id');
  me.value = { audience: 'steward', account: 'steward-1', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
  document.body.append(place);
  sent.length = 0;
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => answer(address, init));
});
afterEach(() => {
  render(null, place);
  vi.unstubAllGlobals();
  forgetDrafts();
  notice.value = undefined;
  me.value = { audience: 'public', language: 'id' };
});

const found = <E extends Element>(selector: string) => vi.waitFor(() => { const one = place.querySelector<E & HTMLElement>(selector); if (!one) throw new Error(selector); return one; });
const save = async () => { await found('#field-name'); [...place.querySelectorAll('button')].find((one) => one.textContent === t('form.save'))?.click(); };

describe('an edit after which others would see more', () => {
  it('is asked about separately, with what was typed, and stored once that is agreed to', async () => {
    render(<UnitForm id="u1" />, place);
    const name = await found<HTMLInputElement>('#field-name');
    expect(place.querySelector('#field-confirmWidening')).toBeNull();
    name.value = 'Ranting Mekar';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    await save();

    const check = await found<HTMLInputElement>('#field-confirmWidening');
    expect(check.checked).toBe(false);
    expect((await found<HTMLInputElement>('#field-name')).value).toBe('Ranting Mekar');
    expect(place.textContent).toContain(t('suggest.widens'));
    check.click();
    await save();
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]).not.toHaveProperty('confirmWidening');
    expect(sent[1]).toMatchObject({ name: 'Ranting Mekar', confirmWidening: true });
  });
});
