import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, laptop, phone, stage } from './browser';

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

  const other = await visit({ width: phone, script: false, url: at('/masuk?ke=/cakupan') });
  await other.page.getByLabel('Nama masuk').fill('sari@CONTOH.id');
  await other.page.getByLabel('Kata sandi').fill('kucing kuning di pagar');
  await other.page.getByRole('button', { name: 'Masuk' }).click();
  await other.page.waitForURL(`${stage().url}/cakupan`);
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

/** A link that a steward makes on the page for inviting. */
async function invite(page: Page, right: string, whom: string) {
  await page.getByLabel('Untuk siapa').fill(whom);
  await page.getByLabel('Boleh apa').selectOption({ label: right });
  await page.getByRole('button', { name: 'Buat tautan', exact: true }).click();
  return /http\S+\/undangan\/\S+/.exec(await page.getByLabel('Pesan untuk dikirim').inputValue())?.[0] ?? '';
}

it('a steward invites somebody by a link with a message and a code, and it is accepted on a phone without a script', async () => {
  const { page, context, wrongs } = await visit({ steward: true, width: laptop, url: at('/undangan?wilayah=33') });
  await isAccessible(page, 'inviting');
  const link = await invite(page, 'Koordinator: Jawa Tengah', 'Bu Rini');
  await page.getByRole('img', { name: 'Kode QR tautan ini' }).waitFor();
  await page.getByRole('button', { name: 'Salin pesan' }).waitFor();
  await isAccessible(page, 'a link that was made');
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

it('a passkey is added, signs in without a name or a password, and is good for nothing once it was taken away', async () => {
  const steward = await visit({ steward: true, url: at('/undangan') });
  const link = await invite(steward.page, 'Akun saja, tanpa hak mengubah', 'Budi');
  await steward.context.close();

  const { page, context, wrongs } = await visit({ width: phone, url: link });
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await page.getByLabel('Nama masuk').fill('budi');
  await page.getByLabel('Kata sandi').fill('angin pagi di pelabuhan');
  await page.getByRole('button', { name: 'Terima undangan' }).click();
  await page.getByLabel('Nama kunci').fill('HP saya');
  const passkeys = page.locator('form[data-passkey]');
  await passkeys.getByLabel('Kata sandi sekarang').fill('salah sama sekali');
  await passkeys.getByRole('button', { name: 'Tambah kunci sandi' }).click();
  await page.getByText('Kata sandi sekarang tidak cocok').waitFor();
  await passkeys.getByLabel('Kata sandi sekarang').fill('angin pagi di pelabuhan');
  await passkeys.getByRole('button', { name: 'Tambah kunci sandi' }).click();
  await page.getByText('Kunci sandi sudah ditambahkan').waitFor();
  await isAccessible(page, 'an account with a passkey');
  await fits(page, 'an account with a passkey');

  await page.getByRole('button', { name: 'Keluar', exact: true }).click();
  await page.waitForURL(at('/'));
  await page.goto(at('/masuk?ke=/cakupan'));
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
  await page.waitForURL(`${stage().url}/cakupan`);
  await page.goto(at('/akun'));
  await page.getByRole('button', { name: 'Hapus HP saya' }).click();
  await page.getByText('Kunci sandi sudah dihapus').waitFor();
  await page.getByRole('button', { name: 'Keluar', exact: true }).click();
  await page.waitForURL(at('/'));
  await page.goto(at('/masuk'));
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
  await page.getByText('Kunci sandi ini tidak bisa dipakai').waitFor();
  expect(wrongs.filter((wrong) => !wrong.includes('422'))).toEqual([]);
  await context.close();
});
