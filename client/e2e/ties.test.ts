import { describe, expect, it } from 'vitest';
import { answered, at, browsing, fits, isAccessible, laptop, phone } from './browser';
import { make } from './writing';

const { visit } = browsing({ map: false });

/** Answers by a link on an old telephone: first without what is asked for, then in the other language. */
async function answer(link: string) {
  const old = await visit({ script: false, url: link, width: { width: 320, height: 480 } });
  await old.page.getByRole('heading', { name: 'Apakah hubungan ini benar?' }).waitFor();
  await fits(old.page, 'the page behind the link');
  await old.page.getByRole('textbox', { name: 'Nama atau jabatan' }).fill('Bendahara');
  await old.page.getByRole('button', { name: 'Bantah hubungan ini' }).click();
  await old.page.getByRole('alert').waitFor();
  expect(await old.page.getByRole('textbox', { name: 'Nama atau jabatan' }).inputValue()).toBe('Bendahara');
  await old.page.getByRole('button', { name: 'Show in English' }).click();
  await old.page.getByRole('textbox', { name: 'Your name or role' }).fill('Bendahara');
  await old.page.getByRole('button', { name: 'Yes, this tie is right' }).click();
  await old.page.getByRole('heading', { name: 'Thank you, your answer is recorded' }).waitFor();
  expect((await old.page.goto(link))?.status()).toBe(410);
  await old.page.getByRole('heading', { name: 'This link is not valid any more' }).waitFor();
  await old.context.close();
}

describe('a tie with two sides', () => {
  it('is asked of the other side by a link, answered on an old telephone without an account or a script, and stands as it was answered', async () => {
    const { page, context, wrongs } = await visit({ steward: true, width: phone });
    const one = await make(page, 'organizations', { name: 'Yayasan Pengusul', actorKind: 'ngo', region: '33.74' });
    const other = await make(page, 'organizations', {
      name: 'Kelompok Penjawab', actorKind: 'ngo', region: '33.74', contacts: [{ role: 'Sekretaris', channel: 'whatsapp', value: '0812-3456-7890', purposes: ['confirming_ties'], consent: { givenBy: 'Sekretaris', given: '2026-01-01' } }],
    });
    const tie = await make(page, 'ties', { type: 'trains', from: one, to: other, audience: 'public', statements: [{ side: 'from', says: 'confirmed', day: '2026-01-05', way: 'product', word: 'Ketua' }] });
    await page.goto(at('/hubungan'));
    await answered(page);
    await page.getByRole('link', { name: 'Yayasan Pengusul melatih Kelompok Penjawab.' }).click();
    await page.getByText('Minta pernyataan Kelompok Penjawab').click();
    await page.getByRole('button', { name: 'Buat tautan' }).click();
    const message = await page.getByRole('textbox', { name: /^Isi pesan/ }).inputValue();
    expect(message).toContain('Yayasan Pengusul melatih Kelompok Penjawab.');
    const link = /^http\S+$/m.exec(message)?.[0] ?? '';
    expect(await page.getByRole('link', { name: 'WhatsApp ke Sekretaris' }).getAttribute('href')).toContain(encodeURIComponent(link));
    for (const width of [phone, laptop]) {
      await page.setViewportSize(width);
      await isAccessible(page, 'a tie that is asked about');
      await fits(page, 'a tie that is asked about');
    }
    // What looks at a page needs its script, which the page itself has none of.
    const scripted = await visit({ url: link });
    await isAccessible(scripted.page, 'the page behind the link');
    await scripted.context.close();

    await answer(link);
    await page.reload();
    const side = page.getByRole('region', { name: 'Kelompok Penjawab' });
    await side.getByText(/^Kelompok Penjawab menyatakan hubungan ini benar pada .*, lewat tautan yang dijawab Bendahara/).waitFor();
    await page.getByText('Catat pernyataan Kelompok Penjawab').click();
    await page.getByRole('radio', { name: 'Tidak benar' }).check();
    // On a telephone that draws late, the focus must be there with the message: later, it would be taken from whoever types on.
    await page.evaluate(() => { const draw = window.requestAnimationFrame.bind(window); window.requestAnimationFrame = (frame) => window.setTimeout(() => draw(frame), 5000); });
    await page.getByRole('button', { name: 'Catat pernyataan', exact: true }).click();
    await page.getByText('Alasannya belum diisi.').first().waitFor();
    expect(await page.getByRole('textbox', { name: /^Alasannya/ }).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByRole('textbox', { name: /^Alasannya/ }).fill('Pelatihannya batal');
    await page.getByRole('textbox', { name: /^Menurut siapa/ }).fill('Ketua, lewat telepon');
    await page.getByRole('button', { name: 'Catat pernyataan', exact: true }).click();
    await side.getByText(/^Kelompok Penjawab membantah hubungan ini .*Pelatihannya batal/).waitFor();
    await expect.poll(() => page.getByText('Diperselisihkan').count()).toBeGreaterThan(0);
    const anybody = await visit({ script: false, url: at(`/hubungan/${tie}`) });
    await anybody.page.getByText(/^Kelompok Penjawab membantah hubungan ini/).waitFor();
    expect(await anybody.page.content()).not.toContain('Pelatihannya batal');
    await anybody.context.close();
    expect(wrongs.filter((wrong) => !wrong.includes('422'))).toEqual([]);
    await context.close();
  });
});
