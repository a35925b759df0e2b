import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered, at, browsing, choose, laptop, phone } from './browser';
import { counted } from './writing';

const { visit } = browsing({ map: false });

async function addOrganization(page: Page, name: string) {
  await page.goto(at('/organisasi/baru'));
  await page.getByLabel('Nama').first().fill(name);
  await page.getByLabel('Jenis organisasi').selectOption({ label: 'Lembaga swadaya masyarakat (LSM)' });
  await choose(page, /^Wilayah/, 'semarang', /Kota Semarang/);
  await page.getByLabel(/^Sumber/).fill('Kunjungan');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

describe('a steward', () => {
  it('removes what was entered by mistake, and still sees that it was there', async () => {
    const { page, context } = await visit({ steward: true, width: phone });
    await addOrganization(page, 'Lembaga Keliru');
    await page.goto(at(`${new URL(page.url()).pathname}/ubah`));
    await page.getByText('Hapus organisasi ini').click();
    await page.getByLabel('Mengapa dihapus?').fill('tercatat dua kali');
    await page.getByRole('button', { name: 'Hapus', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Aktivitas' }).waitFor();
    await page.getByText(/tercatat dua kali/).first().waitFor();
    await expect.poll(() => page.getByText(/Lembaga Keliru/).count()).toBeGreaterThan(0);
    await context.close();
  });

  it.each([['laptop', laptop], ['phone', phone]] as const)('is told beside the field what is missing, loses nothing, and adds the organization, on a %s', async (at_, width) => {
    const name = `Lembaga Uji ${at_}`;
    const { page, context } = await visit({ steward: true, width });
    await page.getByRole('link', { name: 'Tambah organisasi' }).click();
    await page.getByLabel('Nama').first().fill(name);
    await page.getByText('Keterangan lain').click();
    const [founded, women] = [page.getByLabel('Tahun berdiri'), page.getByRole('textbox', { name: 'Perempuan' })];
    await founded.fill('1e400');
    await women.fill('99999999999');
    await page.getByRole('button', { name: 'Simpan' }).click();
    const summary = page.getByRole('alert');
    await summary.getByRole('heading', { name: /hal yang perlu dibetulkan/ }).waitFor();
    // What is no number hides nothing of what else is missing, and stands there as it was typed until it is mended.
    await summary.getByRole('button', { name: 'Tahun berdiri: “1e400” bukan angka.' }).click();
    expect(await founded.evaluate((field) => field === document.activeElement)).toBe(true);
    await founded.fill('2.001');
    await summary.getByRole('button', { name: 'Perempuan: Angka ini terlalu besar untuk dicatat.' }).waitFor();
    await women.fill('12');
    await counted(page);
    await summary.getByRole('button', { name: /Sumber/ }).click();
    expect(await page.getByLabel(/^Sumber/).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByLabel(/^Sumber/).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Nama').first().inputValue()).toBe(name);
    await page.getByLabel('Jenis organisasi').selectOption({ label: 'Lembaga swadaya masyarakat (LSM)' });
    await choose(page, /^Wilayah/, 'semarang', /Kota Semarang/);
    await page.getByLabel(/^Sumber/).fill('Kunjungan');
    expect(await page.getByLabel(/^Sumber/).getAttribute('aria-invalid')).toBeNull();
    await expect.poll(() => summary.count()).toBe(0);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await context.close();
  });

});

describe('a steward who looks for partners', () => {
  it('proposes a tie from the list of partners, sees it, and reverts it', async () => {
    const { page, context } = await visit({ steward: true, url: at('/mitra?untuk=89ee382d-bde1-874d-9e0c-c112fa646bbd') });
    const suggestion = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Usulkan hubungan/ }) }).first();
    const asked = (await suggestion.getByRole('link', { name: /^Usulkan hubungan/ }).textContent() ?? '').replace('Usulkan hubungan', '').trim();
    await suggestion.getByRole('link', { name: /^Usulkan hubungan/ }).click();
    const form = page.getByRole('region', { name: `Usulkan hubungan dengan ${asked}` });
    await form.getByText(/^Dibaca: /).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: `Usulkan hubungan ${asked}` }).click();
    await form.getByLabel(/^Sumber/).fill('Pertemuan');
    await form.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Hubungan sudah diusulkan.').waitFor();
    await page.getByRole('link', { name: `Ubah usulan ${asked}` }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Cari mitra' }).waitFor();
    await expect.poll(() => page.evaluate(() => (history.state as { visit: number } | null)?.visit ?? 0), { message: 'Back leads away from the list, not to it' }).toBe(0);
    await page.getByRole('link', { name: 'Aktivitas' }).click();
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await page.getByText('Batalkan perubahan ini').click();
    await page.getByLabel('Mengapa dibatalkan?').fill('Uji coba');
    await page.getByRole('button', { name: 'Batalkan perubahan', exact: true }).click();
    await page.getByText('Membatalkan perubahan terdahulu').waitFor();
    await page.getByText('Alasan: Uji coba').waitFor();
    await context.close();
  });
});

