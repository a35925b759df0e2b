import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { at, browsing, phone } from './browser';

const { visit } = browsing({ map: false });
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';

describe('the network as a file', () => {
  it('of a region and a day, in the language of the page, on a phone', async () => {
    const { page, context, wrongs } = await visit({ width: phone, url: at('/wilayah?kode=34') });
    await page.getByRole('link', { name: 'Unduh data wilayah ini' }).click();
    await page.getByRole('heading', { name: 'Unduh data' }).waitFor();
    await page.getByRole('checkbox', { name: 'Hanya yang berlaku pada satu tanggal' }).check();
    await page.waitForURL(/wilayah=34.*tanggal=\d{4}-\d\d-\d\d/);
    await page.getByRole('heading', { name: /^Keadaan .+: pilih bentuk berkasnya$/ }).waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Siapa, apa, di mana (HXL)' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^networkmap-34-.*\.hxl\.csv$/);
    const [headings = '', tags = '', ...rows] = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(headings).toContain('Organisasi,');
    expect(tags).toContain('#org +name');
    expect(rows.length).toBeGreaterThan(3);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('of an organization and those tied to it, in English', async () => {
    const { page, context, wrongs } = await visit({ language: 'en', url: at(`/organisasi/${group}`) });
    await page.getByRole('heading', { name: 'The network around it' }).scrollIntoViewIfNeeded();
    await page.getByRole('link', { name: 'Download this network' }).click();
    await page.getByText('This organization and those tied to it').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Network (GraphML)' }).click();
    const text = await readFile(await (await saved).path(), 'utf8');
    expect(text).toContain(`<node id="${group}">`);
    expect(text).toMatch(/<edge id=/);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('of every change, a line each, and as a directory of services', async () => {
    const { page, context, wrongs } = await visit({ url: at('/unduh') });
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Semua perubahan (NDJSON)' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^networkmap-log-.*\.ndjson$/);
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as { id: string; elements: unknown[] });
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((line) => line.id && line.elements.length > 0)).toBe(true);
    const packed = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Direktori layanan (HSDS)' }).click();
    expect((await packed).suggestedFilename()).toMatch(/\.hsds\.zip$/);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});
