import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';

/** Says of blocks that they came near or went away, as the browser would. */
const seen = new Map<Element, (near: boolean) => void>();
vi.stubGlobal('IntersectionObserver', class {
  constructor(private readonly tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {}
  observe(target: Element) { seen.set(target, (isIntersecting) => this.tell([{ target, isIntersecting }])); }
  unobserve(target: Element) { seen.delete(target); }
});
const { Blocks, cut } = await import('./Blocks');

const table = document.createElement('table');
document.body.append(table);
afterEach(() => { render(null, table); });
const show = (count: number) => act(() => render(<Blocks bodies={cut(Array.from({ length: count }, (_, n) => `${n}`))} keyOf={(row) => row} estimate={40} row={(row, index) => <tr key={row} aria-rowindex={index + 2}><td><button type="button">{row}</button></td></tr>} />, table));
const names = () => [...table.querySelectorAll('button')].map((b) => b.textContent);
const move = (body: number, near: boolean) => act(() => seen.get(table.tBodies[body] as Element)?.(near));

it('draws every row of a short table, each with its place', async () => {
  await show(60);
  expect(names()).toHaveLength(60);
  expect([...table.querySelectorAll('tr')].map((tr) => tr.getAttribute('aria-rowindex'))).toEqual(Array.from({ length: 60 }, (_, n) => `${n + 2}`));
});

it('draws of a long table the beginning, then what comes near, and keeps the room of the rest', async () => {
  await show(514);
  expect(names()).toHaveLength(32);
  expect(table.tBodies).toHaveLength(33);
  expect(table.tBodies[32]?.querySelector('tr')?.style.height).toBe('80px');
  await move(10, true);
  expect(names()).toContain('160');
  expect(table.querySelector('[aria-rowindex="162"]')?.textContent).toBe('160');
  await move(0, false);
  expect(names()).not.toContain('0');
});

it('leaves the rows where the focus is, however far they are', async () => {
  await show(514);
  table.querySelector('button')?.focus();
  await move(0, false);
  expect(names()).toContain('0');
});

it('is whole on paper', async () => {
  await show(514);
  await act(() => { dispatchEvent(new Event('beforeprint')); });
  expect(names()).toHaveLength(514);
  await act(() => { dispatchEvent(new Event('afterprint')); });
  expect(names()).toHaveLength(32);
});
