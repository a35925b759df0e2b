import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type Locator, type Page, type Request, chromium } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { type Stage, launching } from './everything';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const laptop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** Who comes, with what, and where to: `null` when the test has something to do before it goes there itself. */
export interface Visit { width?: typeof laptop; language?: 'id' | 'en'; steward?: boolean; editor?: boolean; url?: string | null; script?: boolean; worker?: boolean; map?: boolean }
export interface Visitor { page: Page; context: BrowserContext; wrongs: string[] }

/** The server and the sessions of this worker. */
export function stage(): Stage {
  const stages = inject('stages');
  const mine = stages[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % stages.length];
  if (!mine) throw new Error('No server was started.');
  return mine;
}

/** Chromium for one file of tests, started when it is first needed, and the visitors that it opened, on a device that draws maps unless a test does without (`map: false`). Whatever a page complains about, or asks from another site, fails the test that opened it. */
export function browsing(usual: Visit = {}) {
  const browsers = new Map<boolean, Promise<Browser>>();
  const browser = async (map: boolean) => {
    const known = browsers.get(map) ?? chromium.launch(launching(map));
    browsers.set(map, known);
    return known;
  };
  afterAll(async () => { for (const one of browsers.values()) await (await one).close(); });

  const visit = async (asked: Visit = {}): Promise<Visitor> => {
    const { width = laptop, language = 'id', steward = false, editor = false, url, script = true, worker = false, map = true } = { ...usual, ...asked };
    const context = await (await browser(map)).newContext({ viewport: width, reducedMotion: 'reduce', javaScriptEnabled: script, serviceWorkers: worker ? 'allow' : 'block', ...(steward || editor ? { storageState: JSON.parse(stage()[editor ? 'editor' : 'steward']) as never } : {}) });
    await context.addInitScript((chosen) => localStorage.setItem('networkmap.language', chosen), language);
    if (!map) await context.addInitScript(cannotDraw);
    await context.addCookies([{ name: 'bahasa', value: language, url: stage().url }]);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    follow(page);
    const wrongs: string[] = [];
    page.on('pageerror', (error) => wrongs.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error') wrongs.push(message.text()); });
    page.on('request', (request) => { const asked = new URL(request.url()); if (/^(http|ws)/.test(asked.protocol) && asked.hostname !== 'localhost') wrongs.push(`asked ${request.url()}`); });
    if (url !== null) await page.goto(url ?? stage().url);
    if (url !== null && script) await answered(page);
    return { page, context, wrongs };
  };
  return { visit };
}

/** What a device answers that cannot draw maps: then the page is its sheet alone, and is so much sooner done. */
export function cannotDraw() {
  const draw = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, kind: string, ...more: unknown[]) => RenderingContext | null;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) { return kind.startsWith('webgl') ? null : draw.call(this, kind, ...more); } as typeof HTMLCanvasElement.prototype.getContext;
}

/** What each page has asked for and was not answered yet. */
const underWay = new WeakMap<Page, Set<Request>>();

/** Keeps count of what a page asks for, but for the line to the server, which stays open, and for whole pages, with which all before them is forgotten. */
function follow(page: Page) {
  const asked = new Set<Request>();
  underWay.set(page, asked);
  page.on('request', (request) => { if (request.isNavigationRequest()) asked.clear(); else if (/^https?:\/\/[^/]+\/(?!live)/.test(request.url())) asked.add(request); });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
}

/** The view stands in the place of what the server wrote: until then a text may be there twice, and what is clicked may go. */
export const answered = (page: Page) => page.waitForFunction(() => document.querySelector('.first-answer, .app.first') === null);

/** The page has its answers and the map has drawn what it was told to. */
export async function settled(page: Page) {
  const shows = () => page.waitForFunction(() => document.querySelector('.skeleton, .first-answer, .app.first') === null && document.querySelector('.map-note:not(.failed)') === null);
  await shows();
  await page.waitForLoadState('networkidle');
  // That is told once of a page, whatever it asks for later. What is asked next follows from what was drawn; what never ends is not waited for.
  const asked = underWay.get(page);
  for (let [calm, until] = [0, Date.now() + 10_000]; calm < 3 && Date.now() < until;) {
    await page.waitForFunction(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => drawn(true)))); }));
    calm = asked?.size ? 0 : calm + 1;
  }
  await shows();
}

export const at = (path: string) => stage().url + path;

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No serious finding of axe-core, by its rules for WCAG 2.2 AA, or of one rule alone, or of all but one: that of contrast takes half of the time, and colours do not depend on the language. */
export async function isAccessible(page: Page, what: string, { only, without }: { only?: string; without?: string } = {}) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const options = { runOnly: only ? [only] : standards, resultTypes: ['violations'], ...(without ? { rules: { [without]: { enabled: false } } } : {}) };
  const findings = await page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } };
    const { violations } = await axe.run(options);
    return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.failureSummary}`).slice(0, 3).join(' | ')}`);
  }, options);
  expect(findings, what).toEqual([]);
}

