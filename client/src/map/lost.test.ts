import type { Map as GlMap } from 'maplibre-gl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bringBack, waitFor } from './lost';

/** A map that only loses tiles, and tells which it is asked to fetch again. */
function losing() {
  const asked: string[] = [];
  let hear: ((event: object) => void) | undefined;
  const source = { on: (_: string, listener: typeof hear) => { hear = listener; } };
  const map = {
    on: (_: string, begin: () => void) => begin(), once: () => map, getSource: () => source,
    refreshTiles: (_: string, those: { x: number; y: number; z: number }[]) => asked.push(those.map(({ x, y, z }) => `${z}/${x}/${y}`).join(' ')),
  };
  const lose = (z: number, x: number, y: number) => hear?.({ error: new Error('lost'), tile: { tileID: { canonical: { x, y, z } } } });
  return { map: map as unknown as GlMap, asked, lose };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

it('asks for each lost tile once more when the server is reached or the device is online, and for none that came', () => {
  const { map, asked, lose } = losing();
  const reached = bringBack(map, 'tiles');
  reached();
  lose(5, 25, 16); lose(5, 26, 16); lose(5, 25, 16);
  reached();
  reached();
  lose(6, 1, 2);
  dispatchEvent(new Event('online'));
  expect(asked).toEqual(['5/25/16 5/26/16', '6/1/2']);
});

it('asks by itself after a while, each time later', () => {
  const { map, asked, lose } = losing();
  bringBack(map, 'tiles');
  lose(2, 0, 0);
  vi.advanceTimersByTime(waitFor(0) * 1000);
  lose(2, 0, 0);
  vi.advanceTimersByTime(waitFor(0) * 1000);
  expect(asked).toEqual(['2/0/0']);
  vi.advanceTimersByTime((waitFor(1) - waitFor(0)) * 1000);
  expect(asked).toEqual(['2/0/0', '2/0/0']);
  expect([waitFor(0), waitFor(1), waitFor(9)]).toEqual([5, 10, 60]);
});
