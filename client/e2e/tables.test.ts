import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at, browsing, fits, isAccessible, phone } from './browser';

const { visit } = browsing({ map: false });
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';
const rowheaders = (page: Page, name: RegExp | string) => page.getByRole('table', { name }).getByRole('rowheader').allTextContents();
const sorted = (names: string[], locale: string) => [...names].sort((a, b) => a.localeCompare(b, locale, { numeric: true }));

describe('every answer as a table and a sentence', () => {
  it('the ties of an organization, which leave as a file, and the network around it, each in an order of its own, in English', async () => {
    const { page, context, wrongs } = await visit({ language: 'en', url: at(`/organisasi/${group}`) });
    await page.getByText(/^Ties of Kelompok Canting Wedel \(contoh\): \d+ in force/).waitFor();
    await page.getByRole('radio', { name: 'Table' }).check();
    const ties = page.getByRole('table', { name: /^Ties of Kelompok Canting Wedel/ });
    await ties.getByRole('button', { name: 'With' }).click();
    await page.waitForURL(/urut=nama/);
    const names = await rowheaders(page, /^Ties of/);
    expect(names).toEqual(sorted(names, 'en'));
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).first().click();
    const lines = (await readFile(await (await saved).path(), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/Ties of Kelompok Canting Wedel/);
    expect(lines[5]).toMatch(/^With,Kind,/);
    await page.getByRole('heading', { name: 'The network around it' }).scrollIntoViewIfNeeded();
    await page.getByText(/organizations? (is|are) tied to Kelompok Canting Wedel/).waitFor();
    await page.getByText(/^As a table/).click();
    const around = page.getByRole('table', { name: 'Organizations around it' });
    await around.getByRole('button', { name: 'Kind' }).click();
    await page.waitForURL(/urutSekitar=jenis/);
    await isAccessible(page, 'the tables of an organization');
    await page.reload();
    await page.getByRole('heading', { name: 'The network around it' }).scrollIntoViewIfNeeded();
    await around.waitFor();
    expect(await around.getByRole('columnheader', { name: 'Kind' }).getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => rowheaders(page, /^Ties of/)).toEqual(names);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  it('what a search found, who could help where something is missing, and who is nearest without a path, on a phone', async () => {
    const { page, context, wrongs } = await visit({ width: phone, url: at('/cari?q=batik&bentuk=tabel&urut=nama') });
    await page.getByRole('table', { name: 'Hasil pencarian “batik”' }).waitFor();
    const found = await rowheaders(page, 'Hasil pencarian “batik”');
    expect(found.length).toBeGreaterThan(3);
    expect(found).toEqual(sorted(found, 'id-ID'));
    await fits(page, 'the table of a search');
    await page.goto(at('/cakupan?induk=33&sumbu=hso_function&sel=33.28:social_control'));
    const helpers = page.getByRole('region', { name: 'Siapa bisa membantu', exact: true });
    await helpers.getByText(/^Yang terdekat .*, sekitar .*km dari tengah .+\.$/).waitFor();
    await helpers.getByRole('radio', { name: 'Tabel' }).check();
    await helpers.getByRole('button', { name: 'Jarak (km)' }).click();
    await page.waitForURL(/bantuan=tabel.*urutBantuan=km/);
    await helpers.getByRole('button', { name: 'Simpan CSV' }).waitFor();
    await isAccessible(page, 'the table of helpers');
    await fits(page, 'the table of helpers');
    await page.goto(at(`/perkenalan?dari=${group}&ke=3cf947db-a540-88bb-9022-504e34f9833c&bentuk=tabel`));
    await page.getByRole('table', { name: /^Jalan perkenalan dari Kelompok Canting Wedel/ }).waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });
});
