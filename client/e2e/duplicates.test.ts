import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, isLegible, laptop, phone, settled } from './browser';
import { organization } from './writing';

const { visit } = browsing({ map: false });

const waiting = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(name) }) });
async function add(page: Page, kind: string, data: object): Promise<string> {
  const answer = await page.request.post(at(`/api/${kind}`), { data: { ...data, provenance: { source: 'Uji' } } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}
const h1 = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

it('a steward finds two that are one, merges them, and takes them apart again when they were two after all', async () => {
  const { page, context, wrongs } = await visit({ steward: true, url: at('/') });
  const kept = await organization(page, 'Yayasan Lentera Kalibening');
  const other = await organization(page, 'Yay. Lentera Kalibening');
  await add(page, 'services', { organization: other, name: 'Pendampingan Kalibening', status: 'active' });
  await page.getByRole('main').getByRole('link', { name: 'Data ganda' }).click();
  await h1(page, 'Data ganda').waitFor();
  await waiting(page, 'Lentera Kalibening').getByText('Namanya sama').waitFor();
  await isAccessible(page, 'the queue of duplicates');
  await waiting(page, 'Lentera Kalibening').getByRole('link', { name: /^Bandingkan/ }).click();
  await h1(page, 'Satu organisasi, atau dua?').waitFor();
  if (!page.url().includes(`simpan=${kept}`)) {
    await page.getByRole('link', { name: 'Tukar: pertahankan yang lain' }).click();
    await page.waitForURL((url) => url.search.includes(`simpan=${kept}`));
  }
  await page.getByText('Pendampingan Kalibening').waitFor();
  await page.getByRole('group', { name: 'Nama', exact: true }).getByRole('radio', { name: /Yay\. Lentera/ }).check();
  await isAccessible(page, 'two side by side');
  await page.setViewportSize({ width: 320, height: 640 });
  await fits(page, 'two side by side at 320 px');
  await page.setViewportSize(phone);
  await isLegible(page, 'two side by side on a phone');
  await page.setViewportSize(laptop);
  await page.getByRole('button', { name: 'Gabungkan', exact: true }).click();
  await page.getByText('Tulis alasannya').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('merge-reason');
  await page.getByLabel(/^Mengapa digabungkan/).fill('Dicatat dua kali');
  await page.getByRole('button', { name: 'Gabungkan', exact: true }).click();
  await h1(page, 'Yay. Lentera Kalibening').waitFor();
  await page.waitForURL((url) => url.href.includes(kept));

  const anybody = await visit({ script: false, url: at(`/organisasi/${other}`) });
  await h1(anybody.page, 'Yay. Lentera Kalibening').waitFor();
  expect(anybody.page.url()).toContain(kept);
  await anybody.context.close();

  await add(page, 'services', { organization: kept, name: 'Pelatihan Kalibening', status: 'active' });
  for (const name of ['Kelas Kalibening', 'Klinik Kalibening', 'Koperasi Kalibening']) await add(page, 'services', { organization: kept, name, status: 'active' });
  await page.goto(at(`/organisasi/${other}`));
  await page.waitForURL((url) => url.pathname.endsWith(kept));
  await page.getByRole('link', { name: 'Pisahkan lagi: Yay. Lentera Kalibening' }).click();
  await h1(page, 'Pisahkan lagi').waitFor();
  await page.getByRole('group', { name: /^Pelatihan Kalibening/ }).getByRole('radio').nth(1).check();
  await isAccessible(page, 'a merge that is taken apart');
  await page.getByText('3 yang belum dipilih, semuanya milik:').waitFor();
  await page.getByRole('button', { name: 'Yay. Lentera Kalibening (yang tetap)', exact: true }).click();
  await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(4);
  await fits(page, 'a merge that is taken apart');
  await page.getByLabel(/^Mengapa dipisahkan/).fill('Ternyata dua');
  await page.getByRole('button', { name: 'Pisahkan', exact: true }).click();
  await page.waitForURL((url) => url.pathname.endsWith(other));
  await page.getByText('Pelatihan Kalibening').first().waitFor();
  await page.getByText('Pendampingan Kalibening').first().waitFor();
  expect(await page.getByText('Klinik Kalibening').count()).toBe(0);
  await page.goto(at(`/organisasi/${kept}`));
  await h1(page, 'Yayasan Lentera Kalibening').waitFor();
  expect(wrongs).toEqual([]);
  await context.close();
});

it('"not a duplicate" stays away after a reload, on a phone, in English', async () => {
  const { page, context, wrongs } = await visit({ steward: true, width: phone, language: 'en', url: at('/') });
  await organization(page, 'Paguyuban Kembang Wijayakusuma');
  await organization(page, 'Paguyuban Kembang Wijayakusuma');
  await page.goto(at('/ganda'));
  const pair = waiting(page, 'Kembang Wijayakusuma');
  await pair.getByRole('button', { name: /^Not a duplicate/ }).click();
  await page.getByText('Noted: not a duplicate.').waitFor();
  await pair.waitFor({ state: 'detached' });
  await fits(page, 'the queue on a phone');
  await isAccessible(page, 'the queue on a phone');
  await page.reload();
  await h1(page, 'Duplicates').waitFor();
  await settled(page);
  expect(await pair.count()).toBe(0);
  expect(wrongs).toEqual([]);
  await context.close();
});
