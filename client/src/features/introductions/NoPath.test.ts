import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Introductions, Nearest } from '../../api/answers';
import type { Summary } from '../../api/shapes';
import { route, to, writeAddress } from '../../network/route';
import { me } from '../../network/state';
import { choose } from '../../words';
import { stepsFor } from './NoPath';

const somebody = (id: string, name: string): Summary => ({ id, name, actorKind: 'ngo', family: 'civil_society', kindLabel: 'LSM' });
const [asker, target, closest] = [somebody('1', 'Canting'), somebody('2', 'Dinas'), somebody('3', 'Yayasan')];
const ways = (nearest: Nearest, query: Record<string, string>, whom: Summary | null = target) => {
  route.value = to('introductions', undefined, query);
  const answer: Introductions = { from: asker, at: '2026-03-01', paths: [], nearest, sentence: '', ...(whom ? { target: whom } : {}) };
  return stepsFor(answer, query).map((step) => [step.words, writeAddress(step.to)]);
};

beforeEach(() => { choose('id'); });
afterEach(() => { me.value = { audience: 'public', language: 'id' }; route.value = to('map'); });

describe('without a path', () => {
  it('a tie of one\'s own comes first, for who may record it, then others of the kind, and last who is only nearby', () => {
    me.value = { audience: 'steward', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
    expect(ways({ reason: 'closest_reached', sentence: '', organization: closest }, { dari: '1', ke: '2', tanggal: '2026-03-01' })).toEqual([
      ['Tambah hubungan langsung dengan Dinas', '/hubungan/baru?dari=1&ke=2'],
      ['Cari jalan ke siapa saja dari jenis “LSM”', '/perkenalan?dari=1&tanggal=2026-03-01&jenis=ngo'],
      ['Cari jalan ke Yayasan, yang paling dekat letaknya', '/perkenalan?dari=1&ke=3&tanggal=2026-03-01'],
      ['Cari mitra untuk Canting', '/mitra?untuk=1&tanggal=2026-03-01'],
    ]);
  });

  it('a tie is offered to nobody who may not record it, nor with an organization that is gone', () => {
    expect(ways({ reason: 'no_ties', sentence: '' }, { dari: '1', ke: '2' }).some(([words]) => words?.startsWith('Tambah'))).toBe(false);
    me.value = { audience: 'steward', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
    expect(ways({ reason: 'retired', sentence: '' }, { dari: '1', ke: '2' }).map(([words]) => words)).toEqual(['Cari jalan ke siapa saja dari jenis “LSM”', 'Cari mitra untuk Canting']);
  });

  it('a narrow question can be asked wider', () => {
    expect(ways({ reason: 'nobody_fits', sentence: '' }, { dari: '1', jenis: 'ngo', sektor: 'batik', wilayah: '34' }, null)).toEqual([
      ['Cari di semua provinsi', '/perkenalan?dari=1&jenis=ngo&sektor=batik'],
      ['Cari di semua sektor', '/perkenalan?dari=1&jenis=ngo&wilayah=34'],
      ['Cari mitra untuk Canting', '/mitra?untuk=1'],
    ]);
  });

  it('a government that is responsible for her region can be looked for anywhere', () => {
    const closest = { id: '3', name: 'Yayasan', actorKind: 'ngo', family: 'civil_society' as const };
    expect(ways({ reason: 'closest_reached', sentence: '', organization: closest }, { dari: '1', berwenang: '1' }).map(([, way]) => way)).toEqual([
      '/perkenalan?dari=1&jenis=local_government', '/perkenalan?dari=1&ke=3', '/mitra?untuk=1',
    ]);
  });

  it('a tie that does not carry yet is opened by who may change it', () => {
    const tie = { id: '9', type: 'advises', label: 'membimbing', status: 'proposed' as const };
    const nearest: Nearest = { reason: 'missing_ties', sentence: '', missing: ['9'], path: { score: 0, sentence: '', steps: [{ tie, from: asker, to: target, trust: 0, sentence: '' }] } };
    expect(ways(nearest, { dari: '1', ke: '2' }).some(([words]) => words?.startsWith('Periksa'))).toBe(false);
    me.value = { audience: 'steward', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
    expect(ways(nearest, { dari: '1', ke: '2' })[0]).toEqual(['Periksa hubungan Canting dan Dinas', '/hubungan/9/ubah']);
  });
});
