// Takes the pictures of README from a running server with the demonstration network: `npm run pictures [-- http://localhost:5080]`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const server = process.argv[2] ?? 'http://localhost:5080';
const folder = fileURLToPath(new URL('../pictures/', import.meta.url));
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';
const partner = '408ee8b1-0415-81c6-b6f4-4edaf714f59f';
const laptop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const pictures = [
  ['organization', laptop, `/organisasi/${group}`],
  ['partners', laptop, `/mitra?untuk=${group}`],
  ['introductions', laptop, `/perkenalan?dari=${group}&ke=${partner}`],
  ['coverage', laptop, '/cakupan?induk=33'],
  ['phone-partners', phone, `/mitra?untuk=${group}`],
  ['phone-coverage', phone, '/cakupan?induk=33&tampilan=kekosongan'],
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--disable-background-networking'] });
for (const [name, viewport, path] of pictures) {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.goto(server + path);
  await page.waitForFunction(() => document.querySelector('.skeleton') === null && document.querySelector('.map-note') === null);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
  process.stdout.write(`${name}.png\n`);
}
await browser.close();
