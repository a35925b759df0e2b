import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, laptop, phone, settled } from './browser';

const { visit } = browsing();
const shown = (text: string | null) => Number(text?.replace(/\D/g, ''));

describe('the legend', () => {
  it('dims a family on the map and in the list, keeps it in the address, and brings it back from anywhere', async () => {
    const { page, context, wrongs } = await visit();
    await settled(page);
    const total = page.getByText(/Ada [\d.]+ organisasi/);
    const before = shown(await total.textContent());
    const province = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Jawa Tengah' }) });
    const counted = shown(await province.textContent());
    const family = page.getByRole('group', { name: 'Keluarga organisasi di peta' }).getByRole('button', { name: 'Pemerintah' });
    expect(await family.getAttribute('aria-pressed')).toBe('true');
    await family.click();
    await page.waitForURL(/tanpa=government/);
    expect(await family.getAttribute('aria-pressed')).toBe('false');
    await page.waitForFunction((all) => Number(/Ada ([\d.]+) organisasi/.exec(document.body.textContent ?? '')?.[1]?.replace('.', '')) < all, before);
    await page.getByText('Yang dimatikan di keterangan tidak dihitung.').waitFor();
    await expect.poll(async () => shown(await province.textContent())).toBeLessThan(counted);
    await page.getByRole('link', { name: 'Aktivitas' }).click();
    await page.getByRole('heading', { level: 1, name: 'Aktivitas' }).waitFor();
    expect(page.url()).toContain('tanpa=government');
    await page.getByText('1 jenis disembunyikan').waitFor();
    await page.getByRole('button', { name: 'Tampilkan semua' }).click();
    await page.waitForURL((url) => !url.search.includes('tanpa'));
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('the tools of the map', () => {
  it.each([['laptop', laptop], ['phone', phone]] as const)('measure a way by keys alone, on a %s', async (_, width) => {
    const { page, context, wrongs } = await visit({ width, url: at('/#9/-7.4/110.4') });
    await settled(page);
    await page.getByRole('button', { name: 'Ukur jarak' }).press('Enter');
    const measure = page.getByRole('region', { name: 'Ukur jarak' });
    await measure.getByText(/Perlu dua titik/).waitFor();
    await measure.getByRole('button', { name: 'Titik di tengah' }).press('Enter');
    // The page knows where the map is sooner than its browser tells.
    const before = await page.evaluate(() => location.hash);
    await page.locator('.maplibregl-canvas').press('ArrowRight');
    await page.waitForFunction((hash) => location.hash !== hash, before);
    await measure.getByRole('button', { name: 'Titik di tengah' }).press('Enter');
    await measure.getByText(/^\d+(,\d)? km lewat 2 titik, garis lurus$/).waitFor();
    await isAccessible(page, 'measuring');
    await fits(page, 'measuring');
    await measure.getByRole('button', { name: 'Hapus titik' }).click();
    await measure.getByText(/Perlu dua titik/).waitFor();
    await measure.getByRole('button', { name: 'Selesai' }).click();
    await measure.waitFor({ state: 'detached' });
    const begin = page.getByRole('button', { name: 'Ukur jarak' });
    expect(await begin.evaluate((one) => one === document.activeElement)).toBe(true);
    // Escape ends it as well, wherever the focus is, and leads back to where it was begun.
    await begin.press('Enter');
    await measure.getByRole('button', { name: 'Titik di tengah' }).press('Enter');
    await page.locator('.maplibregl-canvas').press('Escape');
    await measure.waitFor({ state: 'detached' });
    expect(await begin.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(wrongs).toEqual([]);
    await context.close();
  });

});

describe('where the device is', () => {
  it('is shown no closer than a kilometre, and say so', async () => {
    const { page, context, wrongs } = await visit({ width: phone });
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: -7.80139, longitude: 110.36512 });
    await settled(page);
    await page.getByRole('button', { name: 'Di mana saya' }).click();
    await page.getByText('Tempat Anda dibulatkan di perangkat ini ke sekitar 1 km.').waitFor();
    await page.waitForURL(/#1[12]\.\d\/-7\.8/);
    expect(page.url()).not.toContain('80139');
    // What the sheet covers is counted once: from there the whole country still fits above it.
    await page.getByRole('button', { name: 'Seluruh Indonesia' }).click();
    await page.waitForURL(/#2\.\d\/-2\.\d/);
    await page.getByRole('button', { name: 'Lupakan' }).click();
    await page.getByText('Tempat Anda dibulatkan').waitFor({ state: 'detached' });
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('may not be told, and then the page says what to do instead', async () => {
    const { page, context } = await visit();
    await settled(page);
    await page.getByRole('button', { name: 'Di mana saya' }).click();
    await page.getByRole('status').filter({ hasText: 'Cari nama wilayah saja.' }).waitFor();
    await context.close();
  });

});

describe('the map as a document', () => {
  it('has a bar of the scale that changes with the zoom', async () => {
    const { page, context } = await visit({ url: at('/#9/-7.4/110.4') });
    await settled(page);
    const bar = page.getByText(/^Skala: [\d.]+ k?m$/);
    const before = await bar.textContent();
    await page.getByRole('button', { name: 'Perbesar' }).click();
    await page.waitForFunction((old) => !document.body.textContent?.includes(old ?? '-'), before);
    await context.close();
  });

  it.each([['by its button', async (page: Page) => {
    await page.evaluate(() => { globalThis.print = () => { dispatchEvent(new Event('beforeprint')); }; });
    await page.getByText('Bagikan', { exact: true }).click();
    await page.getByRole('button', { name: 'Cetak' }).click();
  }], ['by the browser', async (page: Page) => { await page.pdf(); }]] as const)('goes on paper as a picture with its legend, %s', async (_, print) => {
    const { page, context, wrongs } = await visit({ url: at('/#7/-7.4/110.4') });
    // Who is on the map is told once it is drawn.
    await page.getByRole('heading', { name: 'Yang tampak di peta' }).waitFor();
    await settled(page);
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const [picture, canvas] = [document.querySelector<HTMLCanvasElement>('figure:not([hidden]) > canvas[aria-label="Peta jaringan"]'), document.createElement('canvas')];
        [canvas.width, canvas.height] = [60, 60];
        const pen = canvas.getContext('2d');
        if (picture) pen?.drawImage(picture, 0, 0, 60, 60);
        document.body.dataset['colours'] = String(new Set(new Uint32Array(pen?.getImageData(0, 0, 60, 60).data.buffer ?? new ArrayBuffer(0))).size);
      });
    });
    await print(page);
    await page.waitForFunction(() => Number(document.body.dataset['colours']) > 20);
    await page.evaluate(() => { dispatchEvent(new Event('afterprint')); });
    expect(await page.locator('figure > canvas').isVisible()).toBe(false);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});
