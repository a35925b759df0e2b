import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at, browsing, choose, fits, isAccessible, laptop, phone, settled } from './browser';

const { visit } = browsing({ map: false });
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';
const longest = `Perkumpulan ${'Perempuan Pekerja Rumahan Penyulam Kebaya '.repeat(4)}${'Nusantara'.repeat(3)}`.trim().slice(0, 200);

async function add(page: Page, values: object): Promise<string> {
  const answer = await page.request.post(at('/api/organizations'), { data: { actorKind: 'ngo', region: '33.74', ...values } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

describe('a state that is easily forgotten', () => {
  it('an answer that fails says what happened, keeps the rest of the page, and comes when it is asked for again', async () => {
    const { page, context } = await visit({ url: at('/mitra') });
    await settled(page);
    await page.route(/\/partners/, (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Server sedang menyusul.', status: 503, code: 'busy' }) }));
    await choose(page, 'Untuk organisasi mana?', 'Canting Wedel', /Canting Wedel/);
    const note = page.getByRole('alert').filter({ hasText: 'Server sedang menyusul.' });
    await note.waitFor();
    await page.getByRole('heading', { level: 1, name: 'Cari mitra' }).waitFor();
    await page.unrouteAll();
    await note.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByRole('button', { name: /^Bandingkan/ }).first().waitFor();
    await expect.poll(() => note.count()).toBe(0);
    await context.close();
  });

  it('an answer that there was no connection for comes by itself when there is one again', async () => {
    const { page, context } = await visit({ url: at(`/mitra?untuk=${group}`) });
    await page.getByRole('button', { name: /^Bandingkan/ }).first().waitFor();
    await settled(page);
    await context.setOffline(true);
    await page.getByText('Saringan', { exact: true }).first().click();
    await page.getByLabel('Provinsi').selectOption({ label: 'Jawa Tengah' });
    await page.getByText(/Server tidak terjangkau/).first().waitFor();
    await context.setOffline(false);
    await page.getByText(/Server tidak terjangkau/).first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Bandingkan/ }).first().waitFor();
    await context.close();
  });

  it('an address that names no region says what to look for', async () => {
    const { page, context, wrongs } = await visit({ url: at('/wilayah?kode=') });
    await page.getByRole('heading', { level: 1, name: 'Cari organisasi, wilayah, layanan' }).waitFor();
    await settled(page);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('an answer that takes its time says so, and one that is quick does not', async () => {
    const { page, context, wrongs } = await visit();
    await settled(page);
    let [release, slow] = [() => {}, true];
    await page.route('**/api/coverage?*', async (route) => { if (slow) await new Promise<void>((go) => { release = go; }); await route.continue(); });
    await page.getByRole('link', { name: 'Cakupan' }).click();
    const loading = page.getByRole('status').filter({ hasText: 'Memuat' });
    await loading.first().waitFor();
    slow = false;
    release();
    await page.getByRole('table', { name: 'Cakupan setiap wilayah' }).waitFor();
    await loading.first().waitFor({ state: 'detached' });
    expect(wrongs).toEqual([]);
    await context.close();
  });

});

describe('a device that cannot draw maps', () => {
  it('is told so, and does all its work in the sheet', async () => {
    const { page, context, wrongs } = await visit({ width: phone, url: at('/mitra') });
    await page.getByText('Peta tidak bisa ditampilkan di perangkat ini. Semua isi tetap ada di lembar.').waitFor();
    await page.getByRole('combobox', { name: 'Untuk organisasi mana?' }).waitFor();
    await isAccessible(page, 'a page without its map');
    expect(wrongs.filter((wrong) => !/WebGL/i.test(wrong))).toEqual([]);
    await context.close();
  });
});

describe('a map of which one file is lost', () => {
  it('says so without blaming the device, and is loaded when it is asked for again', async () => {
    const { page, context } = await visit({ map: true, url: 'about:blank' });
    let lost = true;
    await page.route('**/assets/maplibre-gl-worker-*', (route) => (lost ? route.abort() : route.continue()));
    await page.goto(at('/'));
    const note = page.getByRole('status').filter({ hasText: 'Peta belum bisa dimuat: server tidak terjangkau.' });
    await note.waitFor();
    await isAccessible(page, 'a map that did not come');
    lost = false;
    // It may have come by itself meanwhile.
    await note.getByRole('button', { name: 'Coba lagi' }).click({ timeout: 5000 }).catch(() => undefined);
    await page.getByRole('button', { name: 'Perbesar' }).waitFor();
    await context.close();
  });
});

describe('what is known of an organization', () => {
  it('a place that is hidden says so where it is told, on the page and on the map', async () => {
    const { page, context, wrongs } = await visit({ map: true, url: at(`/organisasi/${group}`) });
    await settled(page);
    await page.getByText(/disamarkan/).first().waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('what was checked long ago, never, or cannot be checked is said once, the same before the script as after it', async () => {
    const steward = await visit({ steward: true });
    const said = [
      ['Lembaga Lama', { lastVerified: '2021-03-14' }, 'Terakhir diperiksa 14 Maret 2021, lebih dari setahun lalu.'], ['Lembaga Tanpa Tanggal', {}, 'Belum tercatat kapan terakhir diperiksa.'],
      ['Lembaga Diragukan', { lastVerified: '2021-03-14', unverified: true }, 'Data ini belum diperiksa kebenarannya.'],
    ] as const;
    for (const [name, checked, sentence] of said) {
      const id = await add(steward.page, { name, provenance: { source: 'Uji', ...checked } });
      await steward.page.request.post(at('/api/places'), { data: { organization: id, region: '33.74', provenance: { source: 'Uji', lastVerified: '2022-04-15' } } });
      expect(await (await steward.page.request.get(at(`/organisasi/${id}`))).text()).toContain(sentence);
      await steward.page.goto(at(`/organisasi/${id}`));
      await settled(steward.page);
      expect(await steward.page.getByRole('main').getByText(/diperiksa/).allTextContents()).toEqual([`${sentence} Masih benar Periksa dan perbarui`]);
    }
    expect(steward.wrongs).toEqual([]);
    await steward.context.close();
  });

});

describe('the room on the page', () => {
  it('one result, none, and a name as long as names may be', async () => {
    const { page, context, wrongs } = await visit({ steward: true, width: phone });
    const id = await add(page, { name: longest, provenance: { source: 'Uji' } });
    await page.goto(at(`/cari?q=${encodeURIComponent('penyulam kebaya nusantara')}`));
    await page.getByRole('link', { name: new RegExp(longest.slice(0, 40)) }).first().waitFor();
    await settled(page);
    await fits(page, 'the search for a long name');
    await page.goto(at('/cari?q=desa'));
    await page.getByRole('heading', { level: 1, name: /^5\d yang paling cocok dengan “desa”$/ }).waitFor();
    await page.getByText('Mungkin masih ada yang lain. Kalau yang dicari tidak ada di sini, tulis namanya lebih lengkap.').waitFor();
    await page.goto(at('/cari?q=zzqqxxyyvv'));
    await page.getByText(/Tidak ada/).first().waitFor();
    await page.goto(at(`/organisasi/${id}`));
    await settled(page);
    await fits(page, 'a page with a long name on a phone');
    await page.setViewportSize({ width: 320, height: 640 });
    await fits(page, 'a page with a long name at 320 px');
    await page.setViewportSize(laptop);
    await fits(page, 'a page with a long name on a laptop');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('in forced colours the states of coverage keep their signs and their words, and what has the focus is seen', async () => {
    const { page, context, wrongs } = await visit({ url: at('/cakupan?induk=33') });
    await page.emulateMedia({ forcedColors: 'active' });
    await settled(page);
    const cell = page.getByRole('table', { name: 'Cakupan setiap wilayah' }).getByRole('link').first();
    await cell.focus();
    expect(await cell.evaluate((link) => getComputedStyle(link).outlineStyle)).not.toBe('none');
    expect(await cell.textContent()).toMatch(/[●◐○?]/);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});
