import { describe, expect, it } from 'vitest';
import { answered, at, brokenIn, browsing, fits, isAccessible, isLegible, laptop, phone, settled } from './browser';

const { visit } = browsing();
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';
const partner = '408ee8b1-0415-81c6-b6f4-4edaf714f59f';
/** What A4 leaves between margins of 14 mm, in CSS pixels. */
const paper = { width: 688, height: 960 };
const far = '3cf947db-a540-88bb-9022-504e34f9833c';
const pages = [
  ['the map', '/'], ['search', '/cari?q=batik'], ['an organization', `/organisasi/${group}`], ['a region', '/wilayah?kode=34.02'], ['partners', `/mitra?untuk=${group}`],
  ['introductions', `/perkenalan?dari=${group}&ke=${partner}`], ['no introduction', `/perkenalan?dari=${group}&ke=${far}`], ['the coverage table', '/cakupan?induk=33'], ['the gaps', '/cakupan?induk=33&tampilan=kekosongan'], ['coverage of another day', '/cakupan?induk=73&tanggal=2026-03-01'], ['what would fill gaps', '/menutup?induk=33'], ['three side by side', `/daftar?isi=${group},${partner},${far}&banding=${group},${partner},${far}`], ['a shortlist', `/daftar?isi=${group},${partner}`], ['what would break', '/rapuh'], ['the loss of one', `/rapuh/${partner}`], ['activity', '/aktivitas'], ['what is new around one', `/aktivitas?sekitar=${partner}`],
  ['a form for an organization', '/organisasi/baru'], ['a form for a tie', `/hubungan/baru?dari=${group}&ke=${partner}`], ['a form for a unit', `/unit/baru?organisasi=${partner}`], ['a form for a place', `/tempat/baru?organisasi=${group}`], ['a form for a service', `/layanan/baru?organisasi=${partner}`],
  ['a form for a need', '/kebutuhan/baru?sumbu=hso_function&sel=34.02:health'], ['a form for a kind of tie', '/istilah/baru?daftar=tie_type'], ['a list of terms', '/istilah?daftar=skill'], ['a tie', '/hubungan/05058d48-b022-87f6-b860-4396c9248300'], ['ties that wait', '/hubungan'],
  ['people and rights', '/orang'],
  ['what is looked after', '/kelola'],
  ['suggestions', '/usulan'],
  ['downloads', '/unduh?wilayah=34&tanggal=2026-03-01'],
  ['bringing a file in', '/impor'],
  ['an address that does not exist', '/tidak/ada'],
  ['a table of partners', `/mitra?untuk=${group}&bentuk=tabel&urut=-cocok`], ['two partners side by side', `/mitra?untuk=${group}&banding=${partner},${far}`], ['a table of introductions', `/perkenalan?dari=${group}&ke=${partner}&bentuk=tabel`], ['coverage under provinces', '/cakupan?tingkat=regency&kelompok=ya&urut=belum'], ['a table of what would break', '/rapuh?induk=33&bentuk=tabel'], ['a table of gaps', '/cakupan?induk=33&tampilan=kekosongan&bentuk=tabel'], ['the log of a region', '/aktivitas?wilayah=34&jenis=tie'],
] as const;

/** Where the map is looked at as well: it stands beside every page as the same few buttons, and takes most of the time. */
const drawn: string[] = ['/', `/organisasi/${group}`, '/cakupan?induk=33'];

