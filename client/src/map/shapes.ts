import { ask } from '../api/http';
import { type Shown, schematic } from '../network/state';
import { loadGround } from './ground/ground';
import type { Outlines, Shapes } from './painting';

const kept = new Map<string, Promise<Shapes>>();

/** The outlines of the regions of a level, all or those in one region; when the server has none, the provinces of the ground stand in for provinces. */
async function fetchShapes(level: string, inside?: string): Promise<Shapes> {
  try {
    return await ask<Shapes>(`/api/regions/shapes?level=${level}${inside === undefined ? '' : `&parent=${inside}`}`);
  } catch (error) {
    if (level !== 'province') throw error;
    return (await loadGround()).provinces as Shapes;
  }
}

/** The outlines of a level that has any; asked for once. */
export async function outlinesOf(level: string | undefined, inside?: string): Promise<Shapes | undefined> {
  if (level !== 'province' && level !== 'regency') return undefined;
  const key = `${level} ${inside ?? ''}`;
  const wanted = kept.get(key) ?? fetchShapes(level, inside);
  kept.set(key, wanted);
  return wanted.catch(() => { kept.delete(key); return undefined; });
}

/** The region whose outline stands for a region: provinces and regencies have their own, what is finer has that of its regency. */
export const outlinedBy = (code: string): string => code.split('.').slice(0, 2).join('.');

/** The outline that stands for a region, if there is one. */
export async function outlineOf(code: string | undefined): Promise<Shapes['features'][number] | undefined> {
  if (code === undefined) return undefined;
  const outlined = outlinedBy(code);
  const [province = ''] = outlined.split('.');
  const found = await outlinesOf(outlined === province ? 'province' : 'regency', province);
  return found?.features.find((shape) => shape.properties.code === outlined);
}

/** True when some of the outlines only stand for their regions. */
export const isSchematic = ({ features }: Pick<Shapes, 'features'>) => features.some((f) => f.properties.schematic === true);

/** The outlines that stand for some regions, each once. */
async function areasOf(codes: string[] = []): Promise<Shapes['features']> {
  const found = await Promise.all([...new Set(codes.map(outlinedBy))].map(outlineOf));
  return found.filter((shape) => shape !== undefined);
}

/** The outlines that what is shown needs: those that coverage colours, the one of the region that is open, and those that a service works in. */
export async function shapesOf(shown: Shown): Promise<Outlines> {
  const [coloured, outline, areas] = await Promise.all([outlinesOf(shown.coverage?.answer.level), outlineOf(shown.region), areasOf(shown.areas)]);
  const some = coloured?.features ?? (outline ? [outline] : areas);
  if (some.length > 0) schematic.value = isSchematic({ features: some });
  return { coloured, outline, areas };
}
