import { describe, expect, it } from 'vitest';
import { csv, fileName, tsv } from './files';
import { type Column, nextOrder, readOrder, sortRows, writeOrder } from './rows';

interface Row { name: string; km?: number }
const columns: Column<Row>[] = [{ key: 'name', label: 'Nama', value: (r) => r.name }, { key: 'km', label: 'Jarak (km)', value: (r) => r.km }];
const rows: Row[] = [{ name: 'Éka', km: 12.5 }, { name: 'Desa 10' }, { name: 'Desa 9', km: 3 }];
const about = { title: 'Mitra', date: '1 Maret 2026', source: 'NetworkMap; contoh', address: 'http://x/mitra' };
const words = { title: 'Judul', date: 'Tanggal', source: 'Sumber', address: 'Alamat' };

describe('rows', () => {
  it('are sorted as people read names and numbers', () => {
    expect(sortRows(rows, columns, { key: 'name', down: false }, 'id-ID').map((r) => r.name)).toEqual(['Desa 9', 'Desa 10', 'Éka']);
    expect(sortRows(rows, columns, { key: 'km', down: false }, 'id-ID').map((r) => r.km)).toEqual([3, 12.5, undefined]);
  });

  it('keep what is not known at the end, whichever way they are sorted', () => {
    expect(sortRows(rows, columns, { key: 'km', down: true }, 'id-ID').map((r) => r.km)).toEqual([12.5, 3, undefined]);
  });

  it('go up, down, and back to how they came', () => {
    const up = nextOrder(undefined, 'km');
    const down = nextOrder(up, 'km');
    expect([up, down, nextOrder(down, 'km'), nextOrder(down, 'name')]).toEqual([{ key: 'km', down: false }, { key: 'km', down: true }, undefined, { key: 'name', down: false }]);
  });

  it('are ordered by the address, which may not know the column', () => {
    expect(readOrder('-km', columns)).toEqual({ key: 'km', down: true });
    expect(writeOrder({ key: 'km', down: true })).toBe('-km');
    expect(readOrder('salah', columns)).toBeUndefined();
    expect(readOrder(undefined, columns)).toBeUndefined();
  });
});

describe('a file', () => {
  it('says what it is about, and is split and counted as spreadsheets of the language do', () => {
    const lines = csv(rows, columns, about, words, 'id-ID').split('\r\n');
    expect(lines[0]).toBe('\uFEFFJudul;Mitra');
    expect(lines[2]).toBe('Sumber;"NetworkMap; contoh"');
    expect(lines.slice(4)).toEqual(['', 'Nama;Jarak (km)', 'Éka;12,5', 'Desa 10;', 'Desa 9;3', '']);
    expect(csv(rows, columns, about, words, 'en').split('\r\n')[6]).toBe('Éka,12.5');
  });

  it('keeps quotes and lines inside their field', () => {
    expect(csv([{ name: 'Kata "kita"\nberdua' }], columns, about, words, 'en')).toContain('"Kata ""kita""\nberdua",');
  });

  it('lets no name become a formula', () => {
    expect(csv([{ name: '=HYPERLINK("x")' }], columns, about, words, 'en')).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv([{ name: 'x', km: -3 }], columns, about, words, 'en')).toContain('x,-3');
  });

  it('has a name that every system takes', () => {
    expect(fileName('Mitra untuk “Kelompok Éka” / contoh', '2026-03-01', 'csv')).toBe('mitra-untuk-kelompok-eka-contoh-2026-03-01.csv');
    expect(fileName('…', '2026-03-01', 'csv')).toBe('networkmap-2026-03-01.csv');
  });
});

describe('a table to be pasted', () => {
  it('has a tab between fields and nothing that would break a row', () => {
    expect(tsv([{ name: 'satu\tdua\ntiga', km: 1.5 }], columns, 'id-ID')).toBe('Nama\tJarak (km)\nsatu dua tiga\t1,5');
  });
});
