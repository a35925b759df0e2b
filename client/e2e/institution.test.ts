import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browsing, fits, isAccessible, laptop, phone } from './browser';
import { Server, freePort } from './server';

const { visit } = browsing({ map: false });
const secret = 'rahasia-dari-pemasangan-ini-0123456789';
const folder = mkdtempSync(join(tmpdir(), 'networkmap-institution-'));
let [server, campus]: [Server | undefined, HttpServer | undefined] = [undefined, undefined];

/** Our server, and a real provider of OpenID Connect that sends browsers back to it. Whoever types a login there is that; its own pages ask for the login and for consent. */
beforeAll(async () => {
  const port = await freePort();
  writeFileSync(join(folder, 'secret'), secret);
  const settings = { Name: 'Universitas Contoh', Authority: `http://localhost:${port}`, ClientId: 'networkmap', ClientSecretFile: join(folder, 'secret') };
  server = await Server.start(...Object.entries(settings).flatMap(([name, value]) => [`--OpenIdConnect:kampus:${name}`, value]));
  const provider = new Provider(settings.Authority, {
    clients: [{ client_id: 'networkmap', client_secret: secret, redirect_uris: [at('/masuk/lembaga/kampus/kembali')], response_types: ['code'], grant_types: ['authorization_code'] }],
    pkce: { required: () => true },
    cookies: { keys: ['kunci-uji'] },
  });
  campus = provider.listen(port, '127.0.0.1');
});

afterAll(async () => {
  campus?.closeAllConnections();
  campus?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const at = (path: string) => (server?.url ?? '') + path;

/** A visitor whose provider finds no typeface, which it would fetch from elsewhere. What the provider's own pages complain about is not ours. */
async function arrive(path: string, width = laptop, script = true) {
  const visitor = await visit({ url: at('/privasi'), width, script });
  await visitor.context.route(/fonts\.googleapis\.com/, (route) => route.abort());
  await visitor.page.goto(at(path));
  return visitor;
}

const ours = (wrongs: string[]) => wrongs.filter((wrong) => !/fonts\.googleapis|ERR_FAILED|422/.test(wrong));

/** Signs in at the provider, which asks for consent the first time. */
async function signInAtCampus(page: Page, login: string) {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('apa saja');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function steward() {
  const visitor = await arrive('/');
  await visitor.page.goto((await server?.stewardLink()) ?? '');
  await visitor.page.getByRole('button').click();
  await visitor.page.waitForURL(at('/akun'));
  return visitor;
}

it('an invitation is taken up with an institution on a phone without a script, which signs in again afterwards and is the only way in', async () => {
  const { page: maker, context: made } = await steward();
  await maker.goto(at('/undangan'));
  await maker.getByRole('button', { name: 'Buat tautan', exact: true }).click();
  const link = /http\S+(\/undangan\/\S+)/.exec(await maker.getByLabel('Pesan untuk dikirim').inputValue())?.[1] ?? '';
  await made.close();

  const { page, context, wrongs } = await arrive(link, phone, false);
  await fits(page, 'an invitation with an institution');
  await page.getByRole('button', { name: 'Terima dengan Universitas Contoh' }).click();
  await signInAtCampus(page, 'budi');
  await page.getByText('Undangan diterima').waitFor();
  expect(page.url()).toBe(at('/akun?kabar=accepted'));
  await fits(page, 'an account of an institution');

  await page.getByRole('button', { name: 'Keluar', exact: true }).click();
  await page.waitForURL(at('/'));
  await page.goto(at('/masuk?ke=/akun'));
  await page.getByRole('button', { name: 'Masuk dengan Universitas Contoh' }).click();
  await page.waitForURL(at('/akun'));
  await page.getByRole('button', { name: 'Lepaskan Universitas Contoh' }).click();
  await page.getByText('satu-satunya cara Anda masuk').waitFor();
  expect(ours(wrongs)).toEqual([]);
  await context.close();
});

it('a signed-in account is joined with an institution, which signs in from another device, and parted again', async () => {
  const { page, context, wrongs } = await steward();
  await page.getByLabel('Nama masuk').fill('sari');
  await page.getByLabel('Kata sandi').fill('kucing kuning di pagar');
  await page.getByRole('button', { name: 'Simpan' }).first().click();
  await page.getByText('Akun Anda lengkap').waitFor();
  const institutions = page.locator('form[action="/akun/lembaga"]');
  await institutions.getByLabel('Kata sandi sekarang').fill('kucing kuning di pagar');
  await institutions.getByRole('button', { name: 'Sambungkan Universitas Contoh' }).click();
  await signInAtCampus(page, 'sari');
  await page.getByText('Sudah tersambung').waitFor();
  await isAccessible(page, 'an account that is joined with an institution');
  await fits(page, 'an account that is joined with an institution');

  const other = await arrive('/masuk?ke=/akun', phone);
  await isAccessible(other.page, 'signing in with an institution');
  await fits(other.page, 'signing in with an institution');
  await other.page.getByRole('button', { name: 'Masuk dengan Universitas Contoh' }).click();
  await signInAtCampus(other.page, 'sari');
  await other.page.waitForURL(at('/akun'));
  await other.page.getByRole('button', { name: 'Keluar', exact: true }).click();
  await other.page.waitForURL(at('/'));

  await page.getByRole('button', { name: 'Lepaskan Universitas Contoh' }).click();
  await page.getByText('Sudah dilepaskan').waitFor();
  await other.page.goto(at('/masuk'));
  await other.page.getByRole('button', { name: 'Masuk dengan Universitas Contoh' }).click();
  await other.page.getByText('belum tersambung dengan akun di sini').waitFor();
  expect([...ours(wrongs), ...ours(other.wrongs)]).toEqual([]);
  await other.context.close();
  await context.close();
});

it('whoever says no at the institution, or is not known here, is told so in a sentence and stays who she was', async () => {
  const { page, context, wrongs } = await arrive('/masuk', phone);
  await page.getByRole('button', { name: 'Masuk dengan Universitas Contoh' }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByText('Anda belum mengizinkan Universitas Contoh').waitFor();
  await isAccessible(page, 'a refusal at an institution');

  await page.getByRole('button', { name: 'Masuk dengan Universitas Contoh' }).click();
  await signInAtCampus(page, 'orang lain');
  await page.getByText('Minta undangan kepada pengelola data').waitFor();
  await fits(page, 'an identity that is not known');
  expect(((await (await page.request.get(at('/api/me'))).json()) as { audience: string }).audience).toBe('public');
  expect(page.url()).not.toMatch(/code=|state=/);
  expect(ours(wrongs)).toEqual([]);
  await context.close();
});
