import { expect, inject, it } from 'vitest';
import { at, browsing, fits, isAccessible, laptop, phone } from './browser';

const { visit } = browsing({ map: false });

it('a steward finishes the account that the link made, signs in with it on a phone without a script, and ends the other device', async () => {
  const { page, context, wrongs } = await visit({ steward: true, width: laptop });
  await page.getByRole('link', { name: 'Lengkapi akun' }).click();
  await page.getByRole('heading', { level: 1, name: 'Anda sudah masuk' }).waitFor();
  await isAccessible(page, 'an account that is not finished');
  await page.getByLabel('Nama masuk').fill('Sari@contoh.id');
  await page.getByLabel('Kata sandi').fill('bismillah1234');
  await page.getByRole('button', { name: 'Simpan' }).first().click();
  await page.getByText('terlalu mudah ditebak').waitFor();
  await page.getByLabel('Kata sandi').fill('kucing kuning di pagar');
  await page.getByRole('button', { name: 'Simpan' }).first().click();
  await page.getByText('Akun Anda lengkap').waitFor();
  await isAccessible(page, 'an account');
  expect(wrongs.filter((wrong) => !wrong.includes('422'))).toEqual([]);

  const other = await visit({ width: phone, script: false });
  await other.page.goto(at('/masuk?ke=/cakupan'));
  await other.page.getByLabel('Nama masuk').fill('sari@CONTOH.id');
  await other.page.getByLabel('Kata sandi').fill('kucing kuning di pagar');
  await other.page.getByRole('button', { name: 'Masuk' }).click();
  await other.page.waitForURL(`${inject('url')}/cakupan`);
  await other.page.getByRole('link', { name: 'Akun saya' }).click();
  await fits(other.page, 'an account');
  await other.page.getByText('Perangkat ini').waitFor();

  await page.reload();
  await page.getByRole('button', { name: /^Keluarkan Chrome/ }).click();
  await page.getByText('Sudah dikeluarkan.').waitFor();
  await other.page.goto(at('/akun'));
  await other.page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor();
  await other.context.close();
  await context.close();
});

it('a steward invites somebody by a link with a message and a code, and it is accepted on a phone without a script', async () => {
  const { page, context, wrongs } = await visit({ steward: true, width: laptop });
  await page.goto(at('/undangan?wilayah=33'));
  await isAccessible(page, 'inviting');
  await page.getByLabel('Untuk siapa').fill('Bu Rini');
  await page.getByLabel('Boleh apa').selectOption({ label: 'Koordinator: Jawa Tengah' });
  await page.getByRole('button', { name: 'Buat tautan', exact: true }).click();
  await page.getByRole('img', { name: 'Kode QR tautan ini' }).waitFor();
  await page.getByRole('button', { name: 'Salin pesan' }).waitFor();
  await isAccessible(page, 'a link that was made');
  const link = /http\S+\/undangan\/\S+/.exec(await page.getByLabel('Pesan untuk dikirim').inputValue())?.[0] ?? '';
  expect(wrongs).toEqual([]);

  const rini = await visit({ width: phone, script: false, url: link });
  await rini.page.getByText('Koordinator: Jawa Tengah').waitFor();
  await fits(rini.page, 'an invitation');
  await rini.page.getByLabel('Nama masuk').fill('rini');
  await rini.page.getByLabel('Kata sandi').fill('hujan turun di ladang');
  await rini.page.getByRole('button', { name: 'Terima undangan' }).click();
  await rini.page.getByText('Undangan diterima').waitFor();
  await fits(rini.page, 'an account with rights');
  await rini.page.goto(link);
  await rini.page.getByText('sudah dipakai').waitFor();
  await rini.context.close();
  await context.close();
});
