import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { at, laptop, phone } from './browser';

export const widths = [['laptop', laptop], ['phone', phone]] as const;
export const foundation = '408ee8b1-0415-81c6-b6f4-4edaf714f59f';

/** An element of a test's own, written through the API; its id. */
export async function make(page: Page, segment: string, data: object): Promise<string> {
  const answer = await page.request.post(at(`/api/${segment}`), { data: { provenance: { source: 'Uji' }, ...data } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** An organization of a test's own, so that tests do not stand in each other's way. */
export const organization = (page: Page, name: string) => make(page, 'organizations', { name, actorKind: 'ngo', region: '33.74' });

export const source = (page: Page) => page.getByLabel(/^Sumber \(/);
/** A count of members comes with its day and with who counted. */
export async function counted(page: Page) {
  await page.getByLabel('Dihitung pada').fill('2026-01-31');
  await page.getByLabel('Siapa yang menghitung').fill('Daftar anggota');
}
export const save = (page: Page) => page.getByRole('button', { name: 'Simpan', exact: true }).click();
/** What was entered into a form is kept on the device, which is done a moment after it was entered. */
export const drafted = (page: Page, text: string) => page.waitForFunction((entered) => Object.entries(localStorage).some(([name, kept]) => name.startsWith('networkmap.draft.') && String(kept).includes(entered)), text);
/** Takes the point in the middle of the map, once the map stands where the picking begins: then the button has the focus. */
export async function takePoint(page: Page) {
  const take = page.getByRole('group', { name: 'Pilih titik di peta' }).getByRole('button', { name: 'Pakai titik ini' });
  await expect.poll(() => take.evaluate((one) => one === document.activeElement)).toBe(true);
  await take.click();
}
export const form = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
