import { describe, expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, settled } from './browser';
import { widths } from './writing';

const { visit } = browsing({ map: false });

describe.each(widths)('what would fill gaps, on a %s', (where, width) => {
  it('leads from the gaps of a province to who together could fill them, and from there to what stands in one of them', async () => {
    const { page, context, wrongs } = await visit({ width, url: at('/cakupan?induk=33&tampilan=kekosongan') });
    await page.getByRole('link', { name: 'Siapa bersama-sama bisa mengisi kekosongan ini?' }).click();
    await page.getByRole('heading', { level: 1, name: 'Siapa bersama-sama bisa mengisinya' }).waitFor();
    expect(new URL(page.url()).searchParams.get('induk')).toBe('33');
    await page.getByText(/^\d+ organisasi bersama-sama bisa memenuhi [\d.]+ dari paling banyak [\d.]+ kebutuhan/).waitFor();
    const set = page.getByRole('region', { name: 'Pilihan bersama' });
    await expect.poll(() => set.getByRole('listitem').filter({ has: page.getByText(/orang setahun|belum diketahui/) }).count()).toBeGreaterThan(0);
    await isAccessible(page, `what would fill gaps on a ${where}`);
    await fits(page, `what would fill gaps on a ${where}`);
    await set.getByText(/^Kekosongan/).first().click();
    await set.getByRole('link', { name: / di (Kabupaten|Kota) / }).first().click();
    await page.getByRole('heading', { level: 2, name: 'Layanan yang dihitung' }).waitFor();
    await page.goBack();
    await set.waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

it('more organizations serve no fewer, the nearer ones no more, and the same answer is a table', async () => {
  const { page, context, wrongs } = await visit({ url: at('/menutup?induk=35&di=education&banyak=1') });
  const told = page.getByText(/^\d+ organisasi bersama-sama bisa melayani/);
  // Where nobody is near enough, it says so, and serves none.
  const served = async () => Number(/melayani ([\d.]+)/.exec((await told.allTextContents()).join(' '))?.[1]?.replaceAll('.', '') ?? 0);
  await settled(page);
  const one = await served();
  await page.getByText(/^Fungsi layanan sosial, Jawa Timur, paling banyak 1 organisasi/).click();
  await page.getByLabel('Berapa organisasi').selectOption('10');
  await expect.poll(served).toBeGreaterThan(one);
  const ten = await served();
  await page.getByLabel('Jarak terjauh').selectOption('25');
  await expect.poll(served).toBeLessThan(ten);
  expect(new URL(page.url()).search).toContain('banyak=10&jarak=25');
  await page.goto(at('/menutup?induk=35&di=education&bentuk=tabel'));
  await page.getByRole('button', { name: 'Bisa dilayani' }).click();
  await page.waitForURL((url) => url.searchParams.get('urut') === 'melayani');
  await settled(page);
  await page.getByRole('button', { name: 'Salin tabel' }).waitFor();
  expect(wrongs).toEqual([]);
  await context.close();
});

it('one gap asks for who together could fill it, and says so where nobody is near', async () => {
  const { page, context } = await visit({ url: at('/cakupan?sel=35:therapy') });
  await page.getByRole('link', { name: /^Siapa bersama-sama bisa mengisi .* di Jawa Timur\?$/ }).click();
  await page.waitForURL(/induk=35.*tingkat=province|tingkat=province.*induk=35/);
  await settled(page);
  await page.goto(at('/menutup?induk=91&tingkat=province&jarak=25'));
  await settled(page);
  await page.getByText('Tidak ada organisasi dalam jarak 25 km yang tercatat mampu mengisinya.').or(page.getByText(/^(Tidak ada kekosongan|Kekosongan belum)/)).waitFor();
  await context.close();
});
