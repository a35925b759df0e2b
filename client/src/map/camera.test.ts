import { describe, expect, it } from 'vitest';
import type { Coverage } from '../api/answers';
import { framedIn, readCamera, writeCamera } from './camera';
import type { Shapes } from './painting';

describe('the camera in the address', () => {
  it('is restored', () => {
    expect(readCamera(writeCamera({ zoom: 9, latitude: -7.124, longitude: 110.421 }))).toEqual({ zoom: 9, latitude: -7.124, longitude: 110.421 });
  });

  it.each(['', '#', '#a/b/c', '#5/-7', '#5/-97/110', '#5/-7/110/4', '#content'])('is nothing for %j', (hash) => {
    expect(readCamera(hash)).toBeUndefined();
  });
});

it('frames the whole of one province, known or not, and nothing less than the country else', () => {
  const shape = (code: string) => ({ type: 'Feature' as const, properties: { code, name: code }, geometry: { type: 'Point' as const, coordinates: [110, -7] } });
  const region = (code: string, state: string, parent?: string) => ({ code, name: code, cells: [{ state }], ...(parent ? { parent } : {}) });
  const framed = (...regions: ReturnType<typeof region>[]) => framedIn({ regions } as unknown as Coverage, { type: 'FeatureCollection', features: regions.map((one) => shape(one.code)) } as Shapes).map((one) => one.properties.code);
  expect(framed(region('33', 'covered'), region('62', 'unknown'), region('12', 'nobody'))).toEqual([]);
  expect(framed(region('33.01', 'covered', '33'), region('33.02', 'unknown', '33'))).toEqual(['33.01', '33.02']);
});