describe('in both languages, at both widths, light and dark', () => {
  it.each(pages)('%s has no serious finding of axe and fits the window, also a narrow one, with text twice as large, and on paper', async (what, path) => {
    const { page, context, wrongs } = await visit({ steward: true, url: at(path), map: drawn.includes(path) });
    await settled(page);
    for (const language of ['Indonesian', 'English']) {
      if (language === 'English') {
        await page.getByRole('button', { name: 'Show in English' }).click();
        await page.waitForFunction(() => document.documentElement.lang === 'en');
      }
      for (const [name, width] of [['laptop', laptop], ['phone', phone]] as const) {
        await page.setViewportSize(width);
        await settled(page);
        await isAccessible(page, `${what} in ${language} on a ${name}`, language === 'English' ? { without: 'color-contrast' } : {});
        await fits(page, `${what} in ${language} on a ${name}`);
        await isLegible(page, `${what} in ${language} on a ${name}`);
        if (language === 'English') continue;
        await page.emulateMedia({ colorScheme: 'dark' });
        await isAccessible(page, `${what} on a ${name}, dark`, { only: 'color-contrast' });
        await page.emulateMedia({ colorScheme: 'light' });
      }
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await fits(page, `${what} at 320 px`);
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await fits(page, `${what} on paper`);
    await page.emulateMedia({ media: null });
    await page.setViewportSize(phone);
    await page.addStyleTag({ content: ':root { font-size: 200% }' });
    await fits(page, `${what} with text twice as large`);
    await isLegible(page, `${what} with text twice as large`);
    await page.setViewportSize(laptop);
    await fits(page, `${what} with text twice as large on a laptop`);
    await isLegible(page, `${what} with text twice as large on a laptop`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // A page that is not there is answered 404, which a browser reports.
    expect(wrongs.filter((wrong) => what !== 'an address that does not exist' || !wrong.includes('404'))).toEqual([]);
    await context.close();
  }, 180_000);
});

it('no word of a heading of the table or of the legend is broken, on a phone or with text twice as large', async () => {
  const { page, context } = await visit({ map: false, width: phone, language: 'en', url: at('/cakupan') });
  await page.getByRole('columnheader').first().waitFor();
  await expect.poll(() => brokenIn(page.getByRole('columnheader'))).toEqual([]);
  await page.setViewportSize(laptop);
  await page.goto(at('/'));
  await answered(page);
  await page.addStyleTag({ content: ':root { font-size: 200% }' });
  await page.getByRole('button', { name: 'Government' }).waitFor();
  await expect.poll(() => brokenIn(page.getByRole('list', { name: /^Families/ }).or(page.getByRole('group', { name: /^Families/ })))).toEqual([]);
  await context.close();
});

it('the tools of the map are whole above the sheet with text twice as large', async () => {
  const { page, context } = await visit({ width: phone });
  await settled(page);
  await page.addStyleTag({ content: ':root { font-size: 200% }' });
  const sheet = () => page.getByRole('main').evaluate((main) => main.parentElement?.getBoundingClientRect().top ?? 0);
  for (const name of ['Perbesar', 'Perkecil', 'Seluruh Indonesia', 'Di mana saya', 'Ukur jarak']) {
    const below = async () => {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0) - (await sheet());
    };
    await expect.poll(below, { message: name }).toBeLessThanOrEqual(0);
  }
  await context.close();
});

it('signs and icons are twice as large as well with text twice as large, and all destinations are there', async () => {
  const { page, context } = await visit({ map: false, width: laptop, language: 'en' });
  const high = async () => Promise.all([page.getByRole('button', { name: 'Government' }), page.getByRole('navigation').getByRole('link', { name: 'Coverage' })].map((one) => one.locator('svg').evaluate((svg) => svg.getBoundingClientRect().height)));
  const [sign = 0, icon = 0] = await high();
  await page.addStyleTag({ content: ':root { font-size: 200% }' });
  await expect.poll(high).toEqual([sign * 2, icon * 2]);
  await page.setViewportSize(phone);
  const bar = await page.getByRole('navigation').boundingBox();
  for (const link of await page.getByRole('navigation').getByRole('link').all()) {
    const box = await link.boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0) + 1);
  }
  await context.close();
});

