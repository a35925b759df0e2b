import type { Map as GlMap } from 'maplibre-gl';
import { roomOf } from './camera';
import { type Rect, aside } from './labels';
import { signsOn } from './land';
import { moved } from './tools';

/** Pixels between the places that are tried. */
const step = 8;
const along = (most: number, [x, y]: [number, number]) => Array.from({ length: most / step + 1 }, (_, index): [number, number] => [x * index * step, y * index * step]);
/** Down from below the search of a phone; on a laptop up from the foot or along it, whichever is nearer. */
const [down, around] = [along(160, [0, 1]), [...along(160, [0, -1]), ...along(400, [1, 0])].sort((a, b) => Math.hypot(...a) - Math.hypot(...b))];

/** Moves the bar of the scale from where it would lie on a sign. */
export function clearScale(map: GlMap) {
  const [container, bar] = [map.getContainer(), map.getContainer().parentElement?.querySelector('.scale')];
  if (!bar) return;
  const [[x, y], all] = [moved.peek(), container.getBoundingClientRect()];
  const onMap = (one: Element, [dx, dy] = [0, 0]): Rect => { const { left, right, top, bottom } = one.getBoundingClientRect(); return { left: left - all.left - dx, right: right - all.left - dx, top: top - all.top - dy, bottom: bottom - all.top - dy }; };
  const place = onMap(bar, [x, y]);
  const others = [...bar.parentElement?.children ?? []].filter((one) => one !== bar).map((one) => onMap(one));
  const next = aside(place, { free: roomOf(container).free, taken: [...signsOn(map), ...others] }, place.top < container.clientHeight / 2 ? down : around);
  if (next.join() !== moved.peek().join()) moved.value = next;
}
