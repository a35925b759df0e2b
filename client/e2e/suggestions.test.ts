import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, laptop, phone, settled } from './browser';
import { organization } from './writing';

const { visit } = browsing({ map: false });

/** Somebody without an account and without a script suggests something; the address of her receipt. */
async function suggested(page: Page, id: string, name: string, words: string): Promise<string> {
  await page.goto(at(`/organisasi/${id}`));
  await page.getByRole('link', { name: 'Usulkan perbaikan' }).click();
  await page.getByRole('heading', { level: 1, name: /^Usulkan perbaikan/ }).waitFor();
  await fits(page, 'suggesting');
  await page.getByLabel('Nama organisasi').fill(name);
  await page.getByLabel(/^Apa yang salah atau kurang/).fill(words);
  await page.getByRole('button', { name: 'Kirim usulan' }).click();
  await page.getByText('Terima kasih, usulan Anda sudah terkirim.').waitFor();
  await page.getByText('Menunggu keputusan').waitFor();
  return page.url().split('?')[0] ?? '';
}

const waiting = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(name) }) });

it('the public suggests without a script, a steward accepts it with a change, and the receipt and the page say so', async () => {
  const steward = await visit({ steward: true });
  const id = await organization(steward.page, 'Sanggar Usulan');
  const anybody = await visit({ script: false, width: phone });
  const receipt = await suggested(anybody.page, id, 'Sanggar Usulan Baru', 'Namanya berganti bulan lalu');

  await steward.page.goto(at('/usulan'));
  const one = waiting(steward.page, 'Sanggar Usulan');
  await one.getByText('Namanya berganti bulan lalu').waitFor();
  await one.getByText('Sanggar Usulan Baru').waitFor();
  await isAccessible(steward.page, 'the suggestions that wait');
  await one.getByRole('link', { name: /^Ubah lalu terima/ }).click();
  const field = steward.page.getByLabel('Nama').first();
  await expect.poll(() => field.inputValue()).toBe('Sanggar Usulan Baru');
  await field.fill('Sanggar Usulan Raya');
  await steward.page.getByLabel('Jawaban untuk pengusul').fill('Kami telepon: namanya Raya');
  await steward.page.getByText('diusulkan', { exact: true }).waitFor();
  await isAccessible(steward.page, 'a form with a suggestion');
  await steward.page.getByRole('button', { name: 'Simpan dan terima usulan' }).click();
  await steward.page.getByRole('heading', { level: 1, name: 'Usulan' }).waitFor();
  await steward.page.getByText('Usulan diterima.').waitFor();
  expect(await waiting(steward.page, 'Sanggar Usulan').count()).toBe(0);

  await anybody.page.goto(receipt);
  await anybody.page.getByText('Diterima dengan perubahan pada').waitFor();
  await anybody.page.getByText('Kami telepon: namanya Raya').waitFor();
  await anybody.page.goto(at(`/organisasi/${id}`));
  await anybody.page.getByRole('heading', { level: 1, name: 'Sanggar Usulan Raya' }).waitFor();
  expect(steward.wrongs).toEqual([]);
  await steward.context.close();
  await anybody.context.close();
});

it('a suggestion comes to who may decide while she looks, is declined with a reason, and its sender reads it', async () => {
  const steward = await visit({ steward: true, width: phone, url: null });
  const id = await organization(steward.page, 'Sanggar Tolak');
  await steward.page.goto(at('/usulan'));
  await settled(steward.page);
  const counted = async () => Number.parseInt((await steward.page.locator('.places .count-tag').allTextContents())[0] ?? '0', 10);
  const before = (await (await steward.page.request.get(at('/api/suggestions?limit=1'))).json()) as { count: number };
  const anybody = await visit({ script: false });
  const receipt = await suggested(anybody.page, id, 'Sanggar Tolak', 'Pengurusnya sudah ganti');

  const one = waiting(steward.page, 'Sanggar Tolak');
  await one.getByText('Pengurusnya sudah ganti').waitFor();
  await expect.poll(counted).toBeGreaterThan(before.count);
  await fits(steward.page, 'the suggestions that wait');
  await one.getByText('Tolak …').click();
  await one.getByRole('button', { name: 'Tolak usulan' }).click();
  await one.getByText('Tulis alasannya').waitFor();
  await one.getByLabel(/^Mengapa tidak diterima/).fill('Nama pengurus tidak kami catat');
  await one.getByRole('button', { name: 'Tolak usulan' }).click();
  await one.waitFor({ state: 'detached' });

  await anybody.page.goto(receipt);
  await anybody.page.getByText('Nama pengurus tidak kami catat').waitFor();
  expect(steward.wrongs).toEqual([]);
  await steward.context.close();
  await anybody.context.close();
});

