import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { foundation } from './writing';
import { at, browsing, fits, isAccessible, laptop, phone, settled } from './browser';

const { visit } = browsing();
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';
const views = [
  ['the start', '/', /Aceh/], ['search', '/cari?q=yasanti', /Yayasan Annisa Swasti/], ['an organization', `/organisasi/${group}`, /Sewon, Kabupaten Bantul/], ['a region', '/wilayah?kode=34', /Bantul/],
  ['who asks for partners', '/mitra?q=canting', /Kelompok Canting Wedel/], ['the goals of an introduction', `/perkenalan?dari=${group}&q=napas`, /Yayasan Napas Lega/],
  ['partners', `/mitra?untuk=${group}`, /Yayasan Napas Lega/], ['introductions', `/perkenalan?dari=${group}&jenis=local_government`, /Jalan 1/], ['gaps', '/cakupan', /Jawa Timur/], ['what would fill gaps', '/menutup?induk=33', /orang setahun|belum diketahui berapa/], ['what would break', '/rapuh', /^Kalau .* keluar, /], ['one loss', `/rapuh/${foundation}`, /^(Kalau|Tanpa) /], ['activity', '/aktivitas', /./], ['what is new around one', `/aktivitas?sekitar=${group}`, /./],
] as const;

/** How many bytes the answer is on its way. */
const bytesOf = (path: string) => new Promise<number>((done, failed) => {
  get(at(path), { headers: { 'Accept-Encoding': 'br' } }, (answer) => {
    let bytes = 0;
    answer.on('data', (part: Buffer) => { bytes += part.length; }).on('end', () => done(bytes));
  }).on('error', failed);
});

describe('before the script, and without it', () => {
  describe.each([['laptop', laptop], ['phone', phone]] as const)('on a %s', (_, width) => {
    it.each(views)('%s is there as a list in at most 14 KB', async (what, path, told) => {
      const { page, context } = await visit({ width, script: false, url: at(path) });
      await page.getByRole('main').getByText(told).first().waitFor();
      expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(0);
      expect(await page.getByRole('heading', { level: 1 }).count(), what).toBe(1);
      expect(await bytesOf(path)).toBeLessThan(14 * 1024);
      await context.close();
    });
  });

  it('the whole way to partners and an introduction can be walked by links alone, in the language that was chosen', async () => {
    const { page, context } = await visit({ width: phone, script: false });
    await page.getByRole('link', { name: 'Show in English' }).click();
    await page.getByRole('searchbox').fill('canting wedel');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('main').getByRole('link', { name: /Canting Wedel/ }).click();
    await page.getByRole('link', { name: 'Find partners' }).last().click();
    await page.getByRole('heading', { name: /suggestions/ }).waitFor();
    await page.getByRole('link', { name: /Find a way to be introduced|introduc/i }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Introductions' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await context.close();
  });

  it('a wrong question is refused in words, and what does not exist says so', async () => {
    const { page, context } = await visit({ script: false, url: at('/wilayah?kode=11.1') });
    await page.getByText(/11\.01/).waitFor();
    // A day that is none is told of, and today is shown, as the view with its script does.
    await page.goto(at('/cakupan?tanggal=2026-02-31'));
    await page.getByText('Tanggal “2026-02-31” tidak ada di kalender, jadi yang tampil keadaan hari ini. Di alamat, tanggal ditulis seperti 2026-01-31.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Cakupan' }).waitFor();
    expect((await page.request.get(at('/organisasi/00000000-0000-4000-8000-000000000000'))).status()).toBe(404);
    expect((await page.goto(at('/tidak-ada')))?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: 'Halaman ini tidak ada.' }).waitFor();
    expect((await page.request.get(at('/hubungan/baru?dari=1'))).status()).toBe(200);
    await context.close();
  });
});

describe('by forms alone', () => {
  it('partners and introductions are asked for by fields, with the organization named that asks', async () => {
    const { page, context } = await visit({ width: phone, script: false, url: at('/mitra') });
    const main = page.getByRole('main');
    await main.getByLabel('Untuk organisasi mana?').fill('canting wedel');
    await main.getByRole('button', { name: 'Cari' }).click();
    await main.getByRole('link', { name: /Kelompok Canting Wedel/ }).click();
    await page.getByRole('heading', { name: /usulan/ }).waitFor();

    await page.goto(at('/perkenalan'));
    await main.getByLabel('Siapa yang ingin berkenalan?').fill('canting wedel');
    await main.getByRole('button', { name: 'Cari' }).click();
    await main.getByRole('link', { name: /Kelompok Canting Wedel/ }).click();
    await main.getByRole('link', { name: 'Kelompok Canting Wedel (contoh)' }).waitFor();
    await fits(page, 'the goals without a script');
    await main.getByLabel('Dengan siapa?').fill('napas lega');
    await main.getByRole('button', { name: 'Cari', exact: true }).click();
    await main.getByRole('link', { name: /Yayasan Napas Lega/ }).click();
    await page.getByRole('heading', { name: 'Jalan 1' }).waitFor();

    await main.getByRole('link', { name: 'Ganti tujuan' }).click();
    await main.getByRole('button', { name: 'Cari jalan' }).first().click();
    await main.getByText(/pemerintah daerah yang berwenang di wilayahnya, Kabupaten Bantul/).waitFor();
    await main.getByRole('link', { name: 'Ganti tujuan' }).click();
    await main.getByLabel('Jenis organisasi').selectOption({ label: 'Perguruan tinggi' });
    await main.getByRole('button', { name: 'Cari jalan' }).last().click();
    await page.waitForURL(/jenis=university/);
    await main.getByText(/jalan dari|Belum ada jalan/).first().waitFor();
    await context.close();
  });
});

