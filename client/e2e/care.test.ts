import { expect, it } from 'vitest';
import { at, browsing, choose, fits, isAccessible, laptop, phone } from './browser';

const { visit } = browsing({ map: false });

it('a steward takes in what a person asks, finds her, prints the answer, and erases what is kept of her', async () => {
  const { page, context, wrongs } = await visit({ steward: true, width: phone, url: at('/organisasi/baru') });
  await page.getByLabel('Nama').first().fill('Kelompok Jahit Tanya');
  await page.getByLabel('Jenis organisasi').selectOption({ label: 'Lembaga swadaya masyarakat (LSM)' });
  await choose(page, /^Wilayah/, 'semarang', /Kota Semarang/);
  await page.getByLabel(/^Sumber/).fill('Kunjungan');
  await page.locator('details', { has: page.locator('#field-note') }).locator('summary').first().click();
  await page.getByLabel('Catatan').first().fill('Hubungi Bu Sutinah lewat tetangganya');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kelompok Jahit Tanya' }).waitFor();

  await page.goto(at('/pribadi'));
  await page.getByText('Catat permintaan').click();
  await page.getByLabel('Apa yang diminta?').selectOption({ label: 'Menghapus datanya' });
  await page.getByLabel(/^Nama orangnya/).fill('Bu Sutinah');
  await isAccessible(page, 'taking in a request');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bu Sutinah' }).waitFor();
  await page.getByText(/^Jawabannya terbentuk setelah/).waitFor();
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByLabel('Tentang orang ini').first().check();
  await page.getByText('Hubungi Bu Sutinah lewat tetangganya').waitFor();
  await isAccessible(page, 'a request');
  await fits(page, 'a request');
  const asked = page.url();

  await page.getByRole('link', { name: 'Hapus untuk selamanya' }).first().click();
  await page.getByText(/Siapa yang memegang salinan cadangan lama/).waitFor();
  await page.getByLabel(/^Ketik/).fill('Kelompok');
  await page.getByRole('button', { name: 'Hapus untuk selamanya' }).click();
  await page.getByText('Nama yang diketik tidak sama').first().waitFor();
  await isAccessible(page, 'erasing');
  await page.getByLabel(/^Ketik/).fill('Kelompok Jahit Tanya');
  await page.getByRole('button', { name: 'Hapus untuk selamanya' }).click();
  await page.getByText(/Sudah dihapus untuk selamanya/).waitFor();

  await page.goto(asked);
  await page.getByText('Kami tidak menyimpan apa pun tentang Anda.').waitFor();
  await page.getByText('Data dihapus').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Untuk Bu Sutinah').waitFor();
  await page.getByText(/^NetworkMap · http/).waitFor();
  expect(await page.getByRole('button', { name: 'Tutup permintaan ini' }).count()).toBe(0);
  expect(wrongs.filter((w) => !w.includes('422'))).toEqual([]);
  await context.close();
});

it('the page of a breach says who is concerned and drafts the notice, in English as well', async () => {
  const { page, context, wrongs } = await visit({ steward: true, width: laptop, language: 'en', url: at('/pribadi?kebocoran=1') });
  await page.getByLabel(/^Exposed since/).fill('2026-01-01');
  await page.getByRole('button', { name: 'Show who is concerned' }).click();
  await page.getByText(/Data exposed: .*address/).waitFor();
  await page.getByLabel('How it happened').fill('A laptop was stolen');
  await page.getByText('How: A laptop was stolen').waitFor();
  await page.getByText(/WIB/).first().waitFor();
  await isAccessible(page, 'a breach');
  await page.getByLabel('What was exposed?').selectOption({ label: 'The data of certain organizations' });
  await page.getByText(/^The question was changed/).waitFor();
  await expect.poll(() => page.getByText(/Data exposed: /).count()).toBe(0);
  await choose(page, 'Add an organization', 'canting wedel', /Canting Wedel/);
  await page.getByRole('button', { name: 'Show who is concerned' }).click();
  await page.getByText(/^Data exposed: /).waitFor();
  expect(wrongs).toEqual([]);
  await context.close();
});

it('erasing one contact that was found begins with that contact, and not with the whole organization', async () => {
  const { page, context, wrongs } = await visit({ steward: true, width: phone, url: null });
  const made = await page.request.post(at('/api/organizations'), { data: { name: 'Kelompok Dua Kontak', actorKind: 'ngo', region: '33.74', provenance: { source: 'Uji' }, contacts: [{ name: 'Bu Lain', channel: 'email', value: 'lain@contoh.id' }, { name: 'Bu Satu', channel: 'email', value: 'satu@contoh.id' }] } });
  expect(made.status()).toBe(201);
  await page.goto(at('/pribadi'));
  await page.getByText('Catat permintaan').click();
  await page.getByLabel(/^Nama orangnya/).fill('Bu Satu');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bu Satu' }).waitFor();
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByRole('link', { name: 'Hapus untuk selamanya' }).first().click();
  await page.getByLabel('Bu Satu, satu@contoh.id').waitFor();
  await expect.poll(() => page.getByLabel('Bu Satu, satu@contoh.id').isChecked()).toBe(true);
  expect(await page.getByLabel('Bu Lain, lain@contoh.id').isChecked()).toBe(false);
  await expect.poll(() => page.getByLabel('Hanya kontak tertentu').isChecked()).toBe(true);
  expect(wrongs).toEqual([]);
  await context.close();
});
