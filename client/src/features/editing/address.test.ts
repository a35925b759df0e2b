import { expect, it } from 'vitest';
import { tellsAddress } from './address';

it.each(['Jl. Melati 5 RT 03/RW 02', 'kumpul di rt.04 tiap Jumat', 'RW 2, dekat masjid', 'Jl Melati 5', 'jln. melati', 'rumah Bu Sri, Gang Mawar', 'di jalan Kaliurang km 7', 'Gg. 3'])('"%s" tells an address', (text) => {
  expect(tellsAddress(text)).toBe(true);
});

it.each(['', 'Mencari jalan keluar bersama perusahaan', 'Jalan terus', 'RTH dan taman kota', 'Kurt 5', 'pelatihan 12 gang anak muda', 'Kelompok batik di Bantul'])('"%s" does not', (text) => {
  expect(tellsAddress(text)).toBe(false);
});
