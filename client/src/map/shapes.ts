import { ask } from '../api/http';
import { type Shown, schematic } from '../network/state';
import { loadGround } from './ground/ground';
import type { Shapes } from './painting';

const kept = new Map<string, Promise<Shapes>>();

/** The outlines of the regions of a level; when the server has none, the provinces of the ground stand in for provinces. */
async function fetchShapes(level: string): Promise<Shapes> {
  try {
    return await ask<Shapes>(`/api/regions/shapes?level=${level}`);
  } catch (error) {
    if (level !== 'province') throw error;
    return (await loadGround()).provinces as Shapes;
  }
}

/** The outlines of a level that has any; asked for once. */
export async function outlinesOf(level: string | undefined): Promise<Shapes | undefined> {
  if (level !== 'province' && level !== 'regency') return undefined;
  const wanted = kept.get(level) ?? fetchShapes(level);
  kept.set(level, wanted);
  return wanted.catch(() => { kept.delete(level); return undefined; });
}

/** True when some of the outlines only stand for their regions. */
export const isSchematic = ({ features }: Shapes) => features.some((f) => f.properties.schematic === true);

export async function shapesOf(shown: Shown): Promise<Shapes | undefined> {
  const found = await outlinesOf(shown.coverage?.answer.level);
  if (found) schematic.value = isSchematic(found);
  return found;
}
