import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { choose } from '../words';
import { type Choice, Combo } from './Combo';

const place = document.createElement('div');
const cities: Record<string, Choice[]> = { bantul: [{ id: '34.02', name: 'Kabupaten Bantul' }], surabaya: [{ id: '35.78', name: 'Kota Surabaya' }] };
let answer: Record<string, (choices: Choice[]) => void>;
let chosen: string[];

const find = (q: string) => new Promise<Choice[]>((settle) => { answer[q] = settle; });
const field = () => place.querySelector('input') as HTMLInputElement;
async function type(text: string) {
  await act(() => { field().value = text; field().dispatchEvent(new Event('input', { bubbles: true })); });
  await act(async () => { await vi.advanceTimersByTimeAsync(200); });
}
const listed = () => [...place.querySelectorAll('[role="option"] .name')].map((one) => one.textContent);
const come = (q: string) => act(async () => { answer[q]?.(cities[q] ?? []); await vi.advanceTimersByTimeAsync(10); });
const enter = () => act(() => { field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })); });

beforeEach(() => {
  vi.useFakeTimers();
  choose('id');
  [answer, chosen] = [{}, []];
  document.body.append(place);
  act(() => { render(<Combo id="c" label="Wilayah" find={find} onChoose={({ id }) => { chosen.push(id); }} />, place); });
});
afterEach(() => { render(null, place); vi.useRealTimers(); });

it('Enter takes nothing of a list that is still of what was typed before', async () => {
  await type('bantul');
  await come('bantul');
  expect(listed()).toEqual(['Kabupaten Bantul']);
  await type('surabaya');
  await enter();
  expect(chosen).toEqual([]);
  await come('surabaya');
  await enter();
  expect(chosen).toEqual(['35.78']);
});
