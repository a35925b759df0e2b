// Makes the ground of the map from npm packages: `npm run ground`. Coastlines of the neighbours from world-atlas (Natural Earth, public domain),
// provinces from indonesia-geodata (MIT), as one quantized TopoJSON file that is fetched by the map and asks nothing from elsewhere.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(name), 'utf8'));
const frame = { west: 58, south: -44, east: 179, north: 44 };
const names = { 'Jakarta Raya': 'DKI Jakarta', Yogyakarta: 'DI Yogyakarta', 'Bangka-Belitung': 'Kepulauan Bangka Belitung' };

const inFrame = (ring) => ring.some(([x, y]) => x > frame.west && x < frame.east && y > frame.south && y < frame.north);
const polygons = (geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);

const atlas = read('world-atlas/countries-50m.json');
const neighbours = feature(atlas, atlas.objects.countries).features
  .filter((country) => country.properties.name !== 'Indonesia')
  .flatMap((country) => polygons(country.geometry).filter((rings) => inFrame(rings[0])).map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } })));

const provinces = JSON.parse(readFileSync(new URL('../node_modules/indonesia-geodata/json/indonesiaHigh.json', import.meta.url), 'utf8')).features.map((province) => {
  const { name, REGION_CODE: code } = province.properties;
  return { type: 'Feature', properties: { code, name: names[name] ?? name }, geometry: province.geometry };
});

const collection = (features) => ({ type: 'FeatureCollection', features });
const detailed = presimplify(topology({ neighbours: collection(neighbours) }));
const coarse = simplify(detailed, quantile(detailed, 0.82));
const rough = feature(coarse, coarse.objects.neighbours);
const ground = topology({ neighbours: rough, provinces: collection(provinces) }, 4e4);
const file = new URL('../src/map/ground/ground.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(ground)}\n`);
process.stdout.write(`${provinces.length} provinces, ${neighbours.length} pieces of land, ${Math.round(readFileSync(file).length / 1024)} KB\n`);
