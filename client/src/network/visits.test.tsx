import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Fold } from '../ui/Fold';
import { go, leaveFor, listenToAddress, route, to } from './route';
import { hasBefore, returning } from './visits';

listenToAddress();
const place = document.createElement('main');
place.id = 'content';
document.body.append(place);
/** The browser goes to the entry on its own; then it tells the page. */
const arrive = async (state: unknown, address: string) => { history.replaceState(state, '', address); dispatchEvent(new PopStateEvent('popstate', { state })); await Promise.resolve(); };

beforeEach(() => { history.replaceState(null, '', '/'); route.value = to('map'); });
afterEach(() => { render(null, place); vi.restoreAllMocks(); });

it('a choice is a step back, and what is done in one field is one step', () => {
  const [pushed, renamed] = [vi.spyOn(history, 'pushState'), vi.spyOn(history, 'replaceState')];
  go(to('partners', undefined, { untuk: '7' }));
  go(to('partners', undefined, { untuk: '7', jenis: 'ngo' }));
  expect(pushed).toHaveBeenCalledTimes(2);
  for (const radius of ['2', '20', '200']) go(to('partners', undefined, { untuk: '7', radius }), { field: 'radius' });
  expect(pushed).toHaveBeenCalledTimes(3);
  expect(location.search).toBe('?untuk=7&radius=200');
  go(to('partners', undefined, { untuk: '7', radius: '200', 'bobot.issues': '1' }), { field: 'bobot.issues' });
  expect(pushed).toHaveBeenCalledTimes(4);
  go(to('partners', undefined, { untuk: '7', radius: '200', 'bobot.issues': '1' }));
  expect(pushed, 'the same address is no step').toHaveBeenCalledTimes(4);
  expect(renamed).toHaveBeenCalledTimes(3);
  expect(hasBefore()).toBe(true);
});

it('who comes back finds open what was open, and where she was', async () => {
  const Page = () => (route.value.view === 'partners' ? <Fold name="why" summary="Why">{'because'}</Fold> : <p>{'elsewhere'}</p>);
  const draw = () => render(<Page />, place);
  go(to('partners', undefined, { untuk: '7' }));
  const [state, address] = [history.state, location.pathname + location.search];
  draw();
  const details = () => place.querySelector('details');
  details()?.toggleAttribute('open', true);
  details()?.dispatchEvent(new Event('toggle'));
  place.scrollTop = 240;
  go(to('organization', '9'));
  draw();
  expect(details()).toBeNull();
  await arrive(state, address);
  draw();
  expect(details()?.open).toBe(true);
  expect(returning.value?.scrolled).toBe(240);
  go(to('partners', undefined, { untuk: '7', jenis: 'ngo' }));
  draw();
  expect(details()?.open, 'another answer to the same question').toBe(true);
});

it('who is done with a form is back where it was opened from, and Back leads on from there', () => {
  const [pushed, renamed, back] = [vi.spyOn(history, 'pushState'), vi.spyOn(history, 'replaceState'), vi.spyOn(history, 'back').mockReturnValue()];
  go(to('partners', undefined, { untuk: '7' }));
  go(to('partners', undefined, { untuk: '7', usul: '9' }));
  leaveFor(to('partners', undefined, { untuk: '7' }));
  expect(back).toHaveBeenCalledOnce();
  expect([pushed, renamed].map((way) => way.mock.calls.length)).toEqual([2, 0]);
  leaveFor(to('organization', '9'));
  expect(back, 'elsewhere takes the place of the form').toHaveBeenCalledOnce();
  expect(location.pathname).toBe('/organisasi/9');
  expect([pushed, renamed].map((way) => way.mock.calls.length)).toEqual([2, 1]);
});
