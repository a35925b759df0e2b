import { describe, expect, it } from 'vitest';
import { at, browsing, choose, fits, isAccessible, settled } from './browser';
import { counted, form, organization, save, source, takePoint, widths } from './writing';

const { visit } = browsing({ map: false });

describe('a steward and a unit', () => {
  it.each(widths)('adds a unit, changes it and removes it from the page of its organization, on a %s', async (where, width) => {
    const { page, context, wrongs } = await visit({ steward: true, width, url: null });
    const id = await organization(page, `Induk Unit ${where}`);
    await page.goto(at(`/organisasi/${id}`));
    await page.getByRole('link', { name: 'Tambah unit' }).click();
    await form(page, 'Tambah unit');
    await page.getByLabel(/^Nama/).fill('Cabang Sleman');
    await page.getByLabel(/^Jenis unit/).selectOption({ index: 1 });
    await choose(page, 'Wilayah', 'sleman', /Kabupaten Sleman/);
    await page.getByText('Kabupaten/kota · Daerah Istimewa Yogyakarta', { exact: true }).waitFor();
    await source(page).fill('Kunjungan');
    await isAccessible(page, 'the form of a unit');
    await fits(page, 'the form of a unit');
    await save(page);
    await page.getByRole('link', { name: 'Ubah Cabang Sleman' }).click();
    await form(page, 'Ubah unit');
    await expect.poll(() => page.getByRole('combobox', { name: 'Wilayah', exact: true }).inputValue()).toBe('Kabupaten Sleman');
    await page.getByRole('textbox', { name: 'Perempuan' }).fill('12');
    await counted(page);
    await save(page);
    await page.getByText(/12 perempuan/).waitFor();
    await page.getByRole('link', { name: 'Ubah Cabang Sleman' }).click();
    await page.getByText('Hapus unit ini').click();
    await page.getByRole('button', { name: 'Hapus', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `Induk Unit ${where}` }).waitFor();
    await page.getByRole('link', { name: 'Ubah Cabang Sleman' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await page.getByRole('link', { name: 'Ubah Cabang Sleman' }).waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('a steward and a place', () => {
  it.each(widths)('adds a place that is a home by picking it on the map, and sees how little others see, on a %s', async (where, width) => {
    const { page, context, wrongs } = await visit({ map: true, steward: true, width, url: null });
    const id = await organization(page, `Pemilik Rumah ${where}`);
    await page.goto(at(`/tempat/baru?organisasi=${id}`));
    await settled(page);
    await choose(page, /^Wilayah/, 'semarang tengah', /Semarang Tengah/);
    await page.getByText('Orang lain melihat titik dan alamatnya.').waitFor();
    await page.getByLabel(/^Rumah seseorang/).check();
    await page.getByText('Orang lain hanya melihat kecamatannya, sebagai lingkaran pudar.').waitFor();
    await expect.poll(() => page.getByLabel('Ketelitian lokasi').getByRole('option', { name: 'Tepat' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Pilih di peta' }).click();
    const picker = page.getByRole('group', { name: 'Pilih titik di peta' });
    await picker.waitFor();
    await isAccessible(page, 'the picker of a point');
    await takePoint(page);
    await page.getByText(/^Lintang -[67],\d+, bujur 110,\d+$/).waitFor();
    await source(page).fill('Kunjungan');
    await isAccessible(page, 'the form of a place');
    await fits(page, 'the form of a place');
    await save(page);
    await page.getByRole('heading', { level: 3, name: /Rumah seseorang/ }).waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

it('while a point is picked the form waits, and whoever leaves it picks no more', async () => {
  const { page, context, wrongs } = await visit({ map: true, steward: true, url: null });
  const id = await organization(page, 'Pemilik Pergi');
  await page.goto(at(`/tempat/baru?organisasi=${id}`));
  await settled(page);
  const saves = page.getByRole('button', { name: 'Simpan', exact: true });
  await saves.waitFor();
  const picker = page.getByRole('group', { name: 'Pilih titik di peta' });
  await page.getByRole('button', { name: 'Pilih di peta' }).click();
  await picker.waitFor();
  await expect(saves.click({ timeout: 1000 })).rejects.toThrow(/Timeout/);
  await picker.getByRole('button', { name: 'Batal' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Pilih di peta' }).evaluate((one) => one === document.activeElement)).toBe(true);
  await saves.click({ trial: true });
  await page.getByRole('button', { name: 'Pilih di peta' }).click();
  await picker.waitFor();
  await page.getByRole('link', { name: 'Aktivitas' }).click();
  await page.getByRole('heading', { level: 1, name: 'Aktivitas' }).waitFor();
  await picker.waitFor({ state: 'detached' });
  expect(wrongs).toEqual([]);
  await context.close();
});

it('the map stays where a point is picked, though whom the form is about is known only then', async () => {
  const { page, context, wrongs } = await visit({ map: true, steward: true, url: null });
  const id = await organization(page, 'Pemilik Lambat');
  let come: () => void = () => undefined;
  const held = new Promise<void>((done) => { come = done; });
  await page.route(`**/api/organizations/${id}/page`, async (route) => { await held; await route.continue(); });
  await page.goto(at(`/tempat/baru?organisasi=${id}`));
  const picker = page.getByRole('group', { name: 'Pilih titik di peta' });
  await page.getByRole('button', { name: 'Pilih di peta' }).click();
  await picker.waitFor();
  const answered = page.waitForResponse((answer) => answer.url().endsWith(`${id}/page`));
  come();
  await answered;
  await settled(page);
  await takePoint(page);
  await page.getByText(/^Lintang -2,\d+, bujur 11[78],\d+$/).waitFor();
  expect(wrongs).toEqual([]);
  await context.close();
});

it('a steward who picks a point in the sea is told so, and asked whether it is right', async () => {
  const { page, context, wrongs } = await visit({ map: true, steward: true, url: null });
  const id = await organization(page, 'Pemilik Keramba');
  await page.goto(at(`/tempat/baru?organisasi=${id}`));
  await settled(page);
  // Without a region the map begins in the middle of the country, which is sea.
  await page.getByRole('button', { name: 'Pilih di peta' }).click();
  await takePoint(page);
  const told = page.getByRole('alert').filter({ hasText: /^Titik ini di laut atau di luar Indonesia, kira-kira \d+ km dari daratan \S.* yang terdekat\./ });
  await told.waitFor();
  await choose(page, /^Wilayah/, 'semarang tengah', /Semarang Tengah/);
  await source(page).fill('Kunjungan');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  const sure = told.getByRole('checkbox', { name: 'Ya, tempatnya memang di titik itu' });
  await expect.poll(() => sure.evaluate((one) => one === document.activeElement)).toBe(true);
  await isAccessible(page, 'a point in the sea');
  await sure.check();
  await save(page);
  expect(wrongs).toEqual([]);
  await context.close();
});

describe('a steward and a service', () => {
  it.each(widths)('adds a service with its areas, is told which area is wrong, and mends it, on a %s', async (where, width) => {
    const { page, context } = await visit({ steward: true, width, url: null });
    const id = await organization(page, `Pemberi Layanan ${where}`);
    await page.goto(at(`/layanan/baru?organisasi=${id}`));
    await page.getByLabel(/^Nama/).fill('Klinik keliling');
    await page.getByText(/^Fungsi:/).click();
    await page.getByRole('group', { name: 'Fungsi' }).getByLabel('Kesehatan').check();
    const areas = page.getByRole('group', { name: /^Wilayah \d/ });
    await choose(page, 'Wilayah', 'jawa tengah', /^Jawa Tengah/);
    await areas.first().getByLabel(/^Juga untuk semua wilayah di dalamnya/).check();
    await page.getByRole('button', { name: 'Tambah wilayah' }).click();
    await areas.nth(1).getByLabel('Berlaku sejak').fill('2026-05-01');
    await areas.nth(1).getByLabel('Berlaku sampai').fill('2026-04-01');
    await source(page).fill('Kunjungan');
    await save(page);
    await page.getByRole('alert').getByRole('button', { name: /^Wilayah layanan 2, Wilayah:/ }).click();
    expect(await areas.nth(1).getByRole('combobox').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('sleman');
    await page.getByRole('option', { name: /Kabupaten Sleman/ }).first().click();
    await areas.nth(1).getByLabel('Berlaku sampai').fill('2099-12-31');
    await isAccessible(page, 'the form of a service');
    await fits(page, 'the form of a service');
    await save(page);
    await page.getByRole('heading', { level: 1, name: 'Klinik keliling' }).waitFor();
    await page.getByText('(beserta wilayah di dalamnya)').waitFor();
    await page.getByText('(sejak 1 Mei 2026, sampai 31 Desember 2099)').waitFor();
    await context.close();
  });
});

describe('a steward and a need', () => {
  it.each(widths)('records a need from a cell of the coverage, which then counts it, and changes it, on a %s', async (where, width) => {
    const { page, context } = await visit({ steward: true, width, url: at(`/cakupan?induk=33&sumbu=hso_function&sel=${where === 'phone' ? '33.01' : '33.02'}:education`) });
    await page.getByRole('link', { name: 'Catat kebutuhan' }).click();
    await form(page, 'Catat kebutuhan');
    await page.getByText('Fungsi: Pendidikan').waitFor();
    await page.getByRole('textbox', { name: 'Perempuan' }).fill('321');
    await source(page).fill('Survei');
    await isAccessible(page, 'the form of a need');
    await fits(page, 'the form of a need');
    await save(page);
    await page.getByRole('link', { name: 'Ubah kebutuhan 321 orang' }).click();
    await form(page, 'Ubah kebutuhan');
    await expect.poll(() => page.getByRole('combobox', { name: /^Wilayah/ }).inputValue()).toMatch(/^Kabupaten/);
    await page.getByRole('textbox', { name: 'Laki-laki' }).fill('9');
    await save(page);
    await page.getByRole('link', { name: 'Ubah kebutuhan 330 orang' }).waitFor();
    await context.close();
  });
});

describe('a steward and a term', () => {
  it.each(widths)('adds a term to a list, finds it in a form, and cannot remove it while it is used, on a %s', async (where, width) => {
    const name = `Pewarna ${where}`;
    const { page, context } = await visit({ steward: true, width, url: at('/aktivitas') });
    await page.getByRole('link', { name: 'Daftar istilah' }).click();
    await page.getByLabel('Daftar istilah').selectOption({ label: 'Keahlian' });
    await page.getByRole('link', { name: 'Tambah istilah' }).click();
    await page.getByLabel(/^Istilah \(Indonesia\)/).fill(name);
    await page.getByLabel(/^Istilah \(Inggris\)/).fill(`Dye ${where}`);
    await expect.poll(() => page.getByLabel(/^Kode/).inputValue()).toBe(`dye_${where}`);
    await source(page).fill('Rapat');
    await isAccessible(page, 'the form of a term');
    await save(page);
    await page.getByRole('link', { name: `Ubah istilah ${name}` }).waitFor();
    await page.request.post(at('/api/organizations'), { data: { name: `Pemakai ${where}`, actorKind: 'ngo', region: '33.74', offers: [`dye_${where}`], provenance: { source: 'Uji' } } });
    await page.getByRole('link', { name: `Ubah istilah ${name}` }).click();
    await page.getByText('Hapus istilah ini').click();
    await page.getByRole('button', { name: 'Hapus', exact: true }).click();
    await page.getByRole('alert').getByText(/masih dipakai/).first().waitFor();
    await context.close();
  });
});
