import type { Coverage } from '../api/answers';
import { middleOf, onEarth } from './flat';
import type { Shapes } from './painting';

/** The name of a region as a map says it: what most of them are is left out, long beginnings are short. */
export const shortName = (name: string): string =>
  name.replace(/^Kabupaten (Administrasi )?/, '').replace(/^Kota Administrasi /, 'Kota ').replace(/^Daerah Istimewa /, 'DI ').replace(/^Daerah Khusus Ibukota /, 'DKI ').replace(/^Kepulauan /, 'Kep. ');

/** Where there is no room for all signs, where nobody is comes before what is thin, covered and unknown. */
const rank = { nobody: 0, thin: 1, covered: 2, unknown: 3 };

/** A point for each region of a coverage that has a shape, with what its sign and its name say; `sidesOf` tells on which sides of a point a name may stand. */
export function statePoints({ regions, terms }: Coverage, term: number, shapes: Shapes, sidesOf: (at: [number, number], name: string, code: string) => string): GeoJSON.Feature[] {
  const cells = new Map(regions.map((region) => [region.code, region.cells[term]]));
  return shapes.features.flatMap(({ geometry, properties: { code, name } }): GeoJSON.Feature[] => {
    const [cell, middle] = [cells.get(code), middleOf(geometry)];
    if (!cell || !middle) return [];
    const { state, partly } = cell;
    const [at, short] = [onEarth(middle), shortName(name)];
    const sides = sidesOf(at, short, code);
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { code, name: sides ? short : '', sides, state, sign: partly ? 'part' : state, rank: rank[state], term: terms[term]?.code } }];
  });
}
