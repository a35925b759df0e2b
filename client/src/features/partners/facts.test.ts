import { expect, it } from 'vitest';
import type { Fact } from '../../api/answers';
import { writeAddress } from '../../network/route';
import { restsOn } from './facts';

const opens = (fact: Fact) => writeAddress(restsOn(fact, '7'));

it.each<[string, Fact]>([
  ['/istilah?daftar=issue&istilah=piece_rate', { fact: 'shared_issue', code: 'piece_rate', label: 'Upah borongan', organizations: 12 }],
  ['/istilah?daftar=skill&istilah=osh_training', { fact: 'offered_skill', code: 'osh_training' }],
  ['/istilah?daftar=skill&istilah=dyes', { fact: 'needed_skill', code: 'dyes' }],
  ['/layanan/9', { fact: 'offered_service', code: 'osh_training', service: { id: '9', name: 'Kelas K3' } }],
  ['/layanan/9', { fact: 'room_left', service: { id: '9', name: 'Kelas K3' }, spare: 4 }],
  ['/wilayah?kode=34.02', { fact: 'same_region', region: '34.02' }],
  ['/organisasi/7', { fact: 'distance', km: 4, approximate: true }],
  ['/organisasi/7', { fact: 'last_verified', lastVerified: '2026-01-01' }],
])('every reason opens what it rests on: %s', (address, fact) => {
  expect(opens(fact)).toBe(address);
});
