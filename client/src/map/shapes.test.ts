import { expect, it, vi } from 'vitest';
import { outlinedBy, shapesOf } from './shapes';

vi.mock('../api/http', () => ({ ask: () => Promise.resolve({ type: 'FeatureCollection', features: ['33.73', '33.74'].map((code) => ({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [] }, properties: { code, name: code } })) }) }));

it('outlines provinces and regencies by themselves, and what is finer by its regency', () => {
  expect(['33', '33.74', '33.74.01', '33.74.01.1002'].map(outlinedBy)).toEqual(['33', '33.74', '33.74', '33.74']);
});

it('outlines the regions that a service works in, each once, and leaves out what has no outline', async () => {
  const { areas } = await shapesOf({ areas: ['33.74', '33.74.01', '33.73', '33.99'] });
  expect(areas?.map((shape) => shape.properties.code)).toEqual(['33.74', '33.73']);
  expect((await shapesOf({})).areas).toEqual([]);
});
