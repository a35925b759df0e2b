import type { Family } from '../api/shapes';

/** One outline for each family in a box of 24 by 24, used by the list (SVG) and by the map (canvas). Order is the order of the tile counts f0 to f5. */
export const families: Family[] = ['home_workers', 'civil_society', 'government', 'knowledge', 'economy', 'services_funds'];
export const outlines: Record<Family, string> = {
  home_workers: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z',
  civil_society: 'M7.5 4h9L21 12l-4.5 8h-9L3 12z',
  government: 'M4.5 4.5h15v15h-15z',
  knowledge: 'M12 3.5L21.5 20h-19z',
  economy: 'M12 2.5L21.5 12L12 21.5L2.5 12z',
  services_funds: 'M8.5 3h7v5.500h5.500v7h-5.500v5.500h-7v-5.500h-5.500v-7h5.500z',
};
/** How broad the part of a family is in the ring of a cluster, in pixels. Colour alone does not tell home workers from the economy for eyes without the cones for green (OKLab distance 0.005). */
export const bands: Record<Family, number> = { home_workers: 6.5, civil_society: 4.5, government: 4.5, knowledge: 4.5, economy: 2.5, services_funds: 4.5 };
export const colourOf = (family: Family) => `--${family.replaceAll('_', '-')}`;
export const familyOf = (text: string | undefined): Family => families.find((f) => f === text) ?? 'civil_society';