it('who comes with an account is never shown the way of those without one, however late it is known who she is', async () => {
  const steward = await visit({ steward: true });
  const id = await organization(steward.page, 'Sanggar Lambat Dikenal');
  const { page, context, wrongs } = await visit({ editor: true, width: laptop });
  let come: () => void = () => undefined;
  const held = new Promise<void>((done) => { come = done; });
  await page.route('**/api/me', async (route) => { await held; await route.continue(); });
  const shown = page.waitForResponse((answer) => answer.url().endsWith(`${id}/page`));
  await page.goto(at(`/organisasi/${id}`));
  await shown;
  await page.locator('.first-answer').getByRole('heading', { level: 1, name: 'Sanggar Lambat Dikenal' }).waitFor();
  expect(await page.getByRole('link', { name: 'Usulkan perbaikan' }).count()).toBe(0);
  come();
  await page.getByRole('link', { name: 'Usulkan perbaikan' }).waitFor();
  expect(await page.getByRole('link', { name: 'Usulkan perbaikan' }).getAttribute('href')).not.toContain('/usulkan/');
  expect(wrongs).toEqual([]);
  await context.close();
  await steward.context.close();
});

it('an editor sends what is not hers to change as a suggestion, and sees what became of it', async () => {
  const steward = await visit({ steward: true });
  const id = await organization(steward.page, 'Sanggar Orang Lain');
  const { page, context, wrongs } = await visit({ editor: true, width: laptop, url: at(`/organisasi/${id}`) });
  await page.getByRole('link', { name: 'Usulkan perbaikan' }).click();
  await page.getByText(/^Minta pengelola data, atau penyunting Sanggar Orang Lain/).waitFor();
  expect(await page.getByRole('button', { name: 'Simpan', exact: true }).count()).toBe(0);
  expect(await page.getByText('Kontak', { exact: true }).count()).toBe(0);
  await page.getByLabel('Tujuan').fill('Melatih membatik');
  await page.getByLabel('Alasan perubahan').fill('Kami bekerja sama');
  await isAccessible(page, 'a form that is sent as a suggestion');
  await page.getByRole('button', { name: 'Kirim sebagai usulan' }).click();
  await page.getByText('Usulan terkirim.').waitFor();
  await page.getByRole('link', { name: 'Lihat usulan saya' }).click();
  await waiting(page, 'Sanggar Orang Lain').getByText('Kami bekerja sama').waitFor();

  await steward.page.goto(at('/usulan'));
  await waiting(steward.page, 'Sanggar Orang Lain').getByRole('button', { name: /^Terima/ }).click();
  await steward.page.getByText('Usulan diterima.').waitFor();
  await steward.page.getByRole('button', { name: 'Urungkan' }).click();
  await steward.page.getByText('Sudah diurungkan.').waitFor();
  await waiting(steward.page, 'Sanggar Orang Lain').getByRole('button', { name: /^Terima/ }).click();
  await steward.page.getByText('Usulan diterima.').waitFor();
  await page.reload();
  await waiting(page, 'Sanggar Orang Lain').getByText(/^Diterima pada/).waitFor();
  await page.goto(at(`/organisasi/${id}`));
  await page.getByText('Melatih membatik').first().waitFor();
  expect(wrongs).toEqual([]);
  await context.close();
  await steward.context.close();
});

it('that an organization is there no more is suggested with a reason, and accepted it has ended', async () => {
  const steward = await visit({ steward: true });
  const id = await organization(steward.page, 'Sanggar Bubar');
  const { page, context, wrongs } = await visit({ editor: true, width: phone, url: at(`/organisasi/${id}`) });
  await page.getByRole('link', { name: 'Sudah tidak ada lagi?' }).click();
  await page.getByRole('heading', { level: 1, name: 'Usulkan: sudah tidak ada lagi' }).waitFor();
  await page.getByRole('button', { name: 'Kirim sebagai usulan' }).click();
  await page.getByText('Tulis alasannya').waitFor();
  await page.getByLabel(/^Dari mana Anda tahu/).fill('Semua anggotanya pindah kerja');
  await isAccessible(page, 'saying that something is there no more');
  await fits(page, 'saying that something is there no more');
  await page.getByRole('button', { name: 'Kirim sebagai usulan' }).click();
  await page.getByText('Usulan terkirim.').waitFor();

  await steward.page.goto(at('/usulan'));
  const one = waiting(steward.page, 'Usulan: Sanggar Bubar sudah tidak ada lagi');
  await one.getByText('Semua anggotanya pindah kerja').waitFor();
  await one.getByRole('button', { name: /^Terima/ }).click();
  await steward.page.getByText('Usulan diterima.').waitFor();
  await page.goto(at(`/organisasi/${id}`));
  await page.getByText('Tidak aktif lagi').first().waitFor();
  expect(await page.getByRole('link', { name: 'Sudah tidak ada lagi?' }).count()).toBe(0);
  expect(wrongs).toEqual([]);
  await context.close();
  await steward.context.close();
});
