import { expect, it } from 'vitest';
import type { StyleSpecification } from 'maplibre-gl';
import { readColours } from './colours';
import { overStreets, styleOf } from './style';

it('lays the network over a street map, and takes no source or layer of one for the other', () => {
  const streets: StyleSpecification = {
    version: 8, glyphs: 'https://x.example/{fontstack}/{range}.pbf', sources: { tiles: { type: 'vector', url: 'https://x.example/t.json' } },
    layers: [{ id: 'water', type: 'fill', source: 'tiles', 'source-layer': 'water' }, { id: 'land', type: 'background' }],
  };
  const ours = styleOf(readColours(), '/tiles/{z}/{x}/{y}.mvt');
  const both = overStreets(ours, streets);
  expect(both.layers.slice(0, 2)).toMatchObject([{ id: 'street-water', source: 'street-tiles' }, { id: 'street-land' }]);
  expect(both.sources['tiles']).toEqual(ours.sources['tiles']);
  expect(both.sources['street-tiles']).toEqual(streets.sources['tiles']);
  const ids = both.layers.map((layer) => layer.id);
  expect(ids).toEqual(expect.arrayContaining(['coverage', 'organizations', 'drawn-selected']));
  expect(ids.filter((id) => ['water', 'land', 'province-names'].includes(id))).toEqual([]);
  expect(both.glyphs).toBe(streets.glyphs);
});
