import type { ErrorEvent, Map as GlMap, MapSourceDataEvent, StyleSpecification } from 'maplibre-gl';

const isTheirs = (source: string | undefined) => source?.startsWith('street-') ?? false;
const inTiles = new Set(['vector', 'raster', 'raster-dem']);

/** The style of a street map, as whoever runs it gives it. */
async function streetsFrom(address: string): Promise<StyleSpecification> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return await response.json() as StyleSpecification;
}

/** Resolves once a street map that was just put under ours stands there: its style can be read, and something of its tiles came. Rejects when that cannot be. */
function standing(map: GlMap, { sources }: StyleSpecification): Promise<void> {
  return new Promise((stand, fall) => {
    let [styled, some] = [false, !Object.values(sources).some(({ type }) => inTiles.has(type))];
    // A tile that is not there asks for no drawing, and without one nobody hears that the map has come to rest.
    const nudge = setInterval(() => map.triggerRepaint(), 500);
    const end = (settle: () => void) => { clearInterval(nudge); map.off('style.load', load); map.off('error', wrong); map.off('sourcedata', come); map.off('idle', idle); settle(); };
    const load = () => { styled = true; };
    const come = (event: MapSourceDataEvent) => { if (isTheirs(event.sourceId) && event.tile?.hasData()) some = true; };
    const wrong = (event: ErrorEvent & { sourceId?: string }) => { if (!some && (isTheirs(event.sourceId) || !styled)) end(() => fall(event.error)); };
    const idle = () => { if (styled) end(some ? stand : () => fall(new Error('No tile of the street map came.'))); };
    map.on('style.load', load);
    map.on('error', wrong);
    map.on('sourcedata', come);
    map.on('idle', idle);
    void map.once('remove', () => end(stand));
  });
}

/** Puts a street map under ours; when it cannot stand there, the map is styled without it again, and the reason is thrown. */
export async function putUnder(map: GlMap, address: string, restyle: (streets: StyleSpecification | undefined) => void) {
  const streets = await streetsFrom(address);
  try {
    const stands = standing(map, streets);
    restyle(streets);
    await stands;
  } catch (error) {
    restyle(undefined);
    throw error;
  }
}