/** The first line of an answer is seen without scrolling. */
export async function isSeenAtOnce(line: Locator, what: string) {
  await line.waitFor();
  const below = () => line.evaluate((element) => element.getBoundingClientRect().top + 24 - (element.closest('main')?.getBoundingClientRect().bottom ?? innerHeight));
  await expect.poll(below, { message: `${what} begins below what is seen` }).toBeLessThanOrEqual(0);
}

/** Nothing reaches beyond the right edge of the window. */
export async function fits(page: Page, what: string) {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), { message: `${what} is wider than the window` }).toBeLessThanOrEqual(0);
}

/** Chooses an organization in a field that looks up what is typed; what it finds stands where it can be seen. */
export async function choose(page: Page, label: string | RegExp, text: string, name: string | RegExp) {
  await page.getByRole('combobox', { name: label, exact: true }).fill(text);
  const found = page.getByRole('option', { name }).first();
  await found.waitFor();
  const seen = () => page.getByRole('listbox').getByRole('option').first().evaluate((option) => {
    const { left, top, right, bottom } = option.getBoundingClientRect();
    return [top + 4, bottom - 4].every((y) => option.contains(document.elementFromPoint((left + right) / 2, y)));
  });
  await expect.poll(seen, { message: `what is found for “${text}” is out of sight` }).toBe(true);
  await found.click();
}

/** The words of some elements that go on in another line without a sign that they do. */
export const brokenIn = (elements: Locator) => elements.evaluateAll((all) => all.flatMap((one) => {
  const [texts, broken] = [document.createTreeWalker(one, NodeFilter.SHOW_TEXT), [] as string[]];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (range.getClientRects().length > 1) broken.push(word);
    }
  }
  return broken;
}));

/** No word is broken into letters, no text is cut off at the edge of what it stands in, also not in a field that is empty, none lies upon another. What scrolls is not cut off. */
export async function isLegible(page: Page, what: string) {
  await expect.poll(() => page.evaluate(illegible), { message: what }).toEqual([]);
}

/** Runs in the page: every text of the destinations, the top and the sheet that cannot be read as it is laid out. */
function illegible(): string[] {
  type Line = { text: string; of: Element; left: number; top: number; right: number; bottom: number };
  const [wrong, lines] = [new Set<string>(), [] as Line[]];
  /** What of a line may be seen where it stands, or nothing when it was scrolled away; and whether something cuts it off for good. */
  const inside = (line: Line) => {
    for (let box = line.of.parentElement; box; box = box.parentElement) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const cut = (overflow: string, beyond: number) => /hidden|clip/.test(overflow) && textOverflow !== 'ellipsis' && beyond > 3;
      if (cut(overflowX, Math.max(edge.left - line.left, line.right - edge.right)) || cut(overflowY, Math.max(edge.top - line.top, line.bottom - edge.bottom))) wrong.add(`cut off: ${line.text}`);
      if (overflowX !== 'visible' || overflowY !== 'visible') Object.assign(line, { left: Math.max(line.left, edge.left), top: Math.max(line.top, edge.top), right: Math.min(line.right, edge.right), bottom: Math.min(line.bottom, edge.bottom) });
      if (line.right - line.left < 2 || line.bottom - line.top < 2) return false;
    }
    return true;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const of = node.parentElement;
    if (!of?.closest('nav, header, main') || of.closest('.hidden, .matrix, svg, select, textarea, .form-actions') || !of.checkVisibility({ visibilityProperty: true })) continue;
    const size = Number.parseFloat(getComputedStyle(of).fontSize);
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
      if (rects.length > 1 && word.length / rects.length < 4) wrong.add(`broken into letters: ${word}`);
      for (const { left, top, bottom, right } of rects) {
        const middle = (top + bottom) / 2;
        const line = { text: word, of, left, top: middle - size * 0.4, right, bottom: middle + size * 0.4 };
        if (inside(line)) lines.push(line);
      }
    }
  }
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 3 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3) wrong.add(`upon each other: ${one.text}, ${other.text}`);
    }
  }
  const pen = document.createElement('canvas').getContext('2d');
  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    const { font, paddingLeft, paddingRight } = getComputedStyle(field);
    if (!pen || field.value !== '' || !field.checkVisibility()) continue;
    pen.font = font;
    if (pen.measureText(field.placeholder).width > field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)) wrong.add(`cut off: ${field.placeholder}`);
  }
  return [...wrong];
}
