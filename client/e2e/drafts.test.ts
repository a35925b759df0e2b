import { describe, expect, it } from 'vitest';
import { at, browsing, isAccessible, phone, stage } from './browser';
import { Wire } from './wire';
import { drafted, foundation, organization, save, source } from './writing';

const { visit } = browsing({ map: false });

describe('what is entered', () => {
  it('is kept when the page closes, offered on return, and gone once it is thrown away', async () => {
    const { page, context } = await visit({ steward: true, width: phone, url: null });
    const id = await organization(page, 'Lembaga Isian');
    await page.goto(at(`/organisasi/${id}/ubah`));
    await page.getByLabel('Tujuan').fill('Yang sempat saya tulis');
    await drafted(page, 'Yang sempat saya tulis');
    await page.reload();
    await page.getByText(/^Ada isian Anda dari .*, belum tersimpan di peta\.$/).waitFor();
    await isAccessible(page, 'the offer of a draft');
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    expect(await page.getByLabel('Tujuan').inputValue()).toBe('Yang sempat saya tulis');
    await page.goto(at('/'));
    const begun = page.getByRole('region', { name: 'Isian yang belum disimpan' });
    await begun.getByRole('button', { name: /^Lanjutkan.*Ubah organisasi: Lembaga Isian/ }).click();
    expect(await page.getByLabel('Tujuan').inputValue()).toBe('Yang sempat saya tulis');
    await page.reload();
    await page.getByRole('button', { name: 'Buang' }).click();
    expect(await page.getByLabel('Tujuan').inputValue()).toBe('');
    await page.reload();
    await page.getByLabel('Tujuan').waitFor();
    expect(await page.getByText(/^Ada isian/).count()).toBe(0);
    await context.close();
  });

  it('stays when somebody goes elsewhere in the page, which one line says with the way back', async () => {
    const { page, context } = await visit({ steward: true, url: at(`/unit/baru?organisasi=${foundation}`) });
    await page.getByLabel(/^Nama/).fill('Cabang yang ditunda');
    await page.getByRole('link', { name: 'Aktivitas' }).click();
    await page.getByText('Isian Anda tersimpan di perangkat ini.').waitFor();
    await page.getByRole('status').getByRole('link', { name: 'Lanjutkan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tambah unit' }).waitFor();
    expect(await page.getByLabel(/^Nama/).inputValue()).toBe('Cabang yang ditunda');
    await context.close();
  });
});

describe('a draft beside another tab', () => {
  it('stays when the same form, still empty, is left in that one', async () => {
    const { page, context } = await visit({ steward: true });
    const address = at(`/unit/baru?organisasi=${await organization(page, 'Lembaga Dua Tab')}`);
    const empty = await context.newPage();
    for (const tab of [empty, page]) { await tab.goto(address); await tab.getByLabel(/^Nama/).waitFor(); }
    await page.getByLabel(/^Nama/).fill('Cabang yang sedang ditulis');
    await drafted(page, 'Cabang yang sedang ditulis');
    await empty.evaluate(() => { document.dispatchEvent(new Event('visibilitychange')); });
    await empty.reload();
    await empty.getByRole('button', { name: 'Lanjutkan' }).click();
    expect(await empty.getByLabel(/^Nama/).inputValue()).toBe('Cabang yang sedang ditulis');
    await context.close();
  });

  it('stands beside that of another tab which fills in the same form, and each comes back', async () => {
    const { page, context } = await visit({ steward: true });
    const address = at(`/unit/baru?organisasi=${await organization(page, 'Lembaga Dua Penulis')}`);
    const second = await context.newPage();
    const tabs = [[page, 'Cabang pertama'], [second, 'Cabang kedua']] as const;
    for (const [tab] of tabs) { await tab.goto(address); await tab.getByLabel(/^Nama/).waitFor(); }
    for (const [tab, name] of tabs) { await tab.getByLabel(/^Nama/).fill(name); await drafted(tab, `"${name}"`); }
    await page.getByLabel(/^Nama/).fill('Cabang pertama, lagi');
    await drafted(page, '"Cabang pertama, lagi"');
    await page.getByLabel(/^Nama/).fill('Cabang pertama');
    await drafted(page, '"Cabang pertama"');
    for (const [tab, name] of tabs) {
      await tab.reload();
      await tab.getByRole('button', { name: 'Lanjutkan' }).click();
      expect(await tab.getByLabel(/^Nama/).inputValue()).toBe(name);
    }
    await second.getByLabel(/^Jenis unit/).selectOption({ index: 1 });
    await source(second).fill('Uji');
    await save(second);
    await second.getByRole('heading', { level: 1, name: 'Lembaga Dua Penulis' }).waitFor();
    await second.goto(at('/'));
    const begun = second.getByRole('region', { name: 'Isian yang belum disimpan' });
    expect(await begun.getByRole('button', { name: /^Lanjutkan.*Lembaga Dua|^Lanjutkan.*Cabang kedua/ }).count()).toBe(0);
    await begun.getByRole('button', { name: /^Lanjutkan.*Tambah unit: Cabang pertama/ }).click();
    expect(await second.getByLabel(/^Nama/).inputValue()).toBe('Cabang pertama');
    await context.close();
  });
});

