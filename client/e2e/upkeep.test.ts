import { expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, phone, settled } from './browser';
import { edited } from './everything';
import { organization } from './writing';

const { visit } = browsing({ map: false, width: phone });

it('who keeps an organization is told what its page lacks and why that matters, and says with one tap that it is still true', async () => {
  const { page, context, wrongs } = await visit({ steward: true, url: null });
  const id = await organization(page, 'Sanggar Belum Lengkap');
  await page.goto(at(`/organisasi/${id}`));
  await page.getByText(/^Yang perlu dilengkapi/).click();
  await page.getByText('Yang ingin bermitra tidak tahu harus menghubungi siapa.', { exact: false }).waitFor();
  await isAccessible(page, 'what a page lacks');
  await fits(page, 'what a page lacks');
  // Whoever taps twice says it once, and may take it back.
  await page.getByRole('button', { name: 'Masih benar' }).dblclick();
  await page.getByText('Tercatat: masih benar hari ini.').first().waitFor();
  await page.getByRole('button', { name: 'Masih benar' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await page.getByText('Sudah diurungkan.').waitFor();
  await page.getByRole('button', { name: 'Masih benar' }).waitFor();
  await page.getByRole('link', { name: 'Lengkapi', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Ubah/ }).waitFor();
  expect(wrongs).toEqual([]);
  await context.close();
});

it('an editor finds it on her own page, and nobody else does', async () => {
  const { page, context } = await visit({ editor: true, url: at(`/organisasi/${edited}`) });
  await page.getByRole('region', { name: 'Yang perlu dilengkapi' }).getByRole('listitem').first().waitFor();
  await context.close();
  const anybody = await visit({ url: at(`/organisasi/${edited}`) });
  await settled(anybody.page);
  expect(await anybody.page.getByText(/^Yang perlu dilengkapi/).count()).toBe(0);
  await anybody.context.close();
});
