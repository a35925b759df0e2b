import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { Opening } from './Opening';

it('details open for what is wrong in them and stay open while it is being mended', async () => {
  const place = document.createElement('div');
  const shown = (when: boolean) => { render(<Opening summary="x" when={when}><input /></Opening>, place); return place.querySelector('details'); };
  expect(shown(false)?.open).toBe(false);
  shown(true);
  await vi.waitFor(() => expect(place.querySelector('details')?.open).toBe(true));
  expect(shown(false)?.open).toBe(true);
});
