import { render } from 'preact';
import { expect, it } from 'vitest';
import { countsText } from '../organizations/About';
import { States, servedIn, signOf, stateWords } from './State';
import { cellsOf, columns } from './tables';

const cell = { state: 'nobody' as const, services: 0, needUnder: 5, held: 1 };
const rows = cellsOf({ axis: 'issue', level: 'regency', at: '2026-03-01', terms: [{ code: 'violence', label: 'Kekerasan' }], regions: [], counts: { covered: 0, thin: 0, nobody: 1, unknown: 0 }, withoutNeed: 0, sentence: '' }, [{ code: '34.01', name: 'Bantul', cells: [cell] }], new Map(), new Map());
const value = (key: string) => rows[0] && columns('issue', 'regency').find((c) => c.key === key)?.value(rows[0]);

it('writes a number under five as that into a file, and says how many numbers are not told', () => {
  expect([value('butuh'), value('belum'), value('ditahan')]).toEqual(['<5', '<5', 1]);
});

it('says of a region that nobody covers as a whole who serves a part of it, in words, as a sign and in a file', () => {
  expect([stateWords('nobody', 3), signOf('nobody', 3)]).toEqual(['belum ada untuk seluruh wilayahnya; 3 organisasi melayani sebagian', '○◔']);
  expect([stateWords('nobody'), signOf('nobody')]).toEqual(['belum ada', '○']);
  const [row] = cellsOf({ axis: 'issue', level: 'province', at: '2026-03-01', terms: [{ code: 'violence', label: 'Kekerasan' }], regions: [], counts: { covered: 0, thin: 0, nobody: 1, unknown: 0 }, withoutNeed: 0, sentence: '' }, [{ code: '35', name: 'Jawa Timur', cells: [{ state: 'nobody', services: 0, partly: 3 }] }], new Map(), new Map());
  expect(row && columns('issue', 'province').filter((c) => ['keadaan', 'sebagian'].includes(c.key)).map((c) => c.value(row))).toEqual(['belum ada untuk seluruh wilayahnya; 3 organisasi melayani sebagian', 3]);
});

it('says of a count what is not told of it and why', () => {
  expect(countsText({ held: 'under_five' })).toContain('Kurang dari 5');
  expect(countsText({ held: 'beside' })).toContain('Jumlah anggota tidak ditampilkan');
  expect(countsText({ unknown: 47, held: 'parts' })).toBe('47 orang; tidak dirinci, karena ada angka di bawah 5');
});

it('counts those that are served in part within their state, of which they are some', () => {
  const nobody = { state: 'nobody' as const, services: 0 };
  const regions = [{ code: '35', name: 'Jawa Timur', cells: [{ ...nobody, partly: 3 }, nobody] }, { code: '11', name: 'Aceh', cells: [{ ...nobody, partly: 1 }, { state: 'unknown' as const, services: 0, partly: 1 }] }];
  expect(servedIn(regions)).toEqual({ nobody: 2, unknown: 1 });
  const place = document.createElement('div');
  render(<States answer={{ axis: 'issue', level: 'province', at: '2026-03-01', terms: [], regions, counts: { covered: 0, thin: 0, nobody: 3, unknown: 1 }, withoutNeed: 0, sentence: '' }} />, place);
  expect([...place.querySelectorAll('li')].map((line) => line.textContent)).toEqual(['●terlayani 0', '◐tipis 0', '○belum ada 3◔2 di antaranya dilayani sebagian', '?belum diketahui 1◔1 di antaranya dilayani sebagian']);
});
