import { describe, expect, it } from 'vitest';
import { browsing, fits, isAccessible, phone, settled, stage } from './browser';
import { Wire } from './wire';

const { visit } = browsing();
const group = '89ee382d-bde1-874d-9e0c-c112fa646bbd';

describe('without a connection', () => {
  it('what is shown says how old it is, and catches up by itself, on a phone', async () => {
    const wire = await Wire.to(stage().url);
    const { page, context } = await visit({ worker: true, width: phone, url: `${wire.url}/mitra?untuk=${group}` });
    await settled(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await settled(page);
    expect(await page.getByText(/^Tanpa sambungan\./).count()).toBe(0);
    // What was kept is made two hours old.
    await page.evaluate(async () => {
      const cache = await caches.open('answers-1');
      for (const request of await cache.keys()) {
        const kept = await cache.match(request);
        if (!kept?.headers.has('X-Kept-At')) continue;
        const headers = new Headers(kept.headers);
        headers.set('X-Kept-At', new Date(Date.now() - 2 * 3_600_000).toISOString());
        await cache.put(request, new Response(await kept.blob(), { headers }));
      }
    });
    wire.cut();
    await page.reload();
    const line = page.getByRole('status').getByText(/^Tanpa sambungan\. Yang tampil dari \d+ \p{L}+ \d{4},? .*diperbarui sendiri begitu tersambung\. Itu 2 jam yang lalu\.$/u);
    await line.waitFor();
    await page.getByRole('main').getByText('Yayasan Napas Lega (contoh)').first().waitFor();
    await isAccessible(page, 'an old answer');
    await fits(page, 'an old answer');
    wire.mend();
    await line.waitFor({ state: 'detached' });
    await page.getByText(/^Tersambung lagi, sedang menyusul/).waitFor({ state: 'detached' });
    await context.close();
    wire.close();
  });

  it('an address that was never opened is answered by our own page, and opens by itself once the server is reached', async () => {
    const wire = await Wire.to(stage().url);
    const { page, context } = await visit({ worker: true, width: phone, map: false, url: `${wire.url}/unduh` });
    await settled(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    wire.cut();
    await page.goto(`${wire.url}/organisasi/${group}`);
    await page.getByRole('navigation').getByRole('link', { name: 'Cari mitra' }).waitFor();
    await page.getByRole('main').getByText(/^Server tidak terjangkau/).waitFor();
    await isAccessible(page, 'an address without a connection');
    wire.mend();
    await page.getByRole('heading', { name: 'Kelompok Canting Wedel (contoh)' }).waitFor();
    await context.close();
    wire.close();
  });
});

it('the map fetches what it could not while there was no connection, without another move', async () => {
  const { page, context } = await visit({ url: `${stage().url}/#7/-7.4/110.4` });
  await settled(page);
  // The stream of changes stays: only the map lost something, and nobody else says so.
  let broken = true;
  const [lost, came]: [string[], string[]] = [[], []];
  await page.route('**/tiles/**', async (route) => {
    const url = route.request().url();
    if (broken) { lost.push(url); await route.abort(); } else { came.push(url); await route.continue(); }
  });
  await page.evaluate(() => { location.hash = '#7/-2/120'; });
  await expect.poll(() => lost.length).toBeGreaterThan(0);
  await settled(page);
  broken = false;
  await page.evaluate(() => { dispatchEvent(new Event('online')); });
  await expect.poll(() => lost.some((url) => came.includes(url))).toBe(true);
  await context.close();
});

describe('a device that is full', () => {
  it('is answered all the same', async () => {
    const { page, context, wrongs } = await visit({ worker: true, map: false });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await settled(page);
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: stage().url, quotaSize: 1 });
    expect(await page.evaluate(() => caches.open('answers-1').then((cache) => cache.put('/x', new Response('x'))).then(() => 'kept', (error: Error) => error.name))).toBe('QuotaExceededError');
    await page.evaluate(() => caches.delete('shell-1'));
    await page.goto(`${stage().url}/rapuh`);
    await page.getByText(/^Kalau .* keluar, /).first().waitFor();
    await page.getByRole('link', { name: 'Cari mitra' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cari mitra' }).waitFor();
    await settled(page);
    expect(await page.getByText(/Server tidak terjangkau/).count()).toBe(0);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});
