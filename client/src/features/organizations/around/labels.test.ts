import { expect, it } from 'vitest';
import { inLines, labelsThatFit, shortNames } from './labels';

const named = (id: string, x: number, y: number, width = 60) => ({ id, x, y, radius: 10, width, height: 14 });

it('puts a name below its sign, or on another side where that is taken, and leaves out what cannot be read', () => {
  const labels = labelsThatFit([named('a', 100, 100), named('b', 100, 130), named('edge', 100, 195), named('none', 5, 5, 300)], 200, 200);
  expect(Object.fromEntries(labels.map(({ id, x, y }) => [id, [x, y]]))).toEqual({ a: [70, 72], b: [70, 144], edge: [70, 167] });
});

it('never lets two names meet, nor a name and the sign of another', () => {
  const crowd = Array.from({ length: 40 }, (_, i) => named(String(i), 20 + (i % 8) * 45, 20 + Math.floor(i / 8) * 60, 70));
  const labels = labelsThatFit(crowd, 400, 340);
  for (const one of labels) {
    for (const other of labels) if (one.id !== other.id) expect(Math.abs(one.x - other.x) >= 70 || Math.abs(one.y - other.y) >= 14).toBe(true);
  }
  expect(labels.length).toBeGreaterThan(5);
});

it('keeps names apart that begin alike', () => {
  const long = (last: string) => `Kelompok Pekerja Rumahan Perempuan Kabupaten ${last} (contoh)`;
  const [one = '', other = '', whole, short] = shortNames([long('Bantul Timur'), long('Bantul Barat'), 'Balai Layanan Kemuning Embun (contoh)', 'YASANTI']);
  expect([one.endsWith('Bantul Timur'), other.endsWith('Bantul Barat'), one.startsWith('Kelompo…')]).toEqual([true, true, true]);
  expect([whole, short]).toEqual(['Balai Layanan Kemuning Embun', 'YASANTI']);
});

it('breaks a long name between two words', () => {
  expect(inLines('Balai Layanan Kemuning Embun')).toEqual(['Balai Layanan Kemuning', 'Embun']);
  expect(inLines('YASANTI')).toEqual(['YASANTI']);
  expect(inLines('W'.repeat(40))).toEqual(['W'.repeat(40)]);
});
