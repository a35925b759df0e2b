import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cannotDraw, laptop } from './browser';
import { launching } from './everything';
import { Server } from './server';

/** What people who attack pages write into fields: each calls `ran` when anything takes it for more than text. After OWASP's cheat sheet on evading filters of scripts, in our own words. */
const attacks = [
  '<script>ran()</script>',
  '"><img src=x onerror=ran()>',
  `'"><svg/onload=ran()>`,
  '</textarea></title></style></script><script>ran()</script>',
  '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
  '<a href="javascript:ran()">buka</a>',
  '<!--><img src=x onerror=ran()>-->',
  '<math><mtext><table><mglyph><style><img src=x onerror=ran()></style>',
  "{{constructor.constructor('ran()')()}}${ran()}#{ran()}",
  '\\u003cimg src=x onerror=ran()\\u003e &lt;img src=x onerror=ran()&gt; %3Cscript%3Eran()%3C/script%3E',
];
const all = attacks.join('\n');
const provenance = (attack: string) => ({ source: attack, assertedBy: attack, sourceUrl: 'https://example.org/?q=%3Cscript%3Eran()%3C%2Fscript%3E"><img src=x onerror=ran()>' });

let server: Server;
let browser: Browser;
let steward: BrowserContext;
beforeAll(async () => {
  server = await Server.start();
  browser = await chromium.launch(launching());
  steward = await browser.newContext({ viewport: laptop, serviceWorkers: 'block', reducedMotion: 'reduce' });
  const page = await steward.newPage();
  await page.goto(await server.stewardLink());
  await page.getByRole('button').click();
  await page.waitForURL(`${server.url}/akun`);
  await page.close();
});
afterAll(async () => { await browser.close(); await server.stop(); });

async function write(path: string, data: object): Promise<string> {
  const answer = await steward.request.post(`${server.url}/api/${path}`, { data });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

interface Attacked { organization: string; service: string; unit: string; place: string; tie: string; need: string }

/** An organization and what belongs to it, with an attack in every field that takes a text. */
async function attacked(attack: string, index: number, other: string): Promise<Attacked> {
  const from = { provenance: provenance(attack), reason: attack };
  const term = await write('terms', { taxonomy: 'issue', code: `attack_${index}`, labelId: attack, labelEn: attack, descriptionId: all, descriptionEn: all, legalReference: attack, ...from });
  const members = { women: 40, men: 30, date: '2026-01-01', source: attack, published: true };
  const organization = await write('organizations', {
    name: attack, otherNames: [`${attack} lain`], acronym: attack.slice(0, 40), actorKind: 'ngo', purpose: all, region: '33.74', issues: [term.split(':')[1] ?? term], languages: ['id'], website: `https://example.org/${encodeURIComponent(attack)}`, members, note: all,
    contacts: [{ name: attack, role: attack, channel: 'post', value: all.slice(0, 280), purposes: ['publication'], audience: 'public', consent: { givenBy: attack, given: '2026-01-01', how: 'spoken' } }], ...from,
  });
  const unit = await write('units', { organization, name: attack, unitKind: 'village_group', region: '33.74', members, ...from });
  const place = await write('places', { organization, name: attack, region: '33.74', point: { longitude: 110.42 + index / 1000, latitude: -6.99 }, precision: 'exact', main: true, address: attack, ...from });
  const service = await write('services', { organization, name: attack, description: all, functions: ['education'], areas: [{ region: '33.74' }], schedule: attack, eligibility: attack, cost: attack, languages: ['id'], accessibility: attack, ...from });
  const tie = await write('ties', { type: 'partners_with', from: organization, to: other, status: 'confirmed', audience: 'public', agreement: { kind: attack.slice(0, 90), number: attack.slice(0, 90), link: 'https://example.org/' }, note: all, ...from });
  const need = await write('needs', { region: '33.74', women: 100 + index, men: 5, issues: [term.split(':')[1] ?? term], year: 2025 - index, ...from });
  return { organization, service, unit, place, tie, need };
}

const answered = (page: Page) => page.waitForFunction(() => document.querySelector('.skeleton, .first-answer, .app.first') === null);

interface Signs { ran: number; violations: string[] }

/** Whatever was taken for more than text: what ran, what the policy of the page held off, and elements and attributes that only an attack makes. */
async function signsOf(page: Page): Promise<string[]> {
  const { ran, violations } = await page.evaluate(() => (globalThis as unknown as { signs?: Signs }).signs ?? { ran: 0, violations: [] });
  const made = await page.evaluate(() => [...document.querySelectorAll('iframe, object, embed, math, base, script:not([src]):not([type]), [src="x"], a[href^="javascript:" i], form[action^="javascript:" i]')].map((element) => element.outerHTML.slice(0, 120))
    .concat([...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))).map((element) => element.outerHTML.slice(0, 120))));
  return [...(ran > 0 ? [`ran ${ran} times`] : []), ...violations, ...made];
}