describe('when the script comes', () => {
  it('what the server wrote stays until the view has its own answer', async () => {
    const { page, context, wrongs } = await visit({ url: null });
    let let_go: () => void = () => undefined;
    const held = new Promise<void>((done) => { let_go = done; });
    await page.route('**/api/organizations/*/partners**', async (route) => { await held; await route.continue(); });
    await page.goto(at(`/mitra?untuk=${group}`));
    await page.waitForFunction(() => document.querySelector('.app:not(.first)') !== null);
    const written = page.locator('.first-answer').getByText('Yayasan Napas Lega (contoh)').first();
    expect(await written.isVisible()).toBe(true);
    let_go();
    await page.locator('.reasons').first().waitFor();
    expect(await page.locator('.first-answer').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('link', { name: /^(?!Usulkan hubungan).*Yayasan Napas Lega \(contoh\)$/ }).count()).toBe(1);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it.each(['/', `/organisasi/${group}`, `/mitra?untuk=${group}`, `/perkenalan?dari=${group}&jenis=local_government`, '/cakupan'])('at most 90 KB of it come before the map, with the words of one language: %s', async (path) => {
    const { page, context } = await visit({ url: at(path) });
    await settled(page);
    const sizes = await page.evaluate(() => performance.getEntriesByType('resource').map((r) => ({ name: r.name, size: (r as PerformanceResourceTiming).encodedBodySize })));
    const before = sizes.filter(({ name }) => /\.m?js$/.test(new URL(name).pathname) && !/engine|maplibre|ground/.test(name));
    expect(before.length).toBeGreaterThan(2);
    expect(before.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(90 * 1024);
    expect(before.filter(({ name }) => /\/(id|en)-/.test(name))).toHaveLength(1);
    expect(await page.evaluate(() => document.querySelector('link[href*="/id-"]')?.getAttribute('rel'))).toBe('modulepreload');
    await context.close();
  });
});

describe('the second visit', () => {
  it('shows what was seen, also without a network, and nothing of a session', async () => {
    const { page, context } = await visit({ worker: true, url: at(`/mitra?untuk=${group}`) });
    await settled(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await settled(page);
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('main').getByText('Yayasan Napas Lega (contoh)').first().waitFor();
    await context.setOffline(false);

    const steward = await visit({ worker: true, steward: true, url: at(`/organisasi/${group}`) });
    await settled(steward.page);
    await steward.page.evaluate(() => navigator.serviceWorker.ready);
    await steward.page.reload();
    await settled(steward.page);
    const kept = await steward.page.evaluate(async () => (await (await caches.open('answers-1')).keys()).map((request) => new URL(request.url).pathname));
    expect(kept.filter((path) => path.startsWith('/api/organizations') || path.startsWith('/organisasi'))).toEqual([]);
    await steward.context.close();
    await context.close();
  });
});

it('the first answer has no serious finding of axe, nor has the page of a steward’s link', async () => {
  for (const [what, path] of [...views, ['a link that was used', '/welcome/used'], ['signing in', '/masuk']] as const) {
    const { page, context } = await visit({ width: phone, url: null });
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(at(path));
    await isAccessible(page, what);
    await fits(page, what);
    await context.close();
  }
});

it('what is typed into the search before the script is there stays in it, and is found', async () => {
  let come: () => void = () => undefined;
  const held = new Promise<void>((done) => { come = done; });
  const { page, context } = await visit({ map: false, width: phone, url: null });
  await page.route('**/assets/*.js', async (route) => { await held; await route.continue(); });
  await page.goto(at('/aktivitas'), { waitUntil: 'commit' });
  const field = page.getByRole('searchbox');
  await field.click();
  await page.keyboard.type('canting wedl');
  await page.keyboard.press('ArrowLeft');
  come();
  await page.getByRole('option', { name: /Canting Wedel/ }).waitFor();
  await page.keyboard.type('e');
  expect(await page.getByRole('combobox').first().inputValue()).toBe('canting wedel');
  await context.close();
});

it('what is typed into a field of the page before the script is there goes into the field that takes its place', async () => {
  let come: () => void = () => undefined;
  const held = new Promise<void>((done) => { come = done; });
  const { page, context } = await visit({ map: false, width: phone, url: null });
  await page.route('**/assets/*.js', async (route) => { await held; await route.continue(); });
  await page.goto(at('/mitra'), { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Untuk organisasi mana?' }).click();
  await page.keyboard.type('canting wedl');
  await page.keyboard.press('ArrowLeft');
  come();
  await page.getByRole('option', { name: /Canting Wedel/ }).waitFor();
  await page.keyboard.type('e');
  expect(await page.getByRole('combobox', { name: 'Untuk organisasi mana?' }).inputValue()).toBe('canting wedel');
  await context.close();
});
