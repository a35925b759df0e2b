import { expect, it } from 'vitest';
import { countsText } from '../organizations/About';
import { signOf, stateWords } from './State';
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
