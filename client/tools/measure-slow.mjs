// Measures the first and the second visit on a slow network and a slow phone against a running server:
// `npm run measure [-- http://localhost:5080 [/cakupan …]]`. Slow 3G: 400 kbit/s, 400 ms; processor four times slower (INTERFACE.md 1, issue "The face" section 4).
import { chromium } from 'playwright-core';

const [server = 'http://localhost:5080', ...asked] = process.argv.slice(2);
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';
const paths = asked.length > 0 ? asked : ['/', `/organisasi/${group}`, `/mitra?untuk=${group}`, `/perkenalan?dari=${group}&jenis=local_government`, '/cakupan'];
const slow = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const map = /engine|maplibre|ground/;

/** Notes when the list, the script and the map are there, by the page's own clock. */
function watch() {
  const seen = {};
  globalThis.__seen = seen;
  const look = () => {
    if (document.querySelector('#content li')) seen.list ??= performance.now();
    if (document.querySelector('.app') && !document.querySelector('.app.first')) seen.interactive ??= performance.now();
    if (document.querySelector('.map-buttons')) seen.map ??= performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
}

async function visit(context, path) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(watch);
  await page.goto(server + path, { waitUntil: 'commit', timeout: 60_000 });
  await page.waitForFunction(() => globalThis.__seen?.map !== undefined, undefined, { timeout: 90_000 });
  const figures = await page.evaluate(() => ({
    ...globalThis.__seen,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    html: performance.getEntriesByType('navigation')[0]?.encodedBodySize,
    files: performance.getEntriesByType('resource').map((r) => ({ name: new URL(r.name).pathname, size: r.encodedBodySize, start: r.startTime })),
  }));
  await page.waitForTimeout(8000); // Lets the service worker in.
  await page.close();
  const script = figures.files.filter((f) => /\.m?js$/.test(f.name) && !map.test(f.name)).reduce((sum, f) => sum + f.size, 0);
  return { list: Math.max(figures.list ?? Number.NaN, figures.paint ?? 0), interactive: figures.interactive, map: figures.map, html: figures.html, script };
}

const seconds = (ms) => (ms === undefined ? '-' : (ms / 1000).toFixed(2));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--disable-background-networking'] });
process.stdout.write('| page | visit | list s (2, then 1) | interactive s (5) | map s (14, then 4) | HTML bytes (14,336) | script before the map, bytes (92,160) |\n|---|---|---|---|---|---|---|\n');
for (const path of paths) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  for (const which of ['first', 'second']) {
    const f = await visit(context, path);
    process.stdout.write(`| ${path} | ${which} | ${seconds(f.list)} | ${seconds(f.interactive)} | ${seconds(f.map)} | ${f.html} | ${f.script} |\n`);
  }
  await context.close();
}
await browser.close();
