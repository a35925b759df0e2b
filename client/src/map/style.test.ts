import { expect, it } from 'vitest';
import type { StyleSpecification } from 'maplibre-gl';
import { readColours } from './colours';
import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { cellImage, overStreets, styleOf, unhiddenCells } from './style';

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

it('shows what the legend leaves of a cell: a ring of several, the sign of one, nothing of nobody', () => {
  const value = (expression: unknown, properties: object): unknown => {
    const made = createExpression(expression, 'test');
    if (made.result !== 'success') throw new Error(made.value.map(String).join(' '));
    return made.value.evaluate({ zoom: 9 }, { type: 'Point', properties: properties as Record<string, number> });
  };
  const cell = { count: 4, f0: 1, f2: 3 };
  const images = [cellImage(''), cellImage('', ['civil_society']), cellImage('', ['government']), cellImage('o', ['government'])].map((image) => value(image, cell));
  expect(images).toEqual(['cell::1.0.3.0.0.0', 'cell::1.0.3.0.0.0', 'sign:home_workers:', 'sign:home_workers:o']);
  expect(value(unhiddenCells(['home_workers']), cell)).toBe(true);
  expect(value(unhiddenCells(['home_workers', 'government']), cell)).toBe(false);
});
