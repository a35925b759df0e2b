import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { answered, at, browsing, choose, fits, isSeenAtOnce, laptop, phone, settled } from './browser';

const { visit } = browsing();
const suggestions = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('link', { name: /\(contoh\)/ });
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';

describe('find partners', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('gives an organizer partners with reasons that open, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width });
    await page.getByRole('link', { name: 'Cari mitra' }).click();
    await choose(page, 'Untuk organisasi mana?', 'canting wedel', /Kelompok Canting Wedel/);
    const list = page.getByRole('main').getByRole('list').filter({ has: page.getByRole('link', { name: 'Cari jalan perkenalan' }) }).first();
    await list.waitFor();
    const names = await list.getByRole('listitem').getByRole('link', { name: /\(contoh\)/ }).allTextContents();
    expect(names.slice(0, 5).join()).toContain('Yayasan Napas Lega');
    expect(names.join()).not.toContain('Canting Wedel');
    await page.getByText(/^Kecocokan/).first().click();
    await page.getByText(/Isu yang sama:/).first().waitFor({ state: 'attached' });
    await fits(page, 'partners');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('narrows by kind, keeps the question in the address, and goes back to the choice before, with what was open', async () => {
    const { page, context } = await visit({ map: false, width: phone, url: at(`/mitra?untuk=${group}`) });
    await isSeenAtOnce(suggestions(page).first(), 'the first suggestion');
    await page.getByText('Saringan').click();
    await page.getByLabel('Jenis organisasi').selectOption({ label: 'Perguruan tinggi' });
    await page.waitForURL(/jenis=university/);
    await page.getByRole('button', { name: /^Lihat \d+ usulan/ }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^\d+ usulan/);
    await page.reload();
    await answered(page);
    expect(page.url()).toContain('jenis=university');
    await page.getByText(/^Kecocokan/).first().click();
    await page.getByRole('meter').first().waitFor();
    await suggestions(page).first().click();
    await page.waitForURL(/organisasi/);
    await page.goBack();
    await page.getByRole('meter').first().waitFor();
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('jenis'));
    await context.close();
  });

  it('asks about another day, which the address keeps and the heading says', async () => {
    const { page, context } = await visit({ map: false, url: at(`/mitra?untuk=${group}`) });
    await page.getByText('Saringan').click();
    await page.getByLabel('Tanggal').fill('2026-03-01');
    await page.waitForURL(/tanggal=2026-03-01/);
    await page.getByRole('heading', { name: /^\d+ usulan( terbaik)? pada 1 Maret 2026$/ }).waitFor();
    await context.close();
  });

  it('ranks by other weights when she moves them', async () => {
    const { page, context } = await visit({ map: false, url: at(`/mitra?untuk=${group}`) });
    await page.getByText('Yang paling penting').click();
    await page.getByRole('slider', { name: 'Kedekatan' }).fill('1');
    await page.waitForURL(/bobot\.nearness=1/);
    await expect.poll(() => page.getByRole('slider', { name: 'Kedekatan' }).getAttribute('aria-valuetext')).toBe('54% dari penilaian');
    await page.getByRole('button', { name: 'Kembalikan' }).click();
    await page.waitForURL((url) => !url.search.includes('bobot'));
    await context.close();
  });
});

describe('what was asked for is seen first', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('shows the first path at once, with the question in one line that opens, on a %s', async (_, width) => {
    const { page, context } = await visit({ map: false, width, url: at(`/perkenalan?dari=${group}&berwenang=1`) });
    const first = page.getByRole('article', { name: 'Jalan 1' });
    await first.waitFor();
    await isSeenAtOnce(first.getByRole('heading', { name: /^Jalan 1/ }), 'the first path');
    expect(await page.getByRole('radio', { name: 'Satu organisasi' }).isVisible()).toBe(false);
    await page.getByText(/^Dari Kelompok Canting Wedel \(contoh\) ke: Pemerintah daerah/).click();
    await page.getByRole('radio', { name: 'Satu organisasi' }).check();
    await page.getByRole('combobox', { name: 'Dengan siapa?' }).waitFor();
    await context.close();
  });

  it('the first region of a coverage is seen at once on a phone', async () => {
    const { page, context } = await visit({ map: false, width: phone, url: at('/cakupan') });
    await isSeenAtOnce(page.getByRole('rowheader', { name: 'Aceh' }), 'the first region');
    await context.close();
  });

  it('two partners side by side have the room of the whole sheet, also by their address', async () => {
    const { page, context } = await visit({ map: false, width: phone, url: at(`/mitra?untuk=${group}&banding=408ee8b1-0415-81c6-b6f4-4edaf714f59f,3cf947db-a540-88bb-9022-504e34f9833c`) });
    const line = page.getByRole('rowheader', { name: 'Kecocokan', exact: true });
    await line.waitFor();
    await isSeenAtOnce(line, 'the first line of the comparison');
    await context.close();
  });

  it('who has no name to type is offered groups of home workers, and what an acronym found says so', async () => {
    const { page, context } = await visit({ map: false, width: phone, url: at('/mitra') });
    await page.getByRole('heading', { name: 'Beberapa kelompok pekerja rumahan' }).waitFor();
    await page.getByRole('main').getByRole('listitem').filter({ hasText: /Kabupaten|Kota/ }).first().waitFor();
    await page.getByRole('combobox', { name: 'Untuk organisasi mana?' }).fill('yasanti');
    await page.getByRole('option', { name: /Yayasan Annisa Swasti \(Yasanti\)/ }).waitFor();
    await page.getByRole('combobox', { name: 'Untuk organisasi mana?' }).fill('canting wedel');
    await page.getByRole('option', { name: /Sewon · Kabupaten Bantul/ }).waitFor();
    await context.close();
  });
});

