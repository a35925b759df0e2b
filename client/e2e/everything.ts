import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { Server } from './server';

declare module 'vitest' {
  interface ProvidedContext { stages: Stage[] }
}

/** A server of its own, with a steward's session and an editor's, for the files of one worker: they change the network one after another, and never under each other's feet. */
export interface Stage { url: string; steward: string; editor: string }

/** How many files run at once. */
export const workers = Math.max(1, Number(process.env['E2E_WORKERS'] ?? 2));

/** Whose editor the other account is. */
export const edited = '408ee8b1-0415-81c6-b6f4-4edaf714f59f';

/** A session of its own, by a link that makes whoever presses its button a steward. */
async function signIn(browser: Browser, server: Server): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(await server.stewardLink());
  await page.getByRole('button').click();
  await page.waitForURL(`${server.url}/akun`);
  return context;
}

/** Leaves an account no more than the data of one organization. */
async function makeEditor(steward: BrowserContext, editor: BrowserContext, url: string) {
  const { account } = (await (await editor.request.get(`${url}/api/me`)).json()) as { account: string };
  const { items } = (await (await steward.request.get(`${url}/api/grants`)).json()) as { items: { id: string; account: string }[] };
  for (const { id } of items.filter((grant) => grant.account === account)) await steward.request.delete(`${url}/api/grants/${id}`, { headers: { 'If-Match': '*' } });
  const made = await steward.request.post(`${url}/api/grants`, { data: { account, role: 'organization_editor', organization: edited, provenance: { source: 'Uji' } } });
  if (made.status() !== 201) throw new Error(await made.text());
}

async function prepare(browser: Browser, server: Server): Promise<Stage> {
  const [steward, editor] = [await signIn(browser, server), await signIn(browser, server)];
  await makeEditor(steward, editor, server.url);
  return { url: server.url, steward: JSON.stringify(await steward.storageState()), editor: JSON.stringify(await editor.storageState()) };
}

/** A stage for every worker; each file opens browsers of its own on it. */
export default async function setUp(project: TestProject) {
  const servers = await Promise.all(Array.from({ length: workers }, () => Server.start()));
  const browser = await chromium.launch(launching(false));
  project.provide('stages', await Promise.all(servers.map((server) => prepare(browser, server))));
  await browser.close();
  return async () => { await Promise.all(servers.map((server) => server.stop())); };
}

/** Chromium without a graphics card draws the map in software. Where no map is drawn, it needs no graphics library either, which takes most of the time. */
export function launching(map = true) {
  return {
    executablePath: process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync) ?? '/usr/bin/chromium',
    args: ['--no-sandbox', ...(map ? ['--use-gl=angle', '--use-angle=swiftshader'] : ['--disable-gpu']), '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  };
}
