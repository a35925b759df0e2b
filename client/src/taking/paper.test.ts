import { expect, it } from 'vitest';
import { wrap } from './paper';

const measure = (text: string) => text.length;

it('breaks a text between words where the room ends, and loses none', () => {
  const text = 'Di Kabupaten Tegal, belum ada layanan kesehatan untuk 4.335 pekerja rumahan.';
  const lines = wrap(text, 24, measure);
  expect(lines.join(' ')).toBe(text);
  expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(24);
  expect(lines.length).toBeGreaterThan(2);
});

it('lets a word that is wider than the room stand alone', () => {
  expect(wrap('untuk penyelenggaraan itu', 6, measure)).toEqual(['untuk', 'penyelenggaraan', 'itu']);
});
