import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at, brokenIn, browsing, fits, isSeenAtOnce, laptop, phone, settled } from './browser';

const { visit } = browsing({ map: false });
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';
const partner = '408ee8b1-0415-81c6-b6f4-4edaf714f59f';

describe('a table to take along', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('sorts partners, and the address keeps the order, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width, url: at(`/mitra?untuk=${group}`) });
    await page.getByRole('radio', { name: 'Tabel' }).check();
    const table = page.getByRole('table', { name: /^Usulan mitra untuk Kelompok Canting Wedel/ });
    const names = () => table.getByRole('rowheader').allTextContents();
    await table.waitFor();
    const ranked = await names();
    await table.getByRole('button', { name: 'Nama' }).click();
    await page.waitForURL(/urut=nama/);
    await expect.poll(() => table.getByRole('columnheader', { name: 'Nama' }).getAttribute('aria-sort')).toBe('ascending');
    const sorted = [...ranked].sort((a, b) => a.localeCompare(b, 'id-ID', { numeric: true }));
    await expect.poll(names).toEqual(sorted);
    await page.goBack();
    await expect.poll(names).toEqual(ranked);
    await page.goForward();
    await expect.poll(names).toEqual(sorted);
    await page.reload();
    await expect.poll(names).toEqual(sorted);
    await fits(page, 'the table of partners');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('leaves the page as a file that says what it is, of which day, and from where', async () => {
    const { page, context } = await visit({ url: at(`/perkenalan?dari=${group}&ke=${partner}&bentuk=tabel`) });
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Simpan CSV' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^jalan-perkenalan-dari-.*-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFJudul;Jalan perkenalan dari Kelompok Canting Wedel/);
    expect(lines[1]).toMatch(/^Tanggal;\d+ \p{L}+ \d{4}$/u);
    expect(lines[2]).toMatch(/^Sumber;"?NetworkMap di localhost/);
    expect(lines[3]).toMatch(/^Alamat;http:\/\/localhost:\d+\/perkenalan/);
    expect(lines[5]).toMatch(/^Jalan;Langkah;Dari;/);
    expect(lines[6]).toMatch(/^1;1;Kelompok Canting Wedel/);
    await context.close();
  });

  it('goes to the clipboard, one row for each cell of the matrix, and says so', async () => {
    const { page, context } = await visit({ map: true, url: at('/cakupan?induk=34') });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Salin tabel' }).click();
    await page.getByRole('status').filter({ hasText: 'Tabel disalin' }).waitFor();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect(lines[0]).toContain('Wilayah\tKode wilayah\tProvinsi\tDilihat menurut\tBidang\tKeadaan');
    expect(lines.length).toBeGreaterThan(20);
    expect(lines[1]).toContain('34.01\tDaerah Istimewa Yogyakarta');
    await context.close();
  });
});

describe('a picture to take along', () => {
  it('holds the coverage that is shown: a PNG of its map and its table, named and dated, also of the gaps', async () => {
    const { page, context, wrongs } = await visit({ map: true, url: at('/cakupan') });
    await page.getByRole('table', { name: 'Cakupan setiap wilayah' }).waitFor();
    const save = async () => {
      await page.locator('summary').filter({ hasText: 'Bagikan' }).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Simpan gambar' }).click();
      const file = await saved;
      await page.getByRole('status').filter({ hasText: `Berkas ${file.suggestedFilename()} disimpan.` }).waitFor();
      const bytes = await readFile(await file.path());
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      return { name: file.suggestedFilename(), width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    };
    const table = await save();
    expect(table.name).toMatch(/^cakupan-fungsi-layanan-sosial-seluruh-indonesia-\d{4}-\d\d-\d\d\.png$/);
    expect(table.width).toBe(2000);
    await page.getByRole('radio', { name: 'Belum terlayani' }).check();
    await page.getByRole('link', { name: /^Lihat di peta: / }).first().waitFor();
    expect((await save()).height).not.toBe(table.height);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('the matrix of coverage', () => {
  it('stands by name, or by how many are not served, under the province of each', async () => {
    const { page, context } = await visit({ url: at('/cakupan?tingkat=regency') });
    const table = page.getByRole('table', { name: 'Cakupan setiap wilayah' });
    await page.getByLabel('Urutan').selectOption({ label: 'Menurut nama' });
    await page.waitForURL(/urut=nama/);
    await table.getByRole('row').nth(1).getByRole('rowheader', { name: 'Kabupaten Aceh Barat', exact: true }).waitFor();
    await settled(page);
    await page.getByRole('region', { name: 'Cakupan setiap wilayah' }).focus();
    await page.keyboard.press('End');
    await table.getByRole('rowheader', { name: 'Kota Yogyakarta', exact: true }).waitFor();
    await expect.poll(() => table.getByRole('row').count()).toBeLessThan(150);
    await page.keyboard.press('Home');
    await page.getByLabel('Kelompokkan menurut provinsi').check();
    await table.getByRole('rowheader', { name: 'Aceh', exact: true }).waitFor();
    await page.getByLabel('Urutan').selectOption('belum');
    await page.waitForURL(/urut=belum/);
    await context.close();
  });

  it.each([['laptop', laptop], ['phone', phone]] as const)('leads from a gap to its region on the map, and the gaps stay, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ map: true, width, url: at('/cakupan?induk=33&tampilan=kekosongan') });
    await isSeenAtOnce(page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Lihat di peta: / }) }).first().getByRole('link').first(), 'the first gap');
    await page.getByRole('link', { name: /^Lihat di peta: / }).first().click();
    await page.waitForURL(/sorot=33/);
    await page.waitForURL(/#\d/);
    await settled(page);
    await page.getByRole('link', { name: /^Lihat di peta: / }).first().waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('lists its gaps as a table as well', async () => {
    const { page, context } = await visit({ url: at('/cakupan?induk=33&tampilan=kekosongan&bentuk=tabel'), width: phone });
    await page.getByRole('table', { name: 'Kekosongan' }).getByRole('button', { name: 'Belum terlayani' }).click();
    await page.waitForURL(/urut=belum/);
    await fits(page, 'the table of gaps');
    await context.close();
  });
});

describe('two suggestions side by side', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('are chosen in the list, kept by the address, and left by going back, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width, url: at(`/mitra?untuk=${group}`) });
    await page.getByRole('button', { name: /^Bandingkan/ }).nth(0).click();
    await page.getByText('Pilih satu lagi untuk dibandingkan.').waitFor();
    await page.getByRole('button', { name: /^Bandingkan/ }).nth(2).click();
    const table = page.getByRole('table', { name: 'Dua usulan berdampingan' });
    await table.waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Dua usulan berdampingan');
    for (const aspect of ['Kecocokan', 'Di mana', 'Bisa membantu dengan', 'Membutuhkan', 'Layanan', 'Pemeriksaan data', 'Kedekatan']) await table.getByRole('rowheader', { name: aspect, exact: true }).waitFor();
    await expect.poll(() => table.getByRole('columnheader').count()).toBe(2);
    await fits(page, 'a comparison');
    await page.reload();
    await table.waitFor();
    await page.goBack();
    await page.getByText('Pilih satu lagi untuk dibandingkan.').waitFor();
    await expect.poll(() => table.count()).toBe(0);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('an introduction', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('says why this path, and gives a first message to mend and copy in both languages, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width, url: at(`/perkenalan?dari=${group}&ke=${partner}`) });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const first = page.getByRole('article', { name: 'Jalan 1' });
    await first.getByRole('heading', { name: 'Mengapa lewat jalan ini' }).waitFor();
    await first.getByText(/^Kepercayaannya paling tinggi di antara \d+ jalan\.$/).waitFor();
    await first.getByText(/^Pesan pertama untuk /).click();
    const message = first.getByRole('textbox', { name: /^Isi pesan/ });
    await expect.poll(() => message.inputValue()).toContain('Kami ingin berkenalan dengan Yayasan Napas Lega (contoh), lembaga swadaya masyarakat (LSM) di Kabupaten Bantul.');
    await message.fill(`${await message.inputValue()}\nSalam hangat`);
    await first.getByRole('radio', { name: 'Inggris' }).check();
    await expect.poll(() => message.inputValue()).toContain('We would like to meet Yayasan Napas Lega (contoh) in Kabupaten Bantul (non-governmental organization).');
    await first.getByRole('radio', { name: 'Indonesia' }).check();
    await first.getByRole('button', { name: 'Salin pesan' }).click();
    await first.getByText('Pesan disalin.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/Salam hangat$/);
    await fits(page, 'a first message');
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('the log', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('is narrowed to a kind, an author and a place, and the address keeps it, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width, url: at('/aktivitas') });
    await page.getByText('Saringan').click();
    await page.getByLabel('Tentang apa').selectOption({ label: 'Hubungan' });
    await page.waitForURL(/jenis=tie/);
    await page.getByLabel('Oleh siapa').selectOption({ label: 'data awal' });
    await page.waitForURL(/oleh=seed/);
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().waitFor();
    await page.getByRole('combobox', { name: 'Di mana' }).fill('bantul');
    await page.getByRole('option', { name: /Kabupaten Bantul/ }).first().click();
    await page.waitForURL(/wilayah=34\.02/);
    await page.getByRole('button', { name: 'Di mana saja' }).waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('Tentang apa').inputValue()).toBe('tie');
    await page.getByRole('button', { name: 'Di mana saja' }).click();
    await page.waitForURL((url) => !url.search.includes('wilayah'));
    await page.getByLabel('Oleh siapa').selectOption({ label: 'Pengelola data' });
    await page.getByText('Tidak ada perubahan yang cocok dengan saringan ini.', { exact: false }).waitFor();
    await fits(page, 'the log');
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

/** It can be seen to its corners, and nothing lies over them, once it was scrolled to. */
async function isWhole(what: Locator, name: string) {
  await what.scrollIntoViewIfNeeded();
  const seen = () => what.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [[left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4]].every(([x = 0, y = 0]) => element.contains(document.elementFromPoint(x, y)));
  });
  await expect.poll(seen, { message: name }).toBe(true);
}

describe('what is shown is handed on', () => {
  it.each([['partners', `/mitra?untuk=${group}`, laptop], ['an introduction', `/perkenalan?dari=${group}&ke=${partner}`, phone], ['coverage', '/cakupan?induk=33', phone], ['an organization', `/organisasi/${group}`, phone]] as const)('%s by its address and as a code', async (_, path, width) => {
    const { page, context, wrongs } = await visit({ width, url: at(path) });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByText('Bagikan', { exact: true }).click();
    await page.getByRole('button', { name: 'Salin alamat' }).click();
    await page.getByText('Alamat disalin.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(path);
    await page.getByRole('button', { name: 'Kode QR' }).click();
    await page.getByRole('img', { name: /^Kode QR ke http/ }).waitFor();
    await fits(page, 'the menu to share');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Salin alamat' }).waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Bagikan');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it.each([['a small phone', { width: 320, height: 568 }, '100%'], ['a phone', phone, '100%'], ['a phone with large text', phone, '200%'], ['a small phone with large text', { width: 320, height: 568 }, '200%'], ['a laptop', laptop, '200%']] as const)('from a menu that is whole, with the whole of its code, on %s, however high the sheet is', async (_, width, size) => {
    const { page, context, wrongs } = await visit({ map: false, width, url: at('/cakupan?induk=34') });
    await page.addStyleTag({ content: `html { font-size: ${size} }` });
    await page.getByRole('table').waitFor();
    const handle = page.getByRole('button', { name: 'Ubah tinggi lembar' });
    for (const key of width === laptop ? [''] : ['ArrowDown', 'ArrowUp', 'ArrowUp']) {
      if (key) await handle.press(key);
      const share = page.getByText('Bagikan', { exact: true });
      await share.focus();
      await share.press('Enter');
      for (const name of ['Salin alamat', 'Kode QR', 'Simpan gambar', 'Cetak']) await isWhole(page.getByRole('button', { name, exact: true }), `${name} (${key})`);
      await page.getByRole('button', { name: 'Kode QR' }).click();
      await page.getByRole('img', { name: /^Kode QR ke http/ }).waitFor();
      await isWhole(page.getByRole('img', { name: /^Kode QR ke http/ }), `the code (${key})`);
      await page.keyboard.press('Escape');
    }
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('on paper', () => {
  it('says its title, date and source, and leaves out what only works on a screen', async () => {
    const { page, context } = await visit({ map: true, url: at('/cakupan?induk=34') });
    await page.getByRole('table').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByText(/NetworkMap di localhost:\d+, data yang terlihat oleh siapa saja/).waitFor();
    for (const name of ['Simpan CSV', 'Salin tabel']) expect(await page.getByRole('button', { name }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    await page.getByRole('table').waitFor();
    await page.getByText('Terlayani: ada layanan', { exact: false }).waitFor();
    expect(await page.evaluate(() => [...document.querySelectorAll('.live')].map((line) => getComputedStyle(line).display)), 'what is told live').toEqual(['none']);
    await expect.poll(() => brokenIn(page.getByRole('columnheader')), { message: 'words that are broken' }).toEqual([]);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await context.close();
  });

  it('leaves out what was not looked at, and a small page is a small file', async () => {
    const { page, context } = await visit({ map: true, url: at(`/organisasi/${group}`) });
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { name: 'Jaringan di sekitarnya' }).isVisible()).toBe(false);
    expect((await page.pdf()).length).toBeLessThan(1_000_000);
    await context.close();
  });
});
