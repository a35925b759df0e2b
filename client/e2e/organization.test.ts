import { describe, expect, it } from 'vitest';
import { at, browsing, choose, fits, isAccessible, settled } from './browser';
import { foundation, organization, save, source, widths } from './writing';

const { visit } = browsing();

describe('adding an organization', () => {
  it.each(widths)('warns of who may be there already, with why, without standing in the way, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ map: false, steward: true, width, url: at('/organisasi/baru') });
    await page.getByLabel('Nama').first().fill('Yayasan Anisa Swasti');
    const warning = page.getByRole('region', { name: 'Mungkin sudah ada' });
    await warning.getByText('Karena: namanya mirip').waitFor();
    await isAccessible(page, 'the warning of a duplicate');
    await fits(page, 'the warning of a duplicate');
    const opened = context.waitForEvent('page');
    await warning.getByRole('link', { name: /Yayasan Annisa Swasti/ }).click();
    await (await opened).getByRole('heading', { level: 1, name: /Yayasan Annisa Swasti/ }).waitFor();
    expect(await page.getByLabel('Nama').first().inputValue()).toBe('Yayasan Anisa Swasti');
    await page.getByLabel('Nama').first().fill('Perkumpulan Qwerty Zxcvb');
    await warning.waitFor({ state: 'detached' });
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('can be undone at once, and says why when that is too late', async () => {
    const { page, context } = await visit({ map: false, steward: true, url: at('/organisasi/baru') });
    const fill = async (name: string) => {
      await page.getByLabel('Nama').first().fill(name);
      await page.getByLabel('Jenis organisasi').selectOption({ label: 'Lembaga swadaya masyarakat (LSM)' });
      await choose(page, /^Wilayah/, 'semarang', /Kota Semarang/);
      await source(page).fill('Kunjungan');
      await save(page);
      await page.getByRole('heading', { level: 1, name }).waitFor();
    };
    await fill('Lembaga Terburu-buru');
    await page.getByRole('status').getByRole('button', { name: 'Urungkan' }).click();
    await page.getByRole('status').getByText('Sudah diurungkan.').waitFor();
    await page.goto(at('/organisasi/baru'));
    await fill('Lembaga Terlanjur');
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.request.post(at('/api/services'), { data: { organization: id, name: 'Layanan Orang Lain', provenance: { source: 'Uji' } } });
    await page.getByRole('status').getByRole('button', { name: 'Urungkan' }).click();
    await page.getByRole('status').getByText(/^Belum bisa diurungkan\..*Layanan Orang Lain/).waitFor();
    await page.getByRole('status').getByRole('link', { name: 'Lihat perbedaannya' }).waitFor();
    await context.close();
  });
});

describe('the page of an organization', () => {
  it('shows its history with the differences, and brings an earlier version back', async () => {
    const { page, context } = await visit({ map: false, steward: true });
    const id = await organization(page, 'Lembaga Nama Pertama');
    const data = { name: 'Lembaga Nama Kedua', purpose: 'Tujuan kedua', actorKind: 'ngo', region: '33.74', precision: 'district', provenance: { source: 'Uji' } };
    await page.request.put(at(`/api/organizations/${id}`), { headers: { 'If-Match': '"1"' }, data });
    await page.goto(at(`/organisasi/${id}`));
    await page.getByText('Riwayat perubahan').click();
    const entries = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Lembaga Nama/ }) });
    await entries.first().getByText('Lihat perbedaannya').click();
    await entries.first().getByRole('cell', { name: /Tujuan kedua/ }).waitFor();
    await isAccessible(page, 'the history of an organization');
    await entries.nth(1).getByText('Kembalikan ke versi ini').click();
    await entries.nth(1).getByLabel('Mengapa dikembalikan?').fill('Yang pertama benar');
    await entries.nth(1).getByRole('button', { name: 'Kembalikan', exact: true }).click();
    await entries.nth(1).getByRole('alert').getByText(/orang lain akan melihat lebih banyak/).first().waitFor();
    await entries.nth(1).getByRole('checkbox').check();
    await entries.nth(1).getByRole('button', { name: 'Kembalikan', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Lembaga Nama Pertama' }).waitFor();
    await page.getByText('Alasan: Yang pertama benar').waitFor();
    await context.close();
  });

  it.each(widths)('draws the network around it, fetched only when it is seen, with all of it as a table, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width, url: at(`/organisasi/${foundation}`) });
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.reload();
    await settled(page);
    expect(scripts.some((url) => url.includes('/picture-'))).toBe(false);
    await page.getByRole('heading', { name: 'Jaringan di sekitarnya' }).scrollIntoViewIfNeeded();
    await page.getByRole('img', { name: /^Gambar jaringan Yayasan Napas Lega/ }).waitFor();
    await page.waitForFunction(() => document.querySelector('.around canvas') !== null);
    await page.getByText(/^Sebagai tabel/).click();
    const rows = page.getByRole('table', { name: 'Organisasi di sekitarnya' }).getByRole('row');
    await rows.nth(1).waitFor();
    const near = await rows.count();
    await page.getByLabel('2 langkah').check();
    await expect.poll(() => rows.count()).toBeGreaterThan(near);
    await page.waitForURL(/jarak=2/);
    await isAccessible(page, 'the network around an organization');
    await fits(page, 'the network around an organization');
    await page.reload();
    await page.getByRole('heading', { name: 'Jaringan di sekitarnya' }).scrollIntoViewIfNeeded();
    await rows.nth(near).waitFor();
    await rows.nth(1).getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith(foundation));
    expect(wrongs).toEqual([]);
    await context.close();
  });
});
