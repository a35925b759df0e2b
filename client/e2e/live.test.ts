import type { APIRequestContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at, browsing, settled, stage } from './browser';
import { Wire } from './wire';

const { visit } = browsing();
interface Written { id: string; version: number }

async function add(request: APIRequestContext, name: string, region = '33.74'): Promise<Written> {
  const answer = await request.post(at('/api/organizations'), { data: { name, actorKind: 'ngo', region, provenance: { source: 'Uji' } } });
  expect(answer.status(), await answer.text()).toBe(201);
  return await answer.json() as Written;
}

async function rename(request: APIRequestContext, { id, version }: Written, name: string): Promise<Written> {
  const answer = await request.put(at(`/api/organizations/${id}`), { headers: { 'If-Match': `"${version}"` }, data: { name, actorKind: 'ngo', region: '33.74', provenance: { source: 'Uji' } } });
  expect(answer.status(), await answer.text()).toBe(200);
  return await answer.json() as Written;
}

describe('two browsers side by side', () => {
  it('see each other’s edits without a reload, told in one polite line', async () => {
    const steward = await visit({ steward: true, map: false });
    const added = await add(steward.context.request, 'Lembaga Sebelah');
    const watcher = await visit({ url: at(`/organisasi/${added.id}`) });
    await watcher.page.getByRole('heading', { level: 1, name: 'Lembaga Sebelah' }).waitFor();
    await settled(watcher.page);
    await steward.page.goto(at(`/organisasi/${added.id}/ubah`));
    await steward.page.getByLabel('Nama').first().fill('Lembaga Sebelah Jalan');
    await steward.page.getByRole('button', { name: 'Simpan' }).click();
    await watcher.page.getByRole('heading', { level: 1, name: 'Lembaga Sebelah Jalan' }).waitFor();
    await watcher.page.getByRole('status').getByText(/\d+ perubahan/).waitFor();
    await watcher.page.getByRole('status').getByRole('link', { name: 'Lihat' }).click();
    await watcher.page.getByRole('heading', { name: 'Aktivitas' }).waitFor();
    expect(watcher.wrongs).toEqual([]);
    await steward.context.close();
    await watcher.context.close();
  });

  it('take a new organization onto the map', async () => {
    const steward = await visit({ steward: true, map: false });
    // Where few are, the sheet names whom the map shows.
    const watcher = await visit({ url: at('/#13/-4.1919/122.4485') });
    await watcher.page.getByRole('heading', { name: 'Yang tampak di peta' }).waitFor();
    await settled(watcher.page);
    const name = 'Lembaga Baru di Peta';
    const shown = watcher.page.getByRole('main').getByRole('listitem').filter({ hasText: name });
    expect(await shown.count()).toBe(0);
    await add(steward.context.request, name, '74.05');
    await shown.waitFor();
    await watcher.page.getByRole('status').getByText(/perubahan/).waitFor();
    await steward.context.close();
    await watcher.context.close();
  });
});

describe('a wire that is cut', () => {
  it('is told, and what was missed follows by itself', async () => {
    const wire = await Wire.to(stage().url);
    const steward = await visit({ steward: true, map: false });
    let written = await add(steward.context.request, 'Lembaga Nol');
    const { page, context } = await visit({ url: `${wire.url}/organisasi/${written.id}` });
    await page.getByRole('heading', { level: 1, name: 'Lembaga Nol' }).waitFor();
    await settled(page);
    wire.cut();
    await page.getByText(/Sambungan putus sejak/).waitFor();
    written = await rename(steward.context.request, written, 'Lembaga Sesudah Putus');
    wire.mend();
    // The page waits longer after each try that failed.
    await page.getByRole('heading', { level: 1, name: 'Lembaga Sesudah Putus' }).waitFor({ timeout: 45_000 });
    await page.getByText(/Sambungan putus sejak/).waitFor({ state: 'detached' });
    await context.close();
    await steward.context.close();
    wire.close();
  }, 120_000);

  it('twenty times in the middle of changes leaves the page equal to the server', async () => {
    const wire = await Wire.to(stage().url);
    const steward = await visit({ steward: true, map: false });
    let written = await add(steward.context.request, 'Lembaga Putus 0');
    const { page, context } = await visit({ url: `${wire.url}/organisasi/${written.id}` });
    await page.getByRole('heading', { level: 1, name: 'Lembaga Putus 0' }).waitFor();
    await settled(page);
    for (let round = 1; round <= 20; round += 1) {
      written = await rename(steward.context.request, written, `Lembaga Putus ${round}a`);
      wire.cut();
      written = await rename(steward.context.request, written, `Lembaga Putus ${round}`);
      wire.mend();
      await page.waitForTimeout(50);
    }
    await page.getByRole('heading', { level: 1, name: 'Lembaga Putus 20', exact: true }).waitFor({ timeout: 45_000 });
    await context.close();
    await steward.context.close();
    wire.close();
  }, 120_000);
});
