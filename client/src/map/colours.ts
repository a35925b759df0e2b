import type { Family } from '../api/shapes';
import { colourOf, families } from '../ui/signs';

/** The tokens as the map can use them, read again when the colour scheme changes. */
export interface Colours {
  water: string; land: string; landLine: string; landText: string; path: string; text: string; quiet: string; paper: string; action: string; edge: string; danger: string;
  covered: string; thin: string; nobody: string; unknown: string; family: Record<Family, string>;
}

export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    water: read('--water'), land: read('--land'), landLine: read('--land-line'), landText: read('--land-text'), path: read('--path'), text: read('--text'), quiet: read('--quiet'), paper: read('--paper'),
    action: read('--action'), edge: read('--edge'), danger: read('--danger'), covered: read('--covered'), thin: read('--thin'), nobody: read('--nobody'), unknown: read('--unknown'),
    family: Object.fromEntries(families.map((f) => [f, read(colourOf(f))])) as Record<Family, string>,
  };
}
