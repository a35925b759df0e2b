import { feature } from 'topojson-client';
import groundUrl from './ground.json?url';

export interface Ground { neighbours: GeoJSON.FeatureCollection; provinces: GeoJSON.FeatureCollection }
let loading: Promise<Ground> | undefined;

/** Land and provinces; fetched once from this site, and again when that came to nothing. */
export function loadGround(): Promise<Ground> {
  loading ??= fetch(groundUrl).then(async (response) => decode(await response.json() as Parameters<typeof feature>[0])).catch((error: unknown) => { loading = undefined; throw error; });
  return loading;
}

function decode(topology: Parameters<typeof feature>[0]): Ground {
  const part = (name: string) => feature(topology, topology.objects[name] as Parameters<typeof feature>[1]) as unknown as GeoJSON.FeatureCollection;
  return { neighbours: part('neighbours'), provinces: part('provinces') };
}
