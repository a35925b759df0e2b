import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mention } from '../../api/answers';
import { me, terms } from '../../network/state';
import { choose } from '../../words';
import { Told } from './Told';
import { fieldName, narrowed, pathName, valueText } from './value';

const place = document.createElement('div');
const told = (field: string, value: unknown, kind = 'organization', mentions: Mention[] = []) => {
  render(<Told field={field} value={value} kind={kind} mentions={mentions} />, place);
  return place;
};

beforeEach(() => { choose('id'); terms.value = { issue: [{ code: 'wages', label: 'Upah', labelId: 'Upah', labelEn: 'Wages' }] }; });
afterEach(() => { render(null, place); me.value = { audience: 'public', language: 'id' }; });

describe('a value of a change', () => {
  it('is told in the words, dates and numbers of the page', () => {
    expect(told('issues', ['wages']).textContent).toBe('Upah');
    expect(valueText('status', 'proposed', 'tie')).toBe('Diusulkan');
    expect(valueText('status', 'planned', 'service')).toBe('Direncanakan');
    expect(valueText('audience', 'signed_in', 'tie')).toBe('Yang sudah masuk');
    expect(valueText('retired', '2026-02-03', 'organization')).toBe('3 Februari 2026');
    expect(valueText('capacity', 1200, 'service')).toBe('1.200');
    expect(valueText('founded', 1998, 'organization')).toBe('1998');
    expect(valueText('languages', 'jv', 'organization')).toBe('Jawa');
    expect(valueText('mediates', true, 'organization')).toBe('Ya');
  });

  it('that is an id is told by its name, with the way to it, or as what is not shown', () => {
    const id = '89ee382d-bde1-874d-9e0c-c112fa646bbd';
    expect(told('from', id, 'tie', [{ kind: 'organization', id, name: 'Yasanti' }]).querySelector('a')?.getAttribute('href')).toBe(`/organisasi/${id}`);
    expect(told('from', id, 'tie', [{ kind: 'organization', id, name: 'Yasanti', gone: true }]).innerHTML).toBe('Yasanti');
    expect(told('to', id, 'tie').textContent).toBe('sebuah organisasi yang tidak ditampilkan');
    expect(told('areas', [{ region: '33.74', withSubregions: true }], 'service', [{ kind: 'region', id: '33.74', name: 'Kota Semarang' }]).textContent).toBe('Wilayah: Kota SemarangBeserta wilayah di dalamnya: Ya');
  });

  it('never tells an account, only that it was a steward, or oneself', () => {
    expect(valueText('assertedBy', 'steward-1a2b3c4d', 'organization')).toBe('pengelola data');
    expect(valueText('assertedBy', 'seed', 'organization')).toBe('data awal');
    me.value = { audience: 'steward', account: 'steward-1a2b3c4d', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
    expect(valueText('assertedBy', 'steward-1a2b3c4d', 'organization')).toBe('Anda');
  });

  it('of many parts shows only the parts that differ, called by where they stand', () => {
    expect(narrowed({ source: 'a', assertedBy: 'x' }, { source: 'a', assertedBy: 'y', lastVerified: '2026-01-01' })).toEqual([{ assertedBy: 'x' }, { assertedBy: 'y', lastVerified: '2026-01-01' }]);
    expect([fieldName('from'), fieldName('from', 'valid'), fieldName('access', 'indicators')]).toEqual(['Dari', 'Berlaku sejak', 'Akses']);
    expect([fieldName('value', 'contacts[1]'), fieldName('given', 'contacts[1].consent'), fieldName('name', 'agreement')]).toEqual(['Nomor atau alamat', 'Diizinkan pada', 'Nama']);
    expect([pathName('contacts[0].consent.givenBy'), pathName('contacts[0].value'), pathName('agreement.kind')]).toEqual(['Kontak 1, Diberikan oleh', 'Kontak 1, Nomor atau alamat', 'Jenis perjanjian']);
  });
});
