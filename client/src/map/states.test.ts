import { expect, it } from 'vitest';
import type { Coverage } from '../api/answers';
import { shortName, statePoints } from './states';

it('says the names of regions as short as a map does', () => {
  expect(['Kabupaten Bantul', 'Kota Yogyakarta', 'Daerah Istimewa Yogyakarta', 'Daerah Khusus Ibukota Jakarta', 'Kepulauan Riau', 'Jawa Tengah', 'Kabupaten Administrasi Kepulauan Seribu'].map(shortName)).toEqual(['Bantul', 'Kota Yogyakarta', 'DI Yogyakarta', 'DKI Jakarta', 'Kep. Riau', 'Jawa Tengah', 'Kep. Seribu']);
});

it('puts the sign of a state into the middle of its region, and none where nothing is told', () => {
  const square = (code: string, west: number) => ({ type: 'Feature' as const, properties: { code, name: code }, geometry: { type: 'Polygon' as const, coordinates: [[[west, -1], [west + 2, -1], [west + 2, 1], [west, 1], [west, -1]]] } });
  const answer = { terms: [{ code: 'a', label: 'a' }], regions: [{ code: '33', name: '33', cells: [{ state: 'nobody', services: 0 }] }, { code: '35', name: '35', cells: [{ state: 'nobody', services: 0, partly: 3 }] }] } as unknown as Coverage;
  const [sign, partly, ...rest] = statePoints(answer, 0, { type: 'FeatureCollection', features: [square('33', 110), square('34', 112), square('35', 114)] }, ([longitude]) => (longitude > 0 ? 'tb' : ''));
  expect(sign?.properties).toMatchObject({ code: '33', state: 'nobody', sign: 'nobody', term: 'a', name: '33', sides: 'tb' });
  expect(partly?.properties, 'where a part is served').toMatchObject({ code: '35', state: 'nobody', sign: 'part' });
  const [longitude, latitude] = sign?.geometry.type === 'Point' ? sign.geometry.coordinates : [];
  expect(longitude).toBeCloseTo(111);
  expect(latitude).toBeCloseTo(0);
  expect(rest).toEqual([]);
});
