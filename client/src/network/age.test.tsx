import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ask } from '../api/http';
import { oldest } from './age';
import { useAnswer } from './asking';
import { revision } from './state';

const place = document.createElement('div');
const answers: Record<string, () => Response> = {};
const kept = (at: string) => Response.json({ name: 'x' }, { headers: { 'X-Kept-At': at } });

function Asks({ path }: { path: string }) {
  return <p>{useAnswer(path, (stop) => ask<{ name: string }>(path, stop)).data?.name}</p>;
}
const show = (...paths: string[]) => render(<>{paths.map((path) => <Asks key={path} path={path} />)}</>, place);

beforeEach(() => { vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T08:00:00Z') }); vi.stubGlobal('fetch', async (path: string) => { const made = answers[path]; if (!made) throw new TypeError('no network'); return made(); }); });
afterEach(() => { render(null, place); vi.unstubAllGlobals(); vi.useRealTimers(); });

it('the page is as old as the oldest answer on it that the device had kept, for as long as it is shown', async () => {
  Object.assign(answers, { '/api/now': () => Response.json({ name: 'x' }), '/api/one': () => kept('2026-02-28T07:00:00Z'), '/api/other': () => kept('2026-02-27T07:00:00Z') });
  show('/api/now');
  await vi.waitFor(() => expect(place.textContent).toBe('x'));
  expect(oldest.value).toBeUndefined();
  show('/api/now', '/api/one', '/api/other');
  await vi.waitFor(() => expect(oldest.value).toEqual({ at: '2026-02-27T07:00:00Z', by: 'device' }));
  show('/api/now', '/api/one');
  await vi.waitFor(() => expect(oldest.value?.at).toBe('2026-02-28T07:00:00Z'));
  answers['/api/one'] = () => Response.json({ name: 'y' });
  revision.value += 1;
  await vi.waitFor(() => expect(oldest.value).toBeUndefined());
});

it('an answer that could not be asked again is of when it came', async () => {
  answers['/api/now'] = () => Response.json({ name: 'x' });
  show('/api/now');
  await vi.waitFor(() => expect(place.textContent).toBe('x'));
  delete answers['/api/now'];
  revision.value += 1;
  await vi.waitFor(() => expect(oldest.value?.at.slice(0, 16)).toBe('2026-03-01T08:00'));
});

it('an answer that a server gave from memory, while its database was away, is as old as the server says', async () => {
  answers['/api/now'] = () => Response.json({ name: 'x' }, { headers: { 'Data-Age': '90' } });
  show('/api/now');
  await vi.waitFor(() => expect(oldest.value?.by).toBe('server'));
  expect(oldest.value?.at.slice(0, 19)).toBe('2026-03-01T07:58:30');
});