function watch() {
  const signs: Signs = { ran: 0, violations: [] };
  Object.assign(globalThis, { signs, ran: () => { signs.ran += 1; } });
  document.addEventListener('securitypolicyviolation', (event) => { signs.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`); });
}

/** Where texts are shown: every view that has any, for who may change them. */
const views = ({ organization, service, unit, place, tie, need }: Attacked, other: string) => [
  `/organisasi/${organization}`, `/organisasi/${organization}/ubah`, `/layanan/${service}/ubah`, `/unit/${unit}/ubah`, `/tempat/${place}/ubah`, `/hubungan/${tie}`, `/hubungan/${tie}/ubah`, `/kebutuhan/${need}/ubah`, `/mitra?untuk=${organization}`, `/perkenalan?dari=${organization}&ke=${other}`,
];
const shared = ['/', '/cari?q=ran', '/cari?q=%3Cscript%3Eran()%3C%2Fscript%3E', '/wilayah?kode=33.74', '/aktivitas', '/istilah?daftar=issue', '/cakupan?sumbu=issue&induk=33', '/hubungan', '/orang', '/privasi', '/"><img src=x onerror=ran()>', '/cakupan?induk=%22%3E%3Cimg%20src=x%20onerror=ran()%3E', '/masuk?ke=javascript:ran()'];

it('no text that people write becomes an element or a script, in any field, in any view, with and without a script of ours', async () => {
  const other = await write('organizations', { name: 'Yayasan Tenang', actorKind: 'ngo', region: '33.74', provenance: { source: 'Uji' } });
  const written: Attacked[] = [];
  for (const [index, attack] of attacks.entries()) written.push(await attacked(attack, index, other));

  const page = await steward.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => { dialogs.push(dialog.message()); void dialog.dismiss(); });
  await page.addInitScript(watch);
  await page.addInitScript(cannotDraw);
  const [first] = written;
  const found: Record<string, string[]> = {};
  // The whole way of the first attack; of each other its own page, its tie and a form, which show what lists do not.
  const visited = [...shared, ...views(first!, other), ...written.slice(1).flatMap((one) => [`/organisasi/${one.organization}`, `/hubungan/${one.tie}`, `/organisasi/${one.organization}/ubah`])];
  for (const path of visited) {
    await page.goto(server.url + path);
    await answered(page);
    // Folded parts hold texts as well: history, sources, the message to send.
    await page.evaluate(() => { for (const part of document.querySelectorAll('details')) part.open = true; });
    await answered(page);
    const signs = await signsOf(page);
    if (signs.length > 0) found[path] = signs;
  }
  const seen = await page.goto(`${server.url}/organisasi/${first!.organization}`).then(() => page.getByRole('heading', { level: 1 }).textContent());
  expect(seen?.replaceAll(/\s+/g, ' ').trim()).toContain(attacks[0]);
  await page.close();

  // The same as the server wrote it, to anybody, in both languages.
  for (const language of ['id', 'en']) {
    const bare = await browser.newContext({ javaScriptEnabled: false });
    await bare.addCookies([{ name: 'bahasa', value: language, url: server.url }]);
    const plain = await bare.newPage();
    for (const path of [...shared, ...written.flatMap((one) => [`/organisasi/${one.organization}`, `/mitra?untuk=${one.organization}`, `/perkenalan?dari=${one.organization}&ke=${other}`])]) {
      await plain.goto(server.url + path);
      const signs = await signsOf(plain);
      if (signs.length > 0) found[`${language} ${path}`] = signs;
    }
    await bare.close();
  }
  expect(found).toEqual({});
  expect(dialogs).toEqual([]);
}, 420_000);

it('an address that runs a script is refused where an address is asked for', async () => {
  for (const address of ['javascript:ran()', ' JaVaScRiPt:ran()', 'data:text/html,<script>ran()</script>', 'vbscript:ran()', '//example.org', 'java\tscript:ran()']) {
    for (const body of [{ website: address, provenance: { source: 'Uji' } }, { provenance: { source: 'Uji', sourceUrl: address } }]) {
      const answer = await steward.request.post(`${server.url}/api/organizations`, { data: { name: 'Yayasan Alamat', actorKind: 'ngo', region: '33.74', ...body } });
      expect(answer.status(), address).toBe(422);
    }
  }
});

it('the watch of these tests sees what would run', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${server.url}/privasi`);
  await page.evaluate(() => { const place = document.createElement('div'); document.body.append(place, document.createElement('iframe')); try { place.setAttribute('onclick', 'ran()'); } catch { /* Trusted Types hold it off, and say so. */ } });
  await page.evaluate(() => { try { document.body.innerHTML = '<img src=x onerror=ran()>'; } catch { /* Trusted Types hold it off, and say so. */ } });
  const begins = async (words: string) => (await signsOf(page)).some((sign) => sign.startsWith(words));
  await expect.poll(() => begins('require-trusted-types-for')).toBe(true);
  expect(await begins('<iframe')).toBe(true);
  await context.close();
});
