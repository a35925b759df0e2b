import type { Family } from '../api/shapes';
import { named } from '../words';
import { colourOf, outlines } from './signs';

/** Colour and shape of a family; with a ring when the organization mediates. */
export function Sign({ family, mediates, size = 18, label }: { family: Family; mediates?: boolean | undefined; size?: number; label?: boolean }) {
  return (
    <svg class="sign" width={size} height={size} viewBox="0 0 24 24" {...(label ? { role: 'img', 'aria-label': named('family', family) } : { 'aria-hidden': true })}>
      {mediates && <circle cx="12" cy="12" r="11" fill="none" stroke="currentColor" stroke-width="1.6" />}
      <g transform={mediates ? 'translate(4 4) scale(.667)' : undefined}>
        <path d={outlines[family]} fill={`var(${colourOf(family)})`} />
      </g>
    </svg>
  );
}
