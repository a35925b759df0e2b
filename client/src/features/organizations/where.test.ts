import { describe, expect, it } from 'vitest';
import type { Precision } from '../../api/shapes';
import { choose } from '../../words';
import { whereTold } from './where';

const at = (precision: Precision | undefined, region: string, drawn: Precision) => {
  choose('id');
  return whereTold({ ...(precision ? { precision } : {}), region, position: { longitude: 110, latitude: -7, radiusKm: 9, precision: drawn } });
};

describe('where an organization is said to be', () => {
  it('is as blurred as it was stated, also when the map can only show it coarser', () => {
    expect(at('district', '34.02.15', 'district')).toBe('Lokasi disamarkan ke tingkat kecamatan');
    expect(at('district', '34.02.15', 'regency')).toBe('Lokasi disamarkan ke tingkat kecamatan. Di peta letaknya di tengah kabupaten/kota, karena titik yang lebih teliti belum diketahui.');
  });

  it('is not called blurred when no more is known', () => {
    expect(at('district', '34.02', 'regency')).toBe('Letaknya baru diketahui sampai kabupaten/kota');
    expect(at(undefined, '34.02', 'regency')).toBe('Letaknya baru diketahui sampai kabupaten/kota');
    expect(at(undefined, '34.02.15', 'regency')).toBe('Letaknya baru diketahui sampai kecamatan. Di peta letaknya di tengah kabupaten/kota, karena titik yang lebih teliti belum diketahui.');
    expect(at(undefined, '34.02', 'exact')).toBeUndefined();
  });
});