describe('introductions', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('says why there is none, what comes nearest and how to go on, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width, url: at(`/perkenalan?dari=${group}&ke=3cf947db-a540-88bb-9022-504e34f9833c`) });
    await settled(page);
    await page.getByText(/^Belum ada jalan dari/).waitFor();
    await page.getByText('Minta pengelola data mencatat hubungannya.', { exact: false }).waitFor();
    await page.getByRole('link', { name: /^Cari jalan ke .*, yang paling dekat letaknya$/ }).click();
    await page.getByRole('article', { name: 'Jalan 1' }).waitFor();
    await fits(page, 'introductions');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it.each([['laptop', laptop], ['phone', phone]] as const)('shows a mediator who can introduce whom, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width, url: at('/perkenalan') });
    await choose(page, 'Siapa yang ingin berkenalan?', 'canting wedel', /Kelompok Canting Wedel/);
    await choose(page, 'Dengan siapa?', 'napas lega', /Yayasan Napas Lega/);
    await page.getByRole('article', { name: 'Jalan 1' }).waitFor();
    const steps = page.getByRole('article', { name: 'Jalan 1' }).getByRole('list', { name: 'Langkah-langkah' });
    expect(await steps.getByRole('link').first().textContent()).toContain('Canting Wedel');
    expect(await steps.getByRole('link').last().textContent()).toContain('Napas Lega');
    await fits(page, 'introductions');
    await settled(page);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it.each([['laptop', laptop], ['phone', phone]] as const)('leads to the government responsible for her region, and says where everybody on the way is, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ map: false, width, url: at(`/perkenalan?dari=${group}`) });
    await page.getByRole('radio', { name: /^Pemerintah daerah yang berwenang di wilayahnya/ }).check();
    await page.waitForURL(/berwenang=1/);
    const met = page.getByRole('article', { name: 'Jalan 1' }).getByRole('list', { name: 'Langkah-langkah' }).getByRole('listitem').filter({ has: page.getByRole('link') });
    await met.first().waitFor();
    expect(await met.first().textContent()).toContain('Sewon, Kabupaten Bantul');
    expect(await met.last().textContent()).toContain('Kabupaten Bantul');
    await fits(page, 'introductions to the government');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('finds the nearest of a kind, or says what is nearest to a path', async () => {
    const { page, context } = await visit({ map: false, url: at(`/perkenalan?dari=${group}`) });
    await page.getByRole('radio', { name: 'Siapa saja dari jenis tertentu' }).check();
    await page.getByText(/^Pilih dulu jenis organisasi atau sektornya/).waitFor();
    await page.getByLabel('Jenis organisasi').selectOption({ label: 'Perguruan tinggi' });
    await page.getByRole('status').filter({ hasText: /jalan|belum|Belum/ }).first().waitFor();
    await context.close();
  });
});

describe('coverage', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('shows a coordinator where nobody helps, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width });
    await page.getByRole('link', { name: 'Cakupan' }).click();
    if (width === phone) await page.getByText(/^Fungsi layanan sosial · Seluruh Indonesia/).click();
    await page.getByLabel('Provinsi').selectOption({ label: 'Jawa Tengah' });
    await page.getByRole('radio', { name: 'Belum terlayani' }).check();
    const gap = page.getByRole('main').getByRole('listitem').getByRole('link').first();
    await expect.poll(() => gap.textContent()).toMatch(/pekerja rumahan/);
    await gap.click();
    await page.getByRole('heading', { name: 'Layanan yang dihitung' }).waitFor();
    await page.getByRole('heading', { name: 'Kebutuhan yang dihitung' }).waitFor();
    await page.getByRole('heading', { name: 'Siapa bisa membantu' }).waitFor();
    await fits(page, 'a cell');
    await page.getByRole('link', { name: 'Kembali ke cakupan' }).click();
    await page.getByRole('radio', { name: 'Belum terlayani' }).waitFor();
    await page.getByRole('link', { name: /^Lihat di peta: / }).first().click();
    await page.getByText(/^Hanya kekosongan untuk “.*”\.$/).waitFor();
    await page.getByRole('link', { name: 'Lihat semua kekosongan' }).click();
    await page.waitForURL((url) => !url.searchParams.has('di'));
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('tells who serves a part of a region already, and says so of the region that nobody covers as a whole', async () => {
    const { page, context } = await visit({ map: false, url: at('/cakupan?sumbu=hso_function&di=social_control') });
    await page.getByRole('link', { name: /^Jawa Timur, .*: belum ada untuk seluruh wilayahnya; \d+ organisasi melayani sebagian/ }).first().waitFor();
    // Those are among who has nobody, or of whom nothing is known: no colour and no number beside theirs.
    const among = page.getByRole('listitem').filter({ hasText: /^○?belum ada \d+/ }).getByText(/^◔?\d+ di antaranya dilayani sebagian$/);
    await among.waitFor();
    expect(await among.evaluate((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one.firstElementChild ?? one).backgroundColor])).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    await page.goto(at('/cakupan?sumbu=hso_function&sel=35:social_control'));
    await answered(page);
    await page.getByText(/^belum ada untuk seluruh wilayahnya; \d+ organisasi melayani sebagian$/).waitFor();
    await page.getByText(/ sudah melayani \d+ wilayah di Jawa Timur\.$/).waitFor();
    expect(await page.getByText(/dari tengah Jawa Timur\.$/).count()).toBe(0);
    await context.close();
  });

  it('tells each state by sign and words in the table', async () => {
    const { page, context } = await visit({ map: false, url: at('/cakupan?induk=34&sumbu=hso_function') });
    const table = page.getByRole('table', { name: 'Cakupan setiap wilayah' });
    await table.waitFor();
    await expect.poll(() => table.getByRole('row').count()).toBe(6);
    const cell = table.getByRole('cell').getByRole('link').first();
    expect(await cell.textContent()).toMatch(/[●◐○?]/);
    expect(await cell.textContent()).toMatch(/terlayani|tipis|belum ada|belum diketahui/);
    await cell.click();
    await page.getByRole('heading', { name: 'Layanan yang dihitung' }).waitFor();
    await context.close();
  });
});

describe('coverage tells what it does not know', () => {
  it('asks about another day, and says where services reach though no need is recorded', async () => {
    const { page, context, wrongs } = await visit({ map: false, url: at('/cakupan?induk=73'), width: phone });
    await page.getByRole('status').getByText(/\d+ di antaranya belum dicatat kebutuhannya/).waitFor();
    await page.getByRole('link', { name: /terlayani; ada layanan, kebutuhan belum dicatat/ }).first().click();
    await page.getByText('ada layanan, kebutuhan belum dicatat').waitFor();
    await page.getByRole('link', { name: 'Kembali ke cakupan' }).click();
    await page.getByText(/^Fungsi layanan sosial · Sulawesi Selatan/).click();
    await page.getByLabel('Per tanggal').fill('2015-01-01');
    await page.getByRole('heading', { level: 1, name: 'Cakupan pada 1 Januari 2015' }).waitFor();
    await page.waitForURL(/tanggal=2015-01-01/);
    await fits(page, 'coverage of another day');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('says that the colours of the map are still coming', async () => {
    const { page, context } = await visit({ url: at('/aktivitas'), width: phone });
    await settled(page);
    let go = () => {};
    const held = new Promise<void>((open) => { go = open; });
    await page.route('**/api/regions/shapes*', async (asked) => { await held; await asked.continue(); });
    await page.getByRole('link', { name: 'Cakupan' }).click();
    await page.getByText('Memuat warna cakupan …').waitFor();
    go();
    await page.getByText('Memuat warna cakupan …').waitFor({ state: 'detached' });
    await context.close();
  });
});

it('without an account a tie is proposed by who has one, or told to the stewards', async () => {
  const { page, context } = await visit({ map: false, width: phone, url: at(`/mitra?untuk=${group}`) });
  await page.getByRole('link', { name: 'Usulkan hubungan Yayasan Napas Lega (contoh)' }).click();
  const how = page.getByRole('region', { name: 'Usulkan hubungan dengan Yayasan Napas Lega (contoh)' });
  await how.getByText('Minta pengelola data mencatat hubungannya.', { exact: false }).waitFor();
  expect(await how.getByRole('link', { name: 'Masuk' }).getAttribute('href')).toContain('usul');
  await how.getByRole('link', { name: 'Batal' }).click();
  await how.waitFor({ state: 'detached' });
  await context.close();
});