describe('a steward who changes the network', () => {
  it('is told of a tie that is there already, with the way to it, and turns only what has a direction', async () => {
    const { page, context } = await visit({ steward: true, width: phone, url: at('/hubungan/baru?dari=89ee382d-bde1-874d-9e0c-c112fa646bbd&ke=b3771318-9ac8-8161-99e4-20da100b1aa3') });
    const swap = page.getByRole('button', { name: 'Tukar arah' });
    await page.getByText(/^Dibaca: /).waitFor();
    expect(await swap.count()).toBe(0);
    await page.getByLabel(/^Jenis hubungan/).selectOption({ label: 'anggota dari' });
    await swap.waitFor();
    await page.getByLabel(/^Sumber/).fill('Pertemuan');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('alert').getByText(/^Dengan: Hubungan ini sudah ada: Kelompok Canting Wedel/).waitFor();
    await page.getByRole('alert').getByRole('link', { name: /Canting Wedel.* anggota dari .*Rajut Jogja/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Ubah hubungan' }).waitFor();
    await context.close();
  });

  it('sees both versions when somebody else was faster, and keeps what she chooses', async () => {
    const { page, context } = await visit({ steward: true });
    await addOrganization(page, 'Lembaga Dua Tangan');
    const id = new URL(page.url()).pathname.split('/').at(-1);
    await page.getByRole('link', { name: 'Ubah', exact: true }).click();
    await page.getByLabel('Tujuan').fill('Yang saya tulis');
    const { page: other, context: elsewhere } = await visit({ steward: true, url: at(`/organisasi/${id}/ubah`) });
    await other.getByLabel('Tujuan').fill('Yang orang lain tulis');
    await other.getByRole('button', { name: 'Simpan' }).click();
    await other.getByText('Yang orang lain tulis').waitFor();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { name: 'Ini sudah diubah sementara Anda mengisi' }).waitFor();
    await page.getByText('Yang orang lain tulis').waitFor();
    await page.getByRole('radio', { name: /Isian Anda/ }).check();
    await page.getByRole('button', { name: 'Simpan pilihan ini' }).click();
    await page.getByText('Yang saya tulis').waitFor();
    await elsewhere.close();
    await context.close();
  });
});

describe('a revert that cannot be', () => {
  it('names who stands in the way and leads there, and the change is told without codes or ids', async () => {
    const { page, context } = await visit({ steward: true });
    await addOrganization(page, 'Lembaga Yang Dipakai');
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.request.post(at('/api/services'), { data: { organization: id, name: 'Layanan Penghalang', provenance: { source: 'Uji' } } });
    await page.goto(at(`/aktivitas?organisasi=${id}`));
    await answered(page);
    await page.getByRole('main').getByRole('listitem').getByRole('link').last().click();
    await page.getByRole('table').getByText('Kota Semarang').waitFor();
    await expect.poll(() => page.getByRole('table').textContent()).not.toMatch(/[0-9a-f]{8}-|\b[a-z]+_[a-z]+\b|steward/);
    await page.getByRole('alert').waitFor();
    expect(await page.getByText('Batalkan perubahan ini').count()).toBe(0);
    await page.getByRole('alert').getByRole('link', { name: 'Layanan Penghalang' }).click();
    await page.getByRole('heading', { level: 1, name: 'Layanan Penghalang' }).waitFor();
    await context.close();
  });
});

describe('anybody', () => {
  it('is told who may change things, and how', async () => {
    const { page, context } = await visit({ url: at('/organisasi/baru') });
    await page.getByText('Hanya pengelola data yang bisa mengubah.').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Masuk' }).waitFor();
    await context.close();
  });
});
