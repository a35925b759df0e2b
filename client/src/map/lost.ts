import type { ErrorEvent, Map as GlMap, VectorTileSource } from 'maplibre-gl';

/** Seconds until a tile that was lost is asked for again while nobody says that the server is reached, each time longer, as far as a minute. */
export const waitFor = (tries: number): number => Math.min(60, 5 * 2 ** tries);

type Lost = ErrorEvent & { tile?: { tileID: { canonical: { x: number; y: number; z: number } } } };

/** Asks again for tiles that did not come, which the map itself never does: when the server is reached again, when the device is online, and else after a while. */
export function bringBack(map: GlMap, source: string): () => void {
  const lost = new Map<string, { x: number; y: number; z: number }>();
  let [tries, timer] = [0, undefined as ReturnType<typeof setTimeout> | undefined];
  const again = () => {
    clearTimeout(timer);
    timer = undefined;
    const those = [...lost.values()];
    lost.clear();
    if (those.length > 0 && map.getSource(source)) map.refreshTiles(source, those);
  };
  const hear = ({ tile }: Lost) => {
    const at = tile?.tileID.canonical;
    if (!at) return;
    lost.set(`${at.z}/${at.x}/${at.y}`, { x: at.x, y: at.y, z: at.z });
    timer ??= setTimeout(() => { tries += 1; again(); }, waitFor(tries) * 1000);
  };
  // With every style the source is another one.
  map.on('style.load', () => { void map.getSource<VectorTileSource>(source)?.on('error', hear); });
  const now = () => { tries = 0; again(); };
  addEventListener('online', now);
  void map.once('remove', () => { clearTimeout(timer); removeEventListener('online', now); });
  return now;
}
