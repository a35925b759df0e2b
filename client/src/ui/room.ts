import { useEffect, useState } from 'preact/hooks';
import { sheet } from '../network/state';
import { narrow } from './narrow';

/** What a list needs to be of use: three choices. */
const least = 200;

/** Where a list of choices opens: below its field, above it where only there is room, or below once the field was brought to the top of what is seen. */
export function sideOf(height: number, below: number, above: number): 'below' | 'above' | 'top' {
  const enough = Math.min(height, least);
  if (below >= Math.min(height, Math.max(above, least))) return 'below';
  if (above >= enough) return 'above';
  return below >= enough ? 'below' : 'top';
}

const gap = 8;

/** What is seen of the part of the page that scrolls around an element; a keyboard on the screen covers the rest. */
function seenAround(element: HTMLElement) {
  const { top, bottom } = (element.closest('main') ?? document.documentElement).getBoundingClientRect();
  const { offsetTop, height } = visualViewport ?? { offsetTop: 0, height: innerHeight };
  return { top: Math.max(top, offsetTop) + gap, bottom: Math.min(bottom, offsetTop + height) - gap };
}

/** Opens a list where it can be seen, no higher than there is room for. */
export function unfold(field: HTMLElement, list: HTMLElement) {
  list.style.maxHeight = '';
  list.classList.remove('above');
  const [seen, box] = [seenAround(field), field.getBoundingClientRect()];
  const [below, above, height] = [seen.bottom - box.bottom - gap, box.top - seen.top - gap, list.offsetHeight];
  const side = sideOf(height, below, above);
  if (side === 'top') field.closest('main')?.scrollBy(0, box.top - seen.top);
  list.classList.toggle('above', side === 'above');
  const room = side === 'above' ? above : seen.bottom - field.getBoundingClientRect().bottom - gap;
  list.style.maxHeight = `${Math.min(height, Math.max(room, 96))}px`;
}

/** Whether the page is laid out for a phone: the map above, and a sheet of little height. */
export function useNarrow(): boolean {
  const [query] = useState(() => matchMedia(narrow));
  const [is, set] = useState(query.matches);
  useEffect(() => {
    const change = () => set(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, [query]);
  return is;
}

/** On a phone what needs the room has the whole sheet, which goes back down after it unless she moved it. */
export function useWholeSheet(needed: boolean) {
  useEffect(() => {
    if (!needed || !matchMedia(narrow).matches || sheet.value === 'full') return undefined;
    sheet.value = 'full';
    return () => { if (sheet.value === 'full') sheet.value = 'half'; };
  }, [needed]);
}