describe('by keyboard alone', () => {
  it('the first stop leads to the content and the second to the map, which comes after it, and a new view takes the focus along', async () => {
    const { page, context } = await visit();
    await settled(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.getByRole('link', { name: 'Langsung ke isi' }).focus();
    await page.keyboard.press('Tab');
    const before = new URL(page.url()).hash;
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => url.hash !== before);
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await page.getByRole('link', { name: 'Aktivitas' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Aktivitas' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
    await context.close();
  });

  it('the sheet of a phone goes up and down', async () => {
    const { page, context } = await visit({ width: phone });
    await settled(page);
    const handle = page.getByRole('button', { name: 'Ubah tinggi lembar' });
    await handle.focus();
    const height = () => page.getByRole('main').evaluate((main) => main.getBoundingClientRect().top);
    const half = await height();
    await page.keyboard.press('ArrowUp');
    await expect.poll(height).toBeLessThan(half);
    await page.keyboard.press('ArrowDown');
    await expect.poll(height).toBe(half);
    // A phone that is zoomed to 200 %: every button can still be pressed, from its upper edge to its lower one.
    await page.setViewportSize({ width: 195, height: 422 });
    await settled(page);
    const buttons = page.getByRole('navigation').getByRole('link').or(page.getByRole('banner').getByRole('button')).or(page.getByRole('group', { name: /^(Peta jaringan|Alat peta)$/ }).getByRole('button'));
    const hidden = () => buttons.evaluateAll((all) => all.filter((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      return [top + 4, bottom - 4].some((y) => !button.contains(document.elementFromPoint((left + right) / 2, y)));
    }).map((button) => button.textContent || button.getAttribute('aria-label')));
    await expect.poll(() => buttons.count()).toBeGreaterThanOrEqual(11);
    await expect.poll(hidden).toEqual([]);
    await context.close();
  });
});

describe('by keyboard alone, in the three jobs', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('whoever chooses goes on from what she chose, on a %s', async (_, width) => {
    const { page, context } = await visit({ map: false, width, url: at('/mitra') });
    const focused = () => page.evaluate(() => document.activeElement?.id);
    const pick = async (label: string, typed: string, name: RegExp) => {
      await page.getByRole('combobox', { name: label }).fill(typed);
      await page.getByRole('option', { name }).first().waitFor();
      await page.keyboard.press('Enter');
    };
    await pick('Untuk organisasi mana?', 'canting wedel', /Canting Wedel/);
    await page.getByRole('heading', { name: /usulan/ }).waitFor();
    await expect.poll(focused).toBe('found');
    await page.getByRole('button', { name: 'Ganti' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('partners-for');
    await page.goto(at('/perkenalan'));
    await pick('Siapa yang ingin berkenalan?', 'canting wedel', /Canting Wedel/);
    await expect.poll(focused).toBe('goal');
    await pick('Dengan siapa?', 'napas lega', /Napas Lega/);
    await page.getByRole('article', { name: 'Jalan 1' }).waitFor();
    await expect.poll(focused).toBe('found');
    await context.close();
  });

  it.each([['laptop', laptop], ['phone', phone]] as const)('a cell of coverage that is opened has the focus, also where it says who could help, on a %s', async (_, width) => {
    const { page, context } = await visit({ map: false, width, url: at('/cakupan?tampilan=kekosongan') });
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const gap = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Siapa bisa membantu/ }) }).first();
    const help = gap.getByRole('link', { name: /^Siapa bisa membantu/ });
    await help.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/lihat=bantuan/);
    await expect.poll(focused).toBe('Siapa bisa membantu');
    await expect.poll(() => page.getByRole('heading', { name: 'Siapa bisa membantu' }).evaluate((heading) => heading.getBoundingClientRect().top - (document.getElementById('content')?.getBoundingClientRect().top ?? 0))).toBeLessThan(200);
    await page.reload();
    await expect.poll(focused).toBe('Siapa bisa membantu');
    await page.goBack();
    await help.waitFor();
    const cell = gap.getByRole('link').first();
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Layanan yang dihitung' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('cell');
    await page.getByRole('link', { name: 'Kembali ke cakupan' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('c-day-title');
    await context.close();
  });
});
