import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { language } from '../words';
import { Text } from './Fields';

const place = document.createElement('main');
document.body.append(place);
afterEach(() => { render(null, place); language.value = 'id'; });
const show = (value: string, type: 'date' | 'text' = 'date') => act(() => render(<Text id="day" label={'day'} type={type} value={value} onInput={() => undefined} />, place));
const said = () => document.getElementById(place.querySelector('input')?.getAttribute('aria-describedby') ?? '')?.textContent;

it('a day is said in the words of the page, whatever the browser writes', async () => {
  await show('2026-11-26');
  expect(said()).toBe('26 November 2026');
  language.value = 'en';
  await show('2026-11-26');
  expect(said()).toBe('26 November 2026');
  for (const none of ['', '2026-02-30', '2026']) {
    await show(none);
    expect(said(), none).toBeUndefined();
  }
  await show('2026-11-26', 'text');
  expect(said()).toBeUndefined();
});
