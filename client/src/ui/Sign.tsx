import type { Family } from '../api/shapes';
import { named } from '../words';
import { inText } from './Icon';
import { colourOf, outlines } from './signs';

interface Asked {
  family: Family; mediates?: boolean | undefined; size?: number; label?: boolean;
  /** Drawn as where the place is told only about ("rough"), or as no longer active ("retired"), as on the map. */
  as?: 'rough' | 'retired';
}

/** Colour and shape of a family; with a ring when the organization mediates. */
export function Sign({ family, mediates, size = 18, label, as }: Asked) {
  const colour = as === 'retired' ? 'var(--edge)' : `var(${colourOf(family)})`;
  return (
    <svg class="sign" width={inText(size)} height={inText(size)} viewBox="0 0 24 24" {...(label ? { role: 'img', 'aria-label': named('family', family) } : { 'aria-hidden': true })}>
      {mediates && <circle cx="12" cy="12" r="11" fill="none" stroke="currentColor" stroke-width="1.6" />}
      <g transform={mediates ? 'translate(4 4) scale(.667)' : undefined}>
        <path d={outlines[family]} {...(as === 'rough' ? { fill: 'none', stroke: colour, 'stroke-width': 3, 'stroke-dasharray': '3.500 2.500' } : { fill: colour })} />
      </g>
      {as === 'retired' && <path d="M3 21L21 3" stroke="currentColor" stroke-width="2.500" stroke-linecap="round" />}
    </svg>
  );
}
