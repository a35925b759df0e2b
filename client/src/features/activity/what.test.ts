import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangedElement, Changeset } from '../../api/answers';
import { choose } from '../../words';
import { whatOf } from './what';

const change = (...elements: ChangedElement[]): Changeset => ({ id: '1', at: '2026-03-01T00:00:00Z', summary: '', count: elements.length, elements });
const tie = (changes: ChangedElement['changes'], action: ChangedElement['action'] = 'changed'): ChangedElement => ({ kind: 'tie', id: '1', name: 'Canting bermitra dengan Napas', action, ...(changes ? { changes } : {}) });

beforeEach(() => { choose('id'); });

describe('a line of the log', () => {
  it('names the fields that changed, with what short ones were and are', () => {
    expect(whatOf(change(tie([{ field: 'status', before: 'proposed', after: 'confirmed' }, { field: 'strength', after: 4 }])))).toBe('Hubungan: Status dari Diusulkan menjadi Disetujui; Kekuatan diisi 4');
    expect(whatOf(change(tie([{ field: 'strength', before: 4 }])))).toBe('Hubungan: Kekuatan dikosongkan, tadinya 4');
    expect(whatOf(change({ kind: 'organization', id: '1', action: 'changed', changes: [{ field: 'issues', before: ['a'], after: ['b'] }, { field: 'purpose', before: 'x'.repeat(90), after: 'y' }] }))).toBe('Organisasi: Isu; Tujuan');
    expect(whatOf(change({ kind: 'organization', id: '1', action: 'changed', changes: [{ field: 'provenance', before: { source: 'x', lastVerified: '2025-01-01' }, after: { source: 'x', lastVerified: '2026-01-01' } }] }))).toBe('Organisasi: Sumber dan pemeriksaan, Terakhir diperiksa');
  });

  it('says what kind was added or removed, and of several who else', () => {
    expect(whatOf(change(tie([{ field: 'status', after: 'confirmed' }], 'created')))).toBe('Hubungan ditambahkan');
    expect(whatOf(change(tie(undefined, 'removed'), { kind: 'unit', id: '2', name: 'Cabang Sleman', action: 'removed' }))).toBe('Juga: Cabang Sleman');
  });

  it('counts what it does not name, and leaves the large ones to their reason', () => {
    const fields = ['name', 'acronym', 'website', 'founded', 'purpose'].map((field) => ({ field, before: ['a'], after: ['b'] }));
    expect(whatOf(change({ kind: 'organization', id: '1', action: 'changed', changes: fields }))).toBe('Organisasi: Nama; Singkatan; Situs; 2 bagian lain');
    expect(whatOf({ ...change(tie([])), count: 5000 })).toBeUndefined();
  });
});
