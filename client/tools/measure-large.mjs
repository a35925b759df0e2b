// Measures what a page does on a large network, against a running server: `npm run measure:large [-- http://localhost:5080]`.
// What panning and zooming the map fetches (tiles only), how long the longest task is, and how lists and the table of all regencies scroll: the longest time between two frames.
// Issue "The face", section 4. The large network is the one of the benchmarks: `figures` keeps it in the folder for temporary files; start the server on a copy with --data.
import { chromium } from 'playwright-core';

const [server = 'http://localhost:5080'] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--disable-background-networking'] });
const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
const page = await context.newPage();
const fetched = new Map();
page.on('response', (response) => {
  if (response.status() === 304 || !response.url().startsWith('http')) return;
  const what = new URL(response.url()).pathname.replace(/\/\d+\/\d+\/\d+\.mvt/, '/*.mvt');
  fetched.set(what, (fetched.get(what) ?? 0) + 1);
});
await page.addInitScript(() => {
  globalThis.__tasks = [];
  new PerformanceObserver((seen) => globalThis.__tasks.push(...seen.getEntries().map((e) => e.duration))).observe({ type: 'longtask' });
});
const longest = () => page.evaluate(() => Math.round(Math.max(0, ...globalThis.__tasks.splice(0))));
const settled = async () => {
  await page.waitForFunction(() => document.querySelector('.map-buttons') && !document.querySelector('.skeleton, .first-answer, .app.first, .map-note'), undefined, { timeout: 120_000 });
  await page.waitForTimeout(1500);
};
const open = async (path) => {
  const begun = performance.now();
  await page.goto(server + path);
  await settled();
  return ((performance.now() - begun - 1500) / 1000).toFixed(1);
};

/** Scrolls what holds the list to its end, a screen in every fifth frame, and gives the median and the longest time between two frames. */
const scroll = () => page.evaluate(async () => {
  const list = document.querySelector('.matrix, .table, #content .list');
  let place = list;
  while (place && !(place.scrollHeight > place.clientHeight + 4 && /auto|scroll/.test(getComputedStyle(place).overflowY))) place = place.parentElement;
  place ??= document.scrollingElement;
  const frames = [];
  let last = performance.now();
  for (let frame = 0; frame < 200; frame += 1) {
    if (frame % 5 === 0) place.scrollTop += place.clientHeight;
    const now = await new Promise((drawn) => requestAnimationFrame(drawn));
    frames.push(now - last);
    last = now;
  }
  frames.sort((a, b) => a - b);
  return `${Math.round(frames[100])} / ${Math.round(frames.at(-1))}`;
});

process.stdout.write(`map ready after ${await open('/#6/-7.3/110.4')} s, longest task ${await longest()} ms\n`);
fetched.clear();
for (let step = 0; step < 8; step += 1) {
  await page.mouse.move(220, 160); await page.mouse.down(); await page.mouse.move(60 + 30 * (step % 3), 120, { steps: 6 }); await page.mouse.up();
  await page.mouse.wheel(0, step % 2 ? 120 : -360);
  await page.waitForTimeout(1500);
}
process.stdout.write(`eight moves of the map fetched ${JSON.stringify(Object.fromEntries(fetched))}, longest task ${await longest()} ms\n`);
process.stdout.write('| page | ready s | elements | longest task ms | frame while scrolling ms, median / longest |\n|---|---|---|---|---|\n');
for (const path of ['/wilayah?kode=33', '/wilayah?kode=33&bentuk=tabel', '/cakupan?tingkat=regency', '/cakupan?tingkat=regency&kelompok=ya&urut=nama', '/cari?q=kelompok', '/aktivitas']) {
  const ready = await open(path);
  for (let more = 0; more < 15; more += 1) {
    const button = page.getByRole('button', { name: 'Muat lagi' });
    if (!(await button.isVisible())) break;
    await button.click();
    await page.waitForTimeout(700);
  }
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  const task = await longest();
  process.stdout.write(`| ${path} | ${ready} | ${elements} | ${task} | ${await scroll()} |\n`);
}
await browser.close();
