import { expect, it } from 'vitest';
import { at, browsing, isAccessible, phone, settled } from './browser';
import { edited } from './everything';
import { save } from './writing';

const { visit } = browsing({ map: false, editor: true });
const other = '89ee382d-bde1-874d-9e0c-c112fa646bbd';

it('an editor changes what is hers, takes it back, and is told who changes what is not', async () => {
  const { page, context, wrongs } = await visit({ width: phone, url: at(`/organisasi/${edited}`) });
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('link', { name: 'Ubah', exact: true }).click();
  await page.getByLabel('Tujuan').fill('Ditulis penyuntingnya');
  await save(page);
  await page.getByText('Ditulis penyuntingnya').waitFor();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await page.getByText('Sudah diurungkan.').waitFor();
  expect(await page.getByRole('link', { name: 'Tambah layanan' }).count()).toBe(1);

  await page.goto(at(`/organisasi/${other}`));
  await page.getByRole('heading', { level: 1, name: /Canting Wedel/ }).waitFor();
  await settled(page);
  expect(await page.getByRole('main').getByRole('link', { name: /^(Ubah|Tambah)/ }).count()).toBe(0);
  await page.goto(at(`/organisasi/${other}/ubah`));
  await page.getByText(/^Minta pengelola data, atau penyunting .*Canting Wedel/).waitFor();
  await isAccessible(page, 'a form that is not hers');
  await page.goto(at('/'));
  await page.getByRole('main').getByRole('link', { name }).first().waitFor();
  expect(wrongs).toEqual([]);
  await context.close();
});
