import { expect, it } from 'vitest';
import { at, browsing, fits, phone, settled } from './browser';
import { make } from './writing';

const { visit } = browsing({ map: false });

it('what is new around an organization since the last visit is marked, with why it is near, and stays so when she comes back from one of it', async () => {
  const steward = await visit({ steward: true, url: null });
  const born = (name: string, region: string) => make(steward.page, 'organizations', { name, actorKind: 'ngo', region });
  const her = await born('Kelompok Ingin Tahu', '74.01');
  const { page, context, wrongs } = await visit({ width: phone, url: at(`/organisasi/${her}`) });
  await page.getByRole('link', { name: 'Yang baru di sekitarnya' }).click();
  await page.getByRole('heading', { level: 1, name: 'Yang baru di sekitar Kelompok Ingin Tahu' }).waitFor();
  await page.getByText(/^Mulai sekarang, yang baru/).waitFor();
  await settled(page);
  const address = page.url();
  // On an open page what comes is seen as it comes.
  await page.goto(at('/cari'));

  const neighbour = await born('Tetangga Baru', '74.01');
  await born('Orang Jauh', '74.02');
  await make(steward.page, 'ties', { type: 'partners_with', from: her, to: neighbour });
  await page.goto(address);
  await page.getByText(/^2 perubahan baru sejak kunjungan terakhir Anda/).waitFor();
  const rows = page.getByRole('main').getByRole('listitem');
  await rows.filter({ hasText: 'Hubungan “' }).getByText('organisasi ini dan di wilayahnya').waitFor();
  const added = rows.filter({ hasText: 'Tetangga Baru ditambahkan' });
  await added.getByText('mitranya dan di wilayahnya').waitFor();
  await added.getByText('baru', { exact: true }).waitFor();
  expect(await page.getByText('Orang Jauh').count()).toBe(0);
  await fits(page, 'what is new around an organization on a phone');

  await added.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /Tetangga Baru ditambahkan/ }).waitFor();
  await page.goBack();
  await page.getByText(/^2 perubahan baru sejak kunjungan terakhir Anda/).waitFor();
  await page.reload();
  await page.getByText(/^Tidak ada yang baru sejak kunjungan terakhir Anda/).waitFor();
  expect(wrongs).toEqual([]);
  await steward.context.close();
  await context.close();
});
