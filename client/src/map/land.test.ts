import { expect, it } from 'vitest';
import { codesAt, partAt, partsOf } from './land';

const box = (west: number, south: number, size: number) => [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
const region = (code: string, ...rings: number[][][]): GeoJSON.Feature => ({ type: 'Feature', properties: { code, name: code }, geometry: { type: 'Polygon', coordinates: rings } });

it('says of every square of a row the region that a point in its middle lies in, the first of those that lie over one another', () => {
  const parts = partsOf([region('33.10', box(110, -8, 1.5)), region('33', box(109, -8.5, 4), box(111.6, -6.4, 0.8)), region('34', [[110, -9], [112.5, -8.6], [111, -7.7], [110, -9]])]);
  const longitudes = Array.from({ length: 40 }, (_, index) => 108.55 + index * 0.137);
  const latitudes = Array.from({ length: 40 }, (_, index) => -4.03 - index * 0.149);
  const codes = codesAt(parts, longitudes, latitudes);
  expect(new Set(codes)).toEqual(new Set([undefined, '33', '33.10', '34']));
  expect(codes).toEqual(latitudes.flatMap((latitude) => longitudes.map((longitude) => partAt(parts, [longitude, latitude])?.code)));
});
