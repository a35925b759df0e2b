import { describe, expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, settled } from './browser';
import { widths } from './writing';

const { visit } = browsing({ map: false });

describe.each(widths)('what would break, on a %s', (where, width) => {
  it('leads from the coverage to who holds a province together, to whom her loss would hurt, and on to another way', async () => {
    const { page, context, wrongs } = await visit({ width, url: at('/cakupan?induk=34') });
    await page.getByRole('link', { name: 'Apa yang terputus kalau satu mitra keluar?' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kalau satu mitra keluar' }).waitFor();
    expect(new URL(page.url()).searchParams.get('induk')).toBe('34');
    await page.getByText(/^Kalau .* keluar, .* di .* tidak lagi terhubung dengan kantor pemerintah mana pun\.$/).first().waitFor();
    await fits(page, `what would break on a ${where}`);
    await page.getByRole('link', { name: /^Lihat siapa yang terdampak kalau .* keluar$/ }).first().click();
    await page.getByText('Ini hanya perkiraan dari data yang tercatat. Tidak ada yang diubah.').waitFor();
    const listed = page.getByRole('heading', { level: 2, name: /^Tidak lagi terhubung dengan kantor pemerintah \d+$/ });
    const count = Number(/\d+$/.exec((await listed.textContent()) ?? '')?.[0]);
    await expect.poll(() => page.getByRole('link', { name: /^Cari jalan lain ke pemerintah untuk / }).count()).toBe(count);
    await isAccessible(page, `the loss of one on a ${where}`);
    await fits(page, `the loss of one on a ${where}`);
    await page.getByRole('link', { name: /^Cari jalan lain ke pemerintah untuk / }).first().click();
    await page.waitForURL(/\/perkenalan\?dari=.*jenis=local_government/);
    await page.goBack();
    await listed.waitFor();
    await page.getByRole('link', { name: 'Ke semua yang rapuh' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kalau satu mitra keluar' }).waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

it('who alone serves somewhere leads to the cell, where nobody else is, and the same answer is a table', async () => {
  const { page, context, wrongs } = await visit({ url: at('/rapuh') });
  const alone = page.getByRole('region', { name: 'Melayani sendirian' });
  const name = (await alone.getByRole('listitem').first().getByRole('link').first().textContent()) ?? '';
  await alone.getByRole('link', { name: /^Lihat siapa yang terdampak/ }).first().click();
  await page.getByRole('region', { name: /^Tidak ada lagi yang melayani/ }).getByRole('listitem').first().getByRole('link').first().click();
  await page.getByRole('heading', { level: 2, name: 'Layanan' }).waitFor();
  await expect.poll(() => page.getByRole('main').getByRole('link', { name: new RegExp(name.replace(/[()]/g, '.')) }).count()).toBeGreaterThan(0);
  await page.goto(at('/rapuh?bentuk=tabel'));
  await page.getByRole('button', { name: 'Tanpa kantor pemerintah' }).click();
  await page.waitForURL((url) => url.searchParams.get('urut') === 'tanpa');
  await settled(page);
  await page.getByRole('button', { name: 'Salin tabel' }).waitFor();
  expect(wrongs).toEqual([]);
  await context.close();
});

it('an organization asks what breaks without her, and hears so when nothing does', async () => {
  const { page, context } = await visit({ url: at('/rapuh') });
  await page.getByRole('region', { name: 'Penghubung satu-satunya' }).getByRole('listitem').first().getByRole('link').first().click();
  await page.getByRole('link', { name: /^Apa yang terputus kalau .* keluar\?$/ }).click();
  await page.getByRole('heading', { level: 1, name: /^Kalau .* keluar$/ }).waitFor();
  await page.goto(at('/rapuh/0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11'));
  await page.getByRole('alert').or(page.getByText('tidak ada')).first().waitFor();
  await context.close();
});