describe('a draft that meets others', () => {
  it('of what somebody removed meanwhile stays, says so, and is saved once that is brought back', async () => {
    const { page, context } = await visit({ steward: true, url: null });
    const id = await organization(page, 'Lembaga Bercabang');
    const unit = (await (await page.request.post(at('/api/units'), { data: { organization: id, name: 'Cabang', unitKind: 'branch', provenance: { source: 'Uji' } } })).json()) as { id: string };
    await page.goto(at(`/unit/${unit.id}/ubah`));
    await page.getByLabel(/^Nama/).fill('Cabang Timur');
    expect((await page.request.delete(at(`/api/units/${unit.id}?reason=keliru`), { headers: { 'If-Match': '*' } })).status()).toBe(204);
    const note = page.getByRole('alert').filter({ hasText: 'Ini sudah dihapus oleh Anda' });
    await note.getByText('Alasan: keliru').waitFor();
    await isAccessible(page, 'a form whose record was removed');
    await note.getByRole('button', { name: 'Kembalikan' }).click();
    await note.waitFor({ state: 'detached' });
    expect(await page.getByLabel(/^Nama/).inputValue()).toBe('Cabang Timur');
    await save(page);
    await page.getByRole('heading', { level: 3, name: 'Cabang Timur' }).waitFor();
    await context.close();
  });

  it('from an older version meets the newer one with a choice for each part, areas by their names, and both lists when both are wanted', async () => {
    const { page, context } = await visit({ steward: true, url: null });
    const id = await organization(page, 'Lembaga Dua Wilayah');
    const made = (await (await page.request.post(at('/api/services'), { data: { organization: id, name: 'Kelas', areas: [{ region: '33.74' }], provenance: { source: 'Uji' } } })).json()) as { id: string };
    await page.goto(at(`/layanan/${made.id}/ubah`));
    await page.getByRole('button', { name: 'Tambah wilayah' }).click();
    await page.getByRole('group', { name: 'Wilayah 2' }).getByRole('combobox').fill('sleman');
    await page.getByRole('option', { name: /Kabupaten Sleman/ }).first().click();
    const other = await page.request.put(at(`/api/services/${made.id}`), { headers: { 'If-Match': '"1"' }, data: { organization: id, name: 'Kelas malam', areas: [{ region: '33.74' }, { region: '33', withSubregions: true }], provenance: { source: 'Uji' } } });
    expect(other.status()).toBe(200);
    await save(page);
    await page.getByRole('heading', { name: 'Ini sudah diubah sementara Anda mengisi' }).waitFor();
    const areas = page.getByRole('group', { name: 'Wilayah layanan' });
    await expect.poll(() => areas.textContent()).toMatch(/Kota Semarang.*Kabupaten Sleman.*Jawa Tengah/);
    expect(await areas.textContent()).not.toMatch(/\d\d\.\d\d|[{}"]|withSub/);
    await isAccessible(page, 'a conflict');
    await areas.getByLabel(/^Keduanya/).check();
    await page.getByRole('button', { name: 'Simpan pilihan ini' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kelas malam' }).waitFor();
    for (const name of ['Kota Semarang', 'Kabupaten Sleman', 'Jawa Tengah']) await page.getByRole('main').getByRole('link', { name }).waitFor();
    await context.close();
  });
});

describe('a form that is left by its button', () => {
  it('while it is saved lets her stay where she went', async () => {
    const { page, context, wrongs } = await visit({ steward: true, url: null });
    const id = await organization(page, 'Lembaga Terburu');
    await page.goto(at(`/organisasi/${id}/ubah`));
    let store: () => void = () => undefined;
    const held = new Promise<void>((done) => { store = done; });
    const sent = new Promise<void>((is) => { void page.route(`**/api/organizations/${id}`, async (route) => { if (route.request().method() !== 'PUT') { await route.continue(); return; } is(); await held; await route.continue(); }); });
    await page.getByLabel('Tujuan').fill('Sedang disimpan');
    await save(page);
    await sent;
    await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Cakupan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cakupan' }).waitFor();
    store();
    await page.getByRole('button', { name: 'Urungkan' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/cakupan');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('leaves nothing behind when nothing was entered, and else asks once whether it is to be kept', async () => {
    const { page, context } = await visit({ steward: true, url: at(`/unit/baru?organisasi=${foundation}`) });
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('networkmap.draft.') && key.includes('|unit|')).length);
    const leave = page.getByRole('button', { name: 'Batal' });
    await leave.click();
    await page.waitForURL((url) => url.pathname.startsWith('/organisasi/'));
    expect(await kept()).toBe(0);
    for (const [choice, drafts] of [['Buang', 0], ['Simpan sebagai draf', 1]] as const) {
      await page.goto(at(`/unit/baru?organisasi=${foundation}`));
      await page.getByLabel(/^Nama/).fill('Cabang Barat');
      await leave.click();
      await page.getByRole('button', { name: 'Kembali mengisi' }).click();
      await leave.click();
      await isAccessible(page, 'the question before leaving');
      await page.getByRole('group', { name: 'Isian ini belum disimpan di peta.' }).getByRole('button', { name: choice }).click();
      await page.getByRole('heading', { level: 2, name: /^Unit/ }).waitFor();
      await expect.poll(kept).toBe(drafts);
      expect(await page.getByText('Isian Anda tersimpan di perangkat ini.').count()).toBe(0);
    }
    await context.close();
  });
});

describe('what was begun', () => {
  it('is never left to whoever signs in after her', async () => {
    const { page, context } = await visit({ steward: true, url: at(`/unit/baru?organisasi=${foundation}`) });
    await page.getByLabel(/^Nama/).fill('Rahasia');
    await drafted(page, 'Rahasia');
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('networkmap.draft.')).length);
    expect(await kept()).toBe(1);
    await page.evaluate(() => localStorage.setItem('networkmap.draft.somebody|unit|new|', '{"draft":{},"base":{},"at":"2026-01-01","reason":""}'));
    await page.reload();
    await page.getByRole('button', { name: 'Buang' }).waitFor();
    await expect.poll(kept).toBe(1);
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    // The session is everybody's in these tests: it only seems to end.
    await context.route('**/api/sign-out', (route) => route.fulfill({ status: 204 }));
    let over = false;
    await context.route('**/api/me', (route) => (over ? route.fulfill({ json: { audience: 'public', language: 'id' } }) : route.fallback()));
    const other = await context.newPage();
    await other.goto(at('/'));
    await other.getByRole('button', { name: 'Keluar' }).click();
    await other.getByRole('status').getByText('Keluar berarti menghapus 1 isian yang belum tersimpan dari perangkat ini.').waitFor();
    await isAccessible(other, 'the question before signing out');
    expect(await kept()).toBe(1);
    over = true;
    await other.getByRole('button', { name: 'Hapus dan keluar' }).click();
    await page.getByText('Anda sudah keluar. Isian yang belum tersimpan sudah dihapus dari perangkat ini.').waitFor();
    await expect.poll(() => page.getByLabel(/^Nama/).count()).toBe(0);
    await page.waitForFunction(() => Object.keys(localStorage).every((key) => !key.startsWith('networkmap.draft.')));
    await context.close();
  });
});

describe('a connection that drops', () => {
  it('leaves a form and its draft to a steward who loads the page again, and the form goes on by itself when it is back', async () => {
    const wire = await Wire.to(stage().url);
    const { page, context } = await visit({ steward: true, worker: true, url: wire.url });
    await page.evaluate(() => navigator.serviceWorker.ready);
    const id = await organization(page, 'Lembaga Luring');
    await page.goto(`${wire.url}/organisasi/${id}/ubah`);
    await page.getByLabel('Tujuan').fill('Ditulis tanpa sinyal');
    await drafted(page, 'Ditulis tanpa sinyal');
    wire.cut();
    await page.reload();
    const offline = page.getByText(/^Server tidak terjangkau\. Isian Anda ada di perangkat ini/);
    await offline.waitFor();
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    expect(await page.getByLabel('Tujuan').inputValue()).toBe('Ditulis tanpa sinyal');
    await isAccessible(page, 'a form without a connection');
    wire.mend();
    await offline.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Tujuan').inputValue()).toBe('Ditulis tanpa sinyal');
    await save(page);
    await page.getByRole('heading', { level: 1, name: 'Lembaga Luring' }).waitFor();
    await context.close();
    wire.close();
  });

  it('while a form is saved loses nothing, and the form is stored once when it is sent again', async () => {
    const wire = await Wire.to(stage().url);
    const { page, context } = await visit({ steward: true, url: `${wire.url}/unit/baru?organisasi=${foundation}` });
    await page.getByLabel(/^Nama/).fill('Cabang di sinyal buruk');
    await page.getByLabel(/^Jenis unit/).selectOption({ index: 1 });
    await source(page).fill('Telepon');
    // The request arrives, its answer does not.
    await page.route('**/api/units', async (route) => { await route.fetch(); await route.abort(); }, { times: 1 });
    await save(page);
    await page.getByRole('alert').getByText(/Isian Anda aman di perangkat ini/).waitFor();
    wire.cut();
    // What went wrong before still stands there: the wire is mended only after this try failed as well.
    const failed = page.waitForEvent('requestfailed', (request) => new URL(request.url()).pathname === '/api/units');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await failed;
    await page.getByRole('alert').getByText(/Isian Anda aman di perangkat ini/).waitFor();
    wire.mend();
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByRole('heading', { level: 3, name: 'Cabang di sinyal buruk' }).waitFor();
    const { items } = (await (await page.request.get(at(`/api/units?organization=${foundation}`))).json()) as { items: { name: string }[] };
    expect(items.filter((u) => u.name === 'Cabang di sinyal buruk')).toHaveLength(1);
    await context.close();
    wire.close();
  });
});

describe('a form whose answer was lost', () => {
  it('and that was changed then is stored once, as it is now', async () => {
    const { page, context } = await visit({ steward: true, url: at(`/unit/baru?organisasi=${foundation}`) });
    await page.getByLabel(/^Nama/).fill('Cabang tanpa jawaban');
    await page.getByLabel(/^Jenis unit/).selectOption({ index: 1 });
    await source(page).fill('Telepon');
    await page.route('**/api/units', async (route) => { await route.fetch(); await route.abort(); }, { times: 1 });
    await save(page);
    await page.getByRole('alert').getByText(/Isian Anda aman di perangkat ini/).waitFor();
    await page.getByLabel(/^Nama/).fill('Cabang yang dibetulkan');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByRole('heading', { level: 3, name: 'Cabang yang dibetulkan' }).waitFor();
    const { items } = (await (await page.request.get(at(`/api/units?organization=${foundation}`))).json()) as { items: { name: string }[] };
    expect(items.map((u) => u.name).filter((one) => one === 'Cabang tanpa jawaban' || one === 'Cabang yang dibetulkan')).toEqual(['Cabang yang dibetulkan']);
    await context.close();
  });
});
