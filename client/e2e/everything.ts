import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { Server } from './server';

declare module 'vitest' {
  interface ProvidedContext { url: string; steward: string; wire: string }
}

/** One server and one steward's session for all files; each file opens browsers of its own on them. */
export default async function setUp(project: TestProject) {
  const server = await Server.start();
  const browser = await chromium.launch(launching());
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(await server.stewardLink());
  await page.getByRole('button').click();
  await page.waitForURL(`${server.url}/akun`);
  project.provide('url', server.url);
  project.provide('steward', JSON.stringify(await context.storageState()));
  await browser.close();
  return () => server.stop();
}

/** Chromium without a graphics card draws the map in software. */
export function launching() {
  return {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  };
}
