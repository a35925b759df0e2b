import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at, browsing, choose, fits, isAccessible, laptop, phone } from './browser';
import { drafted, foundation, make, organization, save } from './writing';

const { visit } = browsing({ map: false });
const provenance = { source: 'Uji', lastVerified: '2026-03-01', unverified: true };

const read = async (page: Page, path: string) => (await (await page.request.get(at(path))).json()) as Record<string, unknown>;

describe('a contact with consent', () => {
  it('is added, mended where it is wrong, kept through a closed page, shown with its consent, met by another version, and undone, on a phone', async () => {
    const { page, context, wrongs } = await visit({ steward: true, width: phone, url: null });
    const id = await organization(page, 'Lembaga Berkontak');
    await page.goto(at(`/organisasi/${id}/ubah`));
    await page.getByText('Kontak dan izinnya').click();
    await page.getByRole('button', { name: 'Tambah kontak' }).click();
    const contact = page.getByRole('group', { name: 'Kontak 1' });
    await expect.poll(() => contact.getByLabel(/^Nomor atau alamat/).evaluate((field) => field === document.activeElement)).toBe(true);
    await contact.getByLabel('Saluran').selectOption({ label: 'WhatsApp' });
    await contact.getByText(/^Belum tercatat siapa yang mengizinkan/).waitFor();
    await page.getByRole('button', { name: 'Tambah kontak' }).click();
    await page.getByRole('group', { name: 'Kontak 2' }).getByText('Selama masih kosong, bagian ini tidak ikut disimpan.').waitFor();
    await contact.getByLabel('Diizinkan pada').fill('2026-03-01');
    await contact.getByLabel('Izin ditarik pada').fill('2026-04-01');
    await page.getByText('Keterangan lain').click();
    await page.getByLabel('Nama lain').fill('Paguyuban Serat\nFibre Circle');
    await save(page);
    await page.getByRole('alert').getByRole('button', { name: /^Kontak 1, Nomor atau alamat:/ }).click();
    await page.keyboard.type('0812 kosong');
    await save(page);
    await page.getByRole('alert').getByRole('button', { name: /^Kontak 1, Nomor atau alamat: Ini belum nomor telepon yang lengkap/ }).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('0812-3456-7890');
    await contact.getByLabel('Diberikan oleh').fill('Ibu Rini');
    await contact.getByText('Izinnya sudah ditarik. Hapus kontak ini.').waitFor();
    await contact.getByLabel('Izin ditarik pada').fill('');
    await contact.getByLabel('Nama orangnya').fill('Ibu Rini');
    await isAccessible(page, 'the contacts of an organization');
    await fits(page, 'the contacts of an organization');
    await drafted(page, 'Ibu Rini');
    await page.reload();
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.getByText('Kontak dan izinnya').click();
    expect(await contact.getByLabel('Diberikan oleh').inputValue()).toBe('Ibu Rini');
    const other = await page.request.put(at(`/api/organizations/${id}`), { headers: { 'If-Match': '"1"' }, data: { name: 'Lembaga Berkontak', actorKind: 'ngo', region: '33.74', contacts: [{ channel: 'email', value: 'a@b.id' }], provenance: { source: 'Uji' } } });
    expect(other.status()).toBe(200);
    await save(page);
    await page.getByText(/^\d+ detik yang lalu · oleh |^sekarang · oleh /).waitFor();
    await page.getByRole('group', { name: 'Kontak' }).getByLabel(/^Keduanya/).check();
    await page.getByRole('button', { name: 'Simpan pilihan ini' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lembaga Berkontak' }).waitFor();
    await page.getByText('Izin dari Ibu Rini, 1 Maret 2026').waitFor();
    await page.getByText('WhatsApp: +62 812 3456 7890').waitFor();
    await page.getByText('Surel: a@b.id').waitFor();
    await page.getByText('Paguyuban Serat dan Fibre Circle').waitFor();
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await page.getByText('Izin dari Ibu Rini, 1 Maret 2026').waitFor({ state: 'detached' });
    expect(await read(page, `/api/organizations/${id}`)).toMatchObject({ contacts: [{ channel: 'email', value: 'a@b.id' }] });
    // A stale version is met on purpose; the browser reports its answer.
    expect(wrongs.filter((wrong) => !/40[09]|422/.test(wrong))).toEqual([]);
    await context.close();
  });
});

describe('a contact that anybody sees', () => {
  it('goes from every open page with one tap of who keeps it, and comes back only when that is agreed to', async () => {
    const { page, context } = await visit({ steward: true, width: phone });
    const consent = { givenBy: 'Ibu Rini', given: '2026-03-01', how: 'spoken' };
    const id = await make(page, 'organizations', { provenance, name: 'Lembaga Terbuka', actorKind: 'ngo', region: '33.74', contacts: [{ name: 'Ibu Rini', channel: 'whatsapp', value: '+6281234567890', purposes: ['publication'], audience: 'public', consent }] });
    const other = await visit({ url: at(`/organisasi/${id}`), width: laptop });
    await other.page.getByText('WhatsApp: +62 812 3456 7890').waitFor();
    await other.page.getByText('untuk ditampilkan di halaman organisasi').waitFor();
    expect(await other.page.getByText('Izin dari').count()).toBe(0);
    await isAccessible(other.page, 'a page with a contact');
    await page.goto(at(`/organisasi/${id}`));
    await page.getByText('Terlihat oleh: Siapa saja').waitFor();
    await isAccessible(page, 'a contact of who keeps it');
    await fits(page, 'a contact of who keeps it');
    await page.getByRole('button', { name: 'Tarik izin Ibu Rini' }).click();
    await page.getByText('Izinnya sudah ditarik. Hapus kontak ini.').waitFor();
    await other.page.getByText('+62 812 3456 7890').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await page.getByText(/^Belum bisa diurungkan|Lihat perubahannya/).first().waitFor();
    expect(await (await other.page.request.get(at(`/api/organizations/${id}/contacts`))).json()).toEqual({ items: [] });
    await other.context.close();
    await context.close();
  });
});

describe('all that a tie can say', () => {
  it('is entered, mended and read on the page of its end, in English', async () => {
    const { page, context } = await visit({ steward: true, width: laptop, language: 'en', url: null });
    const id = await organization(page, 'Penyalur Kain');
    const about = await make(page, 'services', { provenance, organization: foundation, name: 'Kelas Jahit Rumahan', areas: [{ region: '34' }] });
    await page.goto(at(`/hubungan/baru?dari=${id}&ke=${foundation}`));
    await page.getByText('Strength, dates, service and note').click();
    await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption({ label: 'Kelas Jahit Rumahan (Yayasan Napas Lega (contoh))' });
    await page.getByText('Confirmed by both sides').click();
    await page.getByLabel('Penyalur Kain confirmed, by the source, on').fill('2026-02-01');
    await page.getByText('Agreement', { exact: true }).click();
    await page.getByLabel('Number').fill('12/2026');
    await page.getByText('Supply chain', { exact: true }).click();
    await page.getByLabel('Product').fill('Shoe uppers');
    await page.getByLabel('Basis of pay').selectOption({ label: 'By the piece' });
    await page.getByLabel('Tier').fill('9');
    await page.getByLabel(/^Source \(/).fill('Visit');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const alert = page.getByRole('alert');
    await alert.getByRole('button', { name: /^Kind of agreement:/ }).click();
    await page.keyboard.type('Memorandum');
    await alert.getByRole('button', { name: /^Tier/ }).click();
    await page.getByLabel('Tier').fill('2');
    await isAccessible(page, 'the whole form of a tie');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Penyalur Kain' }).waitFor();
    await page.getByText('Memorandum, 12/2026').waitFor();
    await page.getByText('Shoe uppers · tier 2 · pay: By the piece').waitFor();
    await page.getByRole('link', { name: 'Kelas Jahit Rumahan' }).waitFor();
    const { items } = (await read(page, `/api/ties?organization=${id}`)) as { items: { id: string }[] };
    expect(items[0]).toMatchObject({ service: about, agreement: { kind: 'Memorandum', number: '12/2026' }, supply: { product: 'Shoe uppers', tier: 2, paymentBasis: 'piece' } });
    await context.close();
  });
});

describe('a place of a home-worker group', () => {
  it('that says neither home nor precision is told as its group is, which the form says before, and kept so', async () => {
    const { page, context } = await visit({ steward: true, language: 'en', url: null });
    const group = await make(page, 'organizations', { provenance, name: 'Kelompok Tanpa Kata', actorKind: 'home_worker_organization', region: '33.74.01', precision: 'regency' });
    await page.goto(at(`/tempat/baru?organisasi=${group}`));
    await page.getByText('Others see only its regency or city, as a soft disc.').waitFor();
    await page.getByText('So precisely is its organization shown; no place of it is shown more precisely.').waitFor();
    await expect.poll(() => page.getByLabel('Precision of location').getByRole('option').allTextContents()).toEqual(['Automatic', 'Regency or city', 'Not shown']);
    await choose(page, /^Region/, 'semarang tengah', /Semarang Tengah/);
    await page.getByLabel(/^Source \(/).fill('Visit');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Kelompok Tanpa Kata' }).waitFor();
    const { items } = (await read(page, `/api/places?organization=${group}`)) as { items: object[] };
    expect(items[0]).toMatchObject({ region: '33.74.01', precision: 'regency' });
    await context.close();
  });
});

describe('an element that says all it can', () => {
  it('is the same after its form was opened and saved', async () => {
    const { page, context } = await visit({ steward: true, url: at('/aktivitas') });
    const day = '2026-03-01';
    const valid = { from: day, until: '2099-12-31' };
    const members = { women: 3, men: 0, other: 6, unknown: 9, date: day, source: 'Daftar  hadir', published: true };
    const whole = { otherNames: ['Lama'], acronym: 'PS', legalForm: 'association', legalStatus: 'incorporated', mediates: true, purpose: 'Berserikat', precision: 'village', issues: ['piece_rate'], sectors: ['batik'], offers: ['legal_aid'], needs: ['negotiation'], languages: ['id', 'ace'], website: 'https://example.org', members, founded: 2001, note: 'Catatan' };
    const contacts = [{ name: 'Ibu', role: 'ketua', channel: 'whatsapp', value: '+6281234567890', purposes: ['introduction', 'publication'], purpose: 'undangan', audience: 'signed_in', consent: { givenBy: 'Ibu', given: day, how: 'written', until: day, withdrawn: day } }, { channel: 'phone', value: '129' }];
    const owner = await make(page, 'organizations', { provenance, name: 'Pemilik Semua', actorKind: 'company', region: '34.02.15', ...whole, contacts });
    const other = await organization(page, 'Pihak Lain');
    const place = await make(page, 'places', { provenance, organization: owner, name: 'Rumah', region: '34.02.15', point: { longitude: 110.123456789, latitude: -7.9 }, precision: 'district', home: true, main: true, address: 'RT 3' });
    const service = await make(page, 'services', { provenance, organization: owner, name: 'Sekolah' });
    const tie = await make(page, 'ties', { provenance, type: 'partners_with', from: owner, to: other, service, status: 'disputed', strength: 4, audience: 'parties', valid, agreement: { kind: 'mou', number: '1', signed: day, until: day, link: 'https://example.org/m' }, statements: [{ side: 'from', says: 'confirmed', day, way: 'source' }], supply: {}, note: 'Catatan' });
    for (const [segment, id, address] of [['organizations', owner, `/organisasi/${owner}/ubah`], ['places', place, `/tempat/${place}/ubah`], ['ties', tie, `/hubungan/${tie}/ubah`]] as const) {
      const before = await read(page, `/api/${segment}/${id}`);
      await page.goto(at(address));
      await page.getByRole('button', { name: 'Simpan', exact: true }).waitFor();
      const [answer] = await Promise.all([page.waitForResponse((r) => r.request().method() === 'PUT'), save(page)]);
      expect(answer.status(), await answer.text()).toBe(200);
      expect(answer.headers()['changeset'], `${segment} changed`).toBeUndefined();
      expect(await read(page, `/api/${segment}/${id}`)).toEqual(before);
    }
    await context.close();
  });
});
