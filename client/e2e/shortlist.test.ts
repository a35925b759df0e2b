import { describe, expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, settled } from './browser';
import { widths } from './writing';

const { visit } = browsing({ map: false });
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';

describe.each(widths)('a shortlist, on a %s', (where, width) => {
  it('gathers suggestions and an organization, compares three of them, and stays on the device', async () => {
    const { page, context, wrongs } = await visit({ width, url: at(`/mitra?untuk=${group}`) });
    const notes = page.getByRole('button', { name: /^Catat di daftar pendek/ });
    await page.getByRole('heading', { name: /usulan/ }).waitFor();
    for (const count of [1, 2, 3]) {
      await notes.first().click();
      await page.getByRole('link', { name: `Daftar pendek Anda (${count})` }).waitFor();
    }
    await page.getByRole('link', { name: 'Daftar pendek Anda (3)' }).click();
    await page.getByRole('heading', { level: 1, name: 'Daftar pendek' }).waitFor();
    await settled(page);
    const rows = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('checkbox') });
    await expect.poll(() => rows.count()).toBe(3);
    await expect.poll(() => page.getByRole('link', { name: /^Cari jalan berkenalan|^Minta diperkenalkan|perkenal/i }).count()).toBeGreaterThan(0);
    await isAccessible(page, `a shortlist on a ${where}`);
    await fits(page, `a shortlist on a ${where}`);
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: 'Bandingkan 3 yang dipilih' }).click();
    const table = page.getByRole('table', { name: 'Perbandingan' });
    await table.waitFor();
    await expect.poll(() => table.getByRole('columnheader').count()).toBeGreaterThanOrEqual(3);
    await table.getByRole('rowheader', { name: 'Bekerja sama dengan' }).waitFor();
    await isAccessible(page, `three side by side on a ${where}`);
    await fits(page, `three side by side on a ${where}`);
    await page.reload();
    await table.waitFor();
    await page.goBack();
    await rows.first().waitFor();
    await rows.first().getByRole('button', { name: /^Hapus dari daftar/ }).click();
    await expect.poll(() => rows.count()).toBe(2);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

it('a list that is shared by its address is kept by who opens it, and one that is gone is counted', async () => {
  const { page, context } = await visit({ url: at(`/daftar?isi=${group},00000000-0000-4000-8000-000000000000`) });
  await page.getByText('Daftar ini dibagikan lewat alamatnya.').waitFor();
  await page.getByText('1 organisasi di daftar ini tidak bisa ditampilkan lagi.').waitFor();
  await page.getByRole('button', { name: 'Catat semuanya di daftar saya' }).click();
  await page.waitForURL((url) => url.search === '');
  await page.getByRole('button', { name: /^Hapus dari daftar/ }).waitFor();
  await page.getByRole('button', { name: 'Kosongkan daftar' }).click();
  await page.getByText('Belum ada yang tercatat.').waitFor();
  await context.close();
});
