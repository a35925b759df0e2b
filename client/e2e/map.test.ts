import { describe, expect, it } from 'vitest';
import { mercator } from '../src/map/flat';
import { at, browsing, fits, isLegible, laptop, phone, settled } from './browser';
import { foundation, organization } from './writing';

const { visit } = browsing();

describe('the map', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('opens with a list of what is on it, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width });
    await settled(page);
    await page.getByRole('heading', { name: 'Siapa ada di mana, siapa mengenal siapa' }).waitFor();
    const shown = async () => Number((await page.getByText(/Ada [\d.]+ organisasi/).textContent())?.replace(/\D/g, ''));
    await expect.poll(shown).toBeGreaterThan(600);
    await fits(page, 'the map');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('speaks the other language after one click, and still after a reload', async () => {
    const { page, context } = await visit();
    await page.getByRole('button', { name: 'Show in English' }).click();
    await page.getByRole('heading', { name: 'Who is where, who knows whom' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.getByRole('link', { name: 'Coverage' }).click();
    await page.getByRole('heading', { name: 'Coverage', exact: true }).waitFor();
    await context.close();
  });

  it('asks for tiles with labels in the language of the page, whatever the browser speaks', async () => {
    const { page, context } = await visit({ url: at('/#12/-7.80/110.37') });
    await settled(page);
    const tile = page.waitForRequest((request) => request.url().includes('/tiles/') && request.headers()['accept-language'] === 'en');
    await page.getByRole('button', { name: 'Show in English' }).click();
    await tile;
    await page.getByRole('main').getByRole('listitem').getByText(/Local government|Home-worker|Company/).first().waitFor();
    await context.close();
  });

  it('lists by name who stands in the part that is shown, and opens who is chosen', async () => {
    const { page, context, wrongs } = await visit({ url: at('/#12/-7.80/110.37') });
    // Before the map says who is on it, the list begins with the provinces.
    await page.getByRole('heading', { name: 'Yang tampak di peta' }).waitFor();
    await settled(page);
    const list = page.getByRole('main').getByRole('listitem').getByRole('link');
    await list.first().waitFor();
    const name = (await list.first().textContent())?.trim() ?? '';
    await list.first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Yang tampak di peta' }).waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('says that an address does not exist and leads back', async () => {
    const { page, context } = await visit({ url: at('/tidak/ada') });
    await page.getByRole('heading', { name: 'Halaman ini tidak ada.' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Ke peta' }).click();
    await page.getByRole('heading', { name: 'Siapa ada di mana' }).waitFor();
    await context.close();
  });
});

it('keeps the camera of an address, and opens the region of the land that is clicked', async () => {
  const { page, context, wrongs } = await visit({ url: at('/#10.0/-1.0000/113.0000') });
  await settled(page);
  await page.getByText('Tidak ada organisasi di bagian peta ini.', { exact: false }).waitFor();
  expect(page.url()).toContain('#10.0/-1.0000/113.0000');
  await page.getByRole('region', { name: 'Peta jaringan' }).click({ position: { x: 380, y: 300 } });
  await page.getByRole('heading', { level: 1, name: 'Kabupaten Gunung Mas' }).waitFor();
  expect(wrongs).toEqual([]);
  await context.close();
});

it('stays where it is when a sign on it is clicked, however far away her partners are', async () => {
  const steward = await visit({ map: false, steward: true });
  const id = await organization(steward.page, 'Lembaga Hulu Sungai');
  for (const [path, data] of [['places', { organization: id, name: 'Kantor', region: '62.10', point: { longitude: 113.8, latitude: -0.6 } }], ['ties', { from: id, to: foundation, type: 'partners_with', status: 'confirmed' }]] as const) {
    const made = await steward.page.request.post(at(`/api/${path}`), { data: { ...data, provenance: { source: 'Uji' } } });
    expect(made.status(), await made.text()).toBe(201);
  }
  const { page, context, wrongs } = await visit({ url: at('/#10.5/-0.6000/113.8000') });
  await settled(page);
  await page.getByRole('main').getByRole('link', { name: 'Lembaga Hulu Sungai' }).waitFor();
  const camera = new URL(page.url()).hash;
  const [map, sheet] = await Promise.all([page.getByRole('region', { name: 'Peta jaringan' }).boundingBox(), page.getByRole('main').boundingBox()]);
  if (!map || !sheet) throw new Error('The map and the sheet are not there.');
  await page.mouse.click((Math.max(map.x, sheet.x + sheet.width) + map.x + map.width) / 2, map.y + map.height / 2);
  await page.getByRole('heading', { level: 1, name: 'Lembaga Hulu Sungai' }).waitFor();
  await settled(page);
  await page.waitForTimeout(1500);
  expect(new URL(page.url()).hash).toBe(camera);
  // Whoever is looked for is brought into the middle with her partners.
  await page.goBack();
  await page.getByRole('heading', { name: 'Yang tampak di peta' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Lembaga Hulu Sungai' }).click();
  await page.waitForFunction((before) => location.hash !== '' && location.hash !== before, camera);
  expect(wrongs).toEqual([]);
  await context.close();
  await steward.context.close();
});

it('follows a camera that is written into the address of the open page, once, and Back leads to the one before', async () => {
  const { page, context, wrongs } = await visit({ url: at('/#10.0/-1.0000/113.0000') });
  await settled(page);
  await page.getByText('Tidak ada organisasi di bagian peta ini.', { exact: false }).waitFor();
  await page.evaluate(() => { location.hash = '#12.0/-7.8000/110.3700'; });
  await page.getByText(/Ada \d+ organisasi/).waitFor();
  await page.waitForURL(/#12\.0\/-7\.8000\/110\.3700$/);
  await page.goBack();
  await page.getByText('Tidak ada organisasi di bagian peta ini.', { exact: false }).waitFor();
  await page.evaluate(() => { location.hash = '#nowhere'; });
  await page.waitForURL(/#nowhere$/);
  expect(wrongs).toEqual([]);
  await context.close();
});

it('lets the icon be kept, which browsers ask for at every move of the map', async () => {
  const icon = await fetch(at('/icon.svg'));
  expect(icon.headers.get('cache-control')).toMatch(/max-age=\d{4}/);
});

describe('search', () => {
  it('finds an organization in spite of a typing error, from anywhere, by one key', async () => {
    const { page, context, wrongs } = await visit({ url: at('/aktivitas') });
    await page.getByRole('heading', { name: 'Aktivitas' }).waitFor();
    // The heading is there before the script that hears the key.
    await page.waitForFunction(() => document.querySelector('.app:not(.first)') !== null);
    await page.keyboard.press('/');
    await page.keyboard.type('yasnti');
    // What was found for the first letters may have somebody else at the top.
    await expect.poll(() => page.getByRole('option').first().textContent()).toContain('Annisa Swasti');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Yayasan Annisa Swasti/ }).waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('shows a region with more organizations than one answer holds, and goes on where it ended', async () => {
    const { page, context, wrongs } = await visit({ url: at('/wilayah?kode=33') });
    await page.getByText(/^100 organisasi pertama/).waitFor();
    const list = page.getByRole('listitem').filter({ has: page.getByRole('link') });
    const before = await list.count();
    await page.getByRole('button', { name: 'Muat lagi' }).click();
    await page.getByText(/^100 organisasi pertama/).waitFor({ state: 'detached' });
    await expect.poll(() => list.count()).toBeGreaterThan(before);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('finds regions with what is inside them, also a district of a city', async () => {
    const { page, context } = await visit({ map: false });
    await page.getByRole('combobox', { name: 'Cari organisasi' }).fill('gedongtengen');
    await page.getByRole('option', { name: /Gedongtengen.*Kota Yogyakarta/ }).waitFor();
    await page.getByRole('combobox', { name: 'Cari organisasi' }).fill('sleman');
    await page.getByRole('option', { name: /Sleman.*Wilayah|Sleman/ }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /paling cocok dengan “sleman”/ }).waitFor();
    await page.getByRole('main').getByRole('link', { name: /Kabupaten Sleman/ }).first().click();
    await page.getByRole('heading', { level: 1, name: /Sleman/ }).waitFor();
    await page.getByText('Wilayah di dalamnya').click();
    await page.getByRole('link', { name: 'Depok', exact: true }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Daerah Istimewa Yogyakarta' }).click();
    await page.getByRole('link', { name: 'Kota Yogyakarta', exact: true }).waitFor();
    const inside = () => page.getByRole('group').filter({ hasText: 'Wilayah di dalamnya' }).getByRole('link').allTextContents();
    await expect.poll(inside, { message: 'one level down, by name' }).toEqual(['Kabupaten Bantul', 'Kabupaten Gunungkidul', 'Kabupaten Kulon Progo', 'Kabupaten Sleman', 'Kota Yogyakarta']);
    await context.close();
  });

});

describe('search that fails', () => {
  it('leads from a code that a spreadsheet has eaten to the regions it may have been', async () => {
    const { page, context } = await visit({ url: at('/wilayah?kode=11.1') });
    await page.getByRole('alert').getByRole('link', { name: 'Kabupaten Aceh Singkil' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kabupaten Aceh Singkil' }).waitFor();
    await context.close();
  });

  it('leads from a code that no region has to the provinces', async () => {
    const { page, context } = await visit({ map: false, url: at('/wilayah?kode=99.99') });
    await page.getByRole('alert').getByText('Tidak ada wilayah dengan kode 99.99.', { exact: false }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Jawa Tengah', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Jawa Tengah' }).waitFor();
    await context.close();
  });

  it('says what an address asks that is not known without the marks of programs', async () => {
    const { page, context } = await visit({ map: false, url: at('/cakupan?sel=xx:yy') });
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/^Kode wilayah “xx” tidak dikenal\.[^`"]*$/);
    await context.close();
  });

  it('says so when nothing matches', async () => {
    const { page, context } = await visit();
    await page.getByRole('combobox', { name: 'Cari organisasi' }).fill('qzxwvkj');
    await page.getByText('Tidak ada yang cocok dengan “qzxwvkj”', { exact: false }).waitFor();
    await context.close();
  });
});

it('stands beside the sheet on a phone that lies on its side', async () => {
  const { page, context, wrongs } = await visit({ width: { width: 844, height: 390 }, url: at(`/mitra?untuk=${foundation}`) });
  await settled(page);
  const [sheet, map] = [await page.locator('.sheet').boundingBox(), await page.locator('.map').boundingBox()];
  expect(sheet && map && sheet.x + sheet.width <= map.x + 1 && sheet.height > 300 && map.width > 300).toBe(true);
  await fits(page, 'partners on a phone on its side');
  await isLegible(page, 'partners on a phone on its side');
  await page.getByRole('navigation').getByRole('link', { name: 'Aktivitas' }).click();
  await page.getByRole('heading', { level: 1, name: 'Aktivitas' }).waitFor();
  expect(wrongs).toEqual([]);
  await context.close();
});

describe('who is listed as a partner on a phone', () => {
  const far = '5b37f2ce-00f5-8394-9548-31c4f02921ea';
  interface Answer { items: { organization: { position?: { longitude: number; latitude: number } } }[] }

  it.each([['as usual', '100%'], ['twice as large', '200%']])('is on the part of the map that the sheet leaves, with text %s', async (_, size) => {
    const { page, context } = await visit({ width: phone, url: null });
    await page.addInitScript((wanted) => { addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = wanted; }); }, size);
    await page.goto(at(`/mitra?untuk=${far}`));
    await settled(page);
    const { items } = (await (await page.request.get(at(`/api/organizations/${far}/partners?limit=20`))).json()) as Answer;
    const places = items.flatMap(({ organization: { position } }) => (position ? [mercator([position.longitude, position.latitude])] : []));
    expect(places.length).toBeGreaterThan(10);
    /** Where those stand who are out of what can be seen: all of them, until the map was moved to them. */
    const outside = async () => {
      const { hash, ...edges } = await page.evaluate(() => ({ hash: location.hash, top: Math.max(...[...document.querySelectorAll('.top > *')].map((one) => one.getBoundingClientRect().bottom)), bottom: document.querySelector('.sheet')?.getBoundingClientRect().top ?? 0 }));
      const [zoom = 0, latitude = 0, longitude = 0] = hash.slice(1).split('/').map(Number);
      // The camera of the address is in the middle of what can be seen; a tenth of a zoom is what it is rounded by.
      const middle = mercator([longitude, latitude]);
      const seen = places.map(([x, y]) => [195 + (x - middle[0]) * 512 * 2 ** zoom, (edges.top + edges.bottom) / 2 + (y - middle[1]) * 512 * 2 ** zoom] as const);
      return hash === '' ? seen : seen.filter(([x, y]) => !(x > 0 && x < 390 && y > edges.top - 6 && y < edges.bottom));
    };
    await expect.poll(outside).toEqual([]);
    await context.close();
  });
});
