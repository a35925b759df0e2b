import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, isLegible, laptop, phone } from './browser';

const { visit } = browsing({ map: false });

const fileOf = (name: string, rows: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(['Nama Lembaga,Jenis,Kabupaten,Alias', ...rows].join('\r\n')) });
const called = async (page: Page, name: string) => ((await (await page.request.get(at(`/api/search?q=${encodeURIComponent(name)}&kind=organization`))).json()) as { items: { name: string; acronym?: string }[] }).items.filter((one) => one.name === name);

describe('a steward brings a file in', () => {
  it('mends a column that was taken for another, says which region is meant, and takes it all back', async () => {
    const { page, context, wrongs } = await visit({ steward: true, url: at('/') });
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await page.getByRole('main').getByRole('link', { name: 'Masukkan berkas' }).click();
    await page.getByLabel('Pilih berkas').setInputFiles(fileOf('Mitra uji.csv', ['Rumah Jahit Kenanga Uji,Perkumpulan jahit,Semarang,RJKU', 'Paguyuban Sulam Uji,Perkumpulan jahit,Semarang,PSU']));
    await expect.poll(() => page.getByLabel('Nama sumbernya').inputValue()).toBe('Mitra uji');
    await page.getByRole('button', { name: 'Periksa', exact: true }).click();
    await page.getByText('2 belum bisa masuk').waitFor();
    await expect.poll(focused).toBe('import-questions');
    await page.getByRole('group', { name: /“Semarang” itu wilayah mana/ }).getByRole('radio', { name: /^Kota Semarang/ }).check();
    await page.getByLabel('“Perkumpulan jahit” artinya apa?').selectOption({ label: 'Lembaga swadaya masyarakat (LSM)' });
    await page.getByText(/kolom dipahami/).click();
    await page.getByLabel('Kolom D: Alias').selectOption('acronym');
    await isAccessible(page, 'a file that was checked');
    await page.setViewportSize({ width: 320, height: 640 });
    await fits(page, 'a file that was checked at 320 px');
    await page.setViewportSize(phone);
    await isLegible(page, 'a file that was checked on a phone');
    await page.setViewportSize(laptop);
    await page.getByRole('button', { name: 'Periksa lagi' }).first().click();
    await page.getByText('2 baru', { exact: true }).waitFor();
    await expect.poll(focused).toBe('import-result');
    await page.getByRole('button', { name: 'Masukkan ke jaringan' }).click();
    await page.getByRole('heading', { name: 'Sudah masuk' }).waitFor();
    await expect.poll(focused).toBe('import-done');
    expect(await called(page, 'Rumah Jahit Kenanga Uji')).toMatchObject([{ acronym: 'RJKU' }]);
    await page.getByText('Batalkan perubahan ini').click();
    await page.getByLabel(/^Mengapa dibatalkan/).fill('hanya uji coba');
    await page.getByRole('button', { name: 'Batalkan perubahan' }).click();
    await page.waitForURL(/\/aktivitas\//);
    await page.getByText('Alasan: hanya uji coba').waitFor();
    expect(await called(page, 'Rumah Jahit Kenanga Uji')).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('and the same file once more changes nothing, on a phone, in English', async () => {
    const { page, context, wrongs } = await visit({ steward: true, width: phone, language: 'en', url: at('/impor') });
    const file = fileOf('Kelompok uji.csv', ['Kelompok Tenun Uji Dua,ngo,33.74,']);
    await page.getByLabel('Choose a file').setInputFiles(file);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('1 new row comes in as one change, which can be taken back.').waitFor();
    await page.getByRole('button', { name: 'Bring it into the network' }).click();
    await page.getByRole('heading', { name: 'It is in' }).waitFor();
    await page.getByLabel('Choose a file').setInputFiles(file);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('Nothing changes: all of this is in the network already.').waitFor();
    await page.getByText('1 unchanged').waitFor();
    expect(await page.getByRole('button', { name: 'Bring it into the network' }).count()).toBe(0);
    await fits(page, 'a file that changes nothing');
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('a long file', () => {
  it('is told how far it is, and is stopped', async () => {
    const { page, context, wrongs } = await visit({ steward: true, width: phone, url: at('/impor') });
    await page.getByLabel('Pilih berkas').setInputFiles(fileOf('Panjang uji.csv', Array.from({ length: 40_000 }, (_, index) => `Kelompok Panjang Uji ${index},ngo,33.74,`)));
    await page.getByRole('button', { name: 'Periksa', exact: true }).click();
    await page.getByRole('status').filter({ hasText: /^(Membaca baris|Mengenali isi setiap baris|Mencoba apa yang akan berubah)$/ }).waitFor();
    await page.getByText(/^\d+\s?%$/).waitFor();
    await fits(page, 'a file that is being checked');
    await page.getByRole('button', { name: 'Hentikan' }).click();
    await page.getByText('Dihentikan. Tidak ada yang berubah.').waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('import-check');
    expect(await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).count()).toBe(0);
    expect(await called(page, 'Kelompok Panjang Uji 1')).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});
