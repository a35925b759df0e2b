import type { TieStatus } from '../api/shapes';
import { t } from '../words';

/** How a tie is drawn: by its status, or as part of the path that was chosen or of another one. */
export type LineKind = TieStatus | 'chosen' | 'otherPath';

const dashes: Partial<Record<LineKind, string>> = { proposed: '6 4', disputed: '0.1 5' };
const colours: Partial<Record<LineKind, string>> = { ended: 'var(--edge)', disputed: 'var(--danger)', chosen: 'var(--action)', otherPath: 'var(--path)' };

/** How broad the line of a tie is: by its strength, and thin once it has ended. */
export const widthOf = (kind: LineKind, strength = 2): number => ({ ended: 1.2, chosen: 5, otherPath: 2.2 } as Partial<Record<LineKind, number>>)[kind] ?? 1.4 + strength * 0.6;

/** A piece of a line as it is on the map: solid, dashed, dotted, thin and grey; its width is the strength. */
export function Line({ kind, strength, size = 30 }: { kind: LineKind; strength?: number | undefined; size?: number }) {
  return <svg class="tie-line" width={size} height="10" aria-hidden="true"><path d={`M2 5h${size - 4}`} stroke={colours[kind] ?? 'currentColor'} stroke-width={widthOf(kind, strength)} stroke-dasharray={dashes[kind] ?? 'none'} stroke-linecap={kind === 'proposed' ? 'butt' : 'round'} /></svg>;
}

const order: LineKind[] = ['chosen', 'otherPath', 'confirmed', 'proposed', 'disputed', 'ended'];

/** What the lines mean that are on the map now. */
export function LineKey({ kinds }: { kinds: Iterable<LineKind> }) {
  const drawn = new Set(kinds);
  if (drawn.size === 0) return null;
  return (
    <ul class="line-key small" aria-label={t('map.lines')}>
      {order.filter((kind) => drawn.has(kind)).map((kind) => <li key={kind}><Line kind={kind} />{kind === 'chosen' || kind === 'otherPath' ? t(`map.${kind}`) : t(`tieStatus.${kind}`)}</li>)}
    </ul>
  );
}
