import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { me, notice, revision } from '../../network/state';
import { choose, t } from '../../words';
import { UnitForm } from '../organizations/UnitForm';
import { draftName, forgetDrafts, recall } from './kept';

const place = document.createElement('div');
const stored = { kind: 'unit', id: 'u1', organization: 'o1', name: 'Ranting', unitKind: 'village_group', provenance: { source: 'Uji' } };
const removal = { id: 'c9', at: '2026-03-01T08:00:00Z', by: 'steward-x', reason: 'Tercatat dua kali', summary: 'Unit dihapus', elements: [{ kind: 'unit', id: 'u1', action: 'removed' }] };
const page = { at: '2026-03-01', organization: { kind: 'organization', id: 'o1', name: 'Melati', actorKind: 'ngo', family: 'civil_society', region: '33', provenance: {} }, units: [], places: [], services: [], ties: [] };
const sent: { method: string; address: string; body: Record<string, unknown> }[] = [];
let [there, removed] = [true, removal as typeof removal & { count?: number }];
/** Each test has an element, and so drafts, of its own. */
let [id, count] = ['', 0];

function answer(address: string, init: RequestInit | undefined): Response {
  if (init?.method !== undefined) {
    sent.push({ method: init.method, address, body: JSON.parse(String(init.body)) as Record<string, unknown> });
    if (init.method === 'PUT' && !there) return Response.json({ title: 'Ini tidak ditemukan.', status: 404, code: 'element_unknown' }, { status: 404 });
    if (address.endsWith('/revert')) there = true;
    return Response.json({ id: 'u2' });
  }
  if (address === `/api/units/${id}`) return there ? Response.json({ ...stored, id, version: sent.length > 0 ? 5 : 3 }) : Response.json({ title: 'Ini tidak ditemukan.', status: 404, code: 'element_unknown' }, { status: 404 });
  if (address.startsWith(`/api/units/${id}/history`)) return Response.json({ items: [removal] });
  if (address === '/api/changesets/c9') return Response.json(removed);
  return Response.json(address.endsWith('/page') ? page : { items: [] });
}

beforeEach(() => {
  choose('id');
  me.value = { audience: 'steward', account: 'steward-1', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
  document.body.append(place);
  [there, removed, id] = [true, removal, `u${count += 1}`];
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

const nameField = () => vi.waitFor(() => { const field = place.querySelector<HTMLInputElement>('#field-name'); if (!field) throw new Error('no field'); return field; });
const press = async (words: string) => (await vi.waitFor(() => { const button = [...place.querySelectorAll('button')].find((one) => one.textContent === words); if (!button) throw new Error(words); return button; })).click();
const type = async (words: string) => { const field = await nameField(); field.value = words; field.dispatchEvent(new Event('input', { bubbles: true })); };
const kept = () => recall(draftName('steward-1', 'unit', id));
/** Somebody else removes it while the form is open with something in it. */
const lose = async () => {
  render(<UnitForm id={id} />, place);
  await type('Ranting Mekar');
  await vi.waitFor(() => expect(kept()).toBeDefined());
  there = false;
};
const says = (words: string) => vi.waitFor(() => expect(place.textContent).toContain(words));

describe('what is edited while somebody else removes it', () => {
  it('stays on the screen, with who removed it, when and why', async () => {
    await lose();
    revision.value += 1;
    await says('Alasan: Tercatat dua kali');
    expect(place.textContent).toContain(t('form.gone', { who: 'pengelola data' }));
    expect((await nameField()).value).toBe('Ranting Mekar');
  });

  it('is brought back and saved from the version that is there then', async () => {
    await lose();
    revision.value += 1;
    await press(t('form.goneRestore'));
    await press(t('form.save'));
    await vi.waitFor(() => expect(sent.map(({ method, address }) => `${method} ${address}`)).toEqual(['POST /api/changesets/c9/revert', `PUT /api/units/${id}`]));
    expect(sent[1]?.body).toMatchObject({ id, name: 'Ranting Mekar' });
  });

  it('is saved as something new, under an id of its own', async () => {
    await lose();
    revision.value += 1;
    await press(t('form.saveAnew'));
    await vi.waitFor(() => expect(sent).toMatchObject([{ method: 'POST', address: '/api/units', body: { name: 'Ranting Mekar', organization: 'o1' } }]));
    expect(sent[0]?.body['id']).toBeUndefined();
    await vi.waitFor(() => expect(kept()).toBeUndefined());
  });

  it('is found out when it is saved, if not before', async () => {
    await lose();
    await press(t('form.save'));
    await says('Alasan: Tercatat dua kali');
    expect((await nameField()).value).toBe('Ranting Mekar');
  });

  it('comes back from the device after the page was closed', async () => {
    await lose();
    render(null, place);
    render(<UnitForm id={id} />, place);
    await press(t('form.resume'));
    await says('Alasan: Tercatat dua kali');
    expect((await nameField()).value).toBe('Ranting Mekar');
  });

  it('is not brought back with others that went in the same change', async () => {
    removed = { ...removal, count: 12 };
    await lose();
    revision.value += 1;
    await says('Alasan: Tercatat dua kali');
    expect([...place.querySelectorAll('button')].map((b) => b.textContent)).not.toContain(t('form.goneRestore'));
    expect(place.querySelector('a[href="/aktivitas/c9"]')).not.toBeNull();
  });
});
