import { expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, phone, settled } from './browser';
import { edited } from './everything';
import { save } from './writing';

const { visit } = browsing({ map: false, editor: true });
const other = '89ee382d-bde1-874d-9e0c-c112fa646bbd';

it('an editor changes what is hers, takes it back, is told who changes what is not, lets others help, and sees what others see', async () => {
  const { page, context, wrongs } = await visit({ width: phone, url: at(`/organisasi/${edited}`) });
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('link', { name: 'Ubah', exact: true }).click();
  await page.getByLabel('Tujuan').fill('Ditulis penyuntingnya');
  await save(page);
  await page.getByText('Ditulis penyuntingnya').waitFor();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await page.getByText('Sudah diurungkan.').waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Tambah layanan' }).count()).toBe(1);

  await page.goto(at(`/organisasi/${other}`));
  await page.getByRole('heading', { level: 1, name: /Canting Wedel/ }).waitFor();
  await settled(page);
  expect(await page.getByRole('main').getByRole('link', { name: /^(Ubah|Tambah)/ }).count()).toBe(0);
  await page.goto(at(`/organisasi/${other}/ubah`));
  await page.getByText(/^Minta pengelola data, atau penyunting .*Canting Wedel/).waitFor();
  await isAccessible(page, 'a form that is not hers');
  await page.goto(at('/'));
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.getByRole('link', { name: 'Orang dan hak' }).click();
  await page.getByRole('main').getByText('Anda', { exact: false }).first().waitFor();
  await page.getByRole('link', { name: 'Beri hak' }).click();
  await page.getByRole('textbox', { name: /^Id akunnya/ }).fill('account-0123456789abcdef');
  await save(page);
  await page.getByRole('link', { name: 'Ubah atau cabut Penyunting organisasi akun tanpa nama' }).click();
  await page.getByText('Cabut hak ini').click();
  await page.getByLabel('Mengapa dihapus?').fill('Salah orang');
  await isAccessible(page, 'a right to be taken back');
  await page.getByRole('button', { name: 'Hapus', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Orang dan hak' }).waitFor();
  await page.getByText('akun tanpa nama').waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('main').textContent()).not.toMatch(/(account|steward)-[0-9a-f]{16}/);
  await isAccessible(page, 'people and rights');

  await page.goto(at(`/organisasi/${edited}`));
  await page.getByRole('link', { name: 'Lihat sebagai orang lain' }).click();
  await page.getByRole('link', { name: 'Sebagai siapa saja, tanpa masuk' }).click();
  const preview = page.getByRole('complementary', { name: 'Pratinjau' });
  await preview.getByText('Anda melihat sebagai siapa saja, tanpa masuk.').waitFor();
  await settled(page);
  expect(await page.getByRole('link', { name: 'Ubah', exact: true }).count()).toBe(0);
  await isAccessible(page, 'a preview');
  await preview.getByRole('link', { name: 'Kembali melihat sebagai diri sendiri' }).click();
  await page.getByRole('link', { name: 'Ubah', exact: true }).waitFor();

  await page.goto(at('/privasi'));
  await page.getByRole('heading', { level: 1, name: 'Siapa melihat apa' }).waitFor();
  await isAccessible(page, 'who sees what');
  await fits(page, 'who sees what');
  expect(wrongs).toEqual([]);
  await context.close();
});

it('what somebody looks after is a sixth place, on a phone as well: all of it for a steward, for an editor what is hers, and no such place for others', async () => {
  const jobs = async (who: { steward?: boolean; editor?: boolean }, expected: { places: number; jobs: string[] }) => {
    const { page, context } = await visit({ width: phone, editor: false, ...who, url: at('/kelola') });
    await page.getByRole('heading', { level: 1, name: 'Kelola' }).waitFor();
    await settled(page);
    const [places, links] = [page.getByRole('navigation', { name: 'Menu utama' }), page.getByRole('main').getByRole('listitem').getByRole('link')];
    await expect.poll(async () => ({ places: await places.getByRole('link').count(), jobs: await links.allTextContents() })).toEqual(expected);
    await context.close();
  };

  await jobs({ steward: true }, { places: 6, jobs: ['Menunggu jawaban', 'Usulan', 'Data ganda', 'Masukkan berkas', 'Orang dan hak', 'Data pribadi', 'Daftar istilah', 'Lihat sebagai orang lain'] });
  await jobs({ editor: true }, { places: 6, jobs: ['Menunggu jawaban', 'Usulan', 'Lihat sebagai orang lain'] });
  await jobs({}, { places: 5, jobs: [] });

  const { page, context, wrongs } = await visit({ width: phone, editor: false, steward: true, url: at('/') });
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Kelola' }).click();
  await page.getByRole('link', { name: 'Data ganda' }).click();
  await page.getByRole('heading', { level: 1, name: 'Data ganda' }).waitFor();
  expect(await page.getByRole('link', { name: 'Kelola' }).getAttribute('aria-current')).toBe('page');
  expect(wrongs).toEqual([]);
  await context.close();
});
