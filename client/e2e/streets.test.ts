import { describe, expect, it } from 'vitest';
import { at, browsing, settled } from './browser';

const { visit } = browsing();
const style = { version: 8, sources: { streets: { type: 'raster', tiles: ['/streets/{z}/{x}/{y}.png'], tileSize: 256 } }, layers: [{ id: 'paper', type: 'background', paint: { 'background-color': '#f0f' } }, { id: 'streets', type: 'raster', source: 'streets' }] };

describe('a street map that cannot be loaded', () => {
  it('because it is not there, is no style or has no tiles, leaves the map its own ground, and one sentence says so', async () => {
    const { page, context } = await visit({ url: at('/#5/-9/96') });
    const map = page.getByRole('region', { name: 'Peta jaringan' });
    // The sea south-west of Sumatra is as our own ground paints it, not as the street map does.
    const sea = async () => (await page.screenshot({ clip: { x: 700, y: 560, width: 2, height: 2 } })).toString('base64');
    // Who is on the map is told once it is drawn.
    await page.getByRole('heading', { name: 'Yang tampak di peta' }).waitFor();
    await settled(page);
    const own = await sea();
    let given: object | undefined;
    await page.route('**/api/me', (route) => route.fulfill({ json: { audience: 'public', language: 'id', mapStyle: '/streets/style.json' } }));
    await page.route('**/streets/**', (route) => (given && route.request().url().endsWith('style.json') ? route.fulfill({ json: given }) : route.fulfill({ status: 404, body: '' })));
    for (given of [undefined, { ...style, layers: [{ id: 'streets', type: 'painting' }] }, style]) {
      await page.reload();
      await map.getByText('Peta jalan tidak bisa dimuat, jadi yang tampil peta dasar kami sendiri.').waitFor();
      await expect.poll(sea).toBe(own);
    }
    await context.close();
  });
});
