import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows of a table that are drawn and left out together. */
const size = 16;
/** Fewer rows than this are all drawn: they cost little, and the page can be searched as it stands. */
const few = 60;

let watching: { observer: IntersectionObserver; near: WeakMap<Element, (near: boolean) => void> } | undefined;

/** One observer for all blocks of the page; what is less than a screen away counts as near, also inside what scrolls by itself where the browser knows how. */
function watch(element: Element, tell: (near: boolean) => void): () => void {
  if (!watching) {
    const near = new WeakMap<Element, (near: boolean) => void>();
    const options: IntersectionObserverInit & { scrollMargin?: string } = { rootMargin: '100% 0%', scrollMargin: '100% 0%' };
    watching = { near, observer: new IntersectionObserver((entries) => { for (const entry of entries) near.get(entry.target)?.(entry.isIntersecting); }, options) };
  }
  const { observer, near } = watching;
  near.set(element, tell);
  observer.observe(element);
  return () => observer.unobserve(element);
}

/** True from before the page is printed until after: paper does not scroll. */
export function usePrinting(): boolean {
  const [printing, print] = useState(false);
  useEffect(() => {
    const [begin, end] = [() => print(true), () => print(false)];
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => { removeEventListener('beforeprint', begin); removeEventListener('afterprint', end); };
  }, []);
  return printing;
}

let asking: { end: boolean; up: boolean } | undefined;

/** Whether the last thing done on the page was to press End, or a key that leads up. Either way is animated, so rows are drawn, and take more room than was thought, before it is over. */
function asked(): { readonly end: boolean; readonly up: boolean } {
  if (asking) return asking;
  const state = { end: false, up: false };
  addEventListener('keydown', (event: KeyboardEvent) => { Object.assign(state, { end: event.key === 'End', up: /^(Home|PageUp|ArrowUp)$/.test(event.key) }); }, { capture: true, passive: true });
  for (const other of ['wheel', 'pointerdown', 'touchstart'] as const) addEventListener(other, () => { Object.assign(state, { end: false, up: false }); }, { capture: true, passive: true });
  return asking = state;
}

/** What scrolls around a block, when it stands at its end and does not set out from there, or is on its way there. */
function ended(body: Element): Element | undefined {
  for (let box = body.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
    const { end, up } = asked();
    return (end && box.contains(document.activeElement)) || (!up && box.scrollTop + box.clientHeight > box.scrollHeight - 2) ? box : undefined;
  }
  return undefined;
}

interface BlockProps { first: boolean; all: boolean; rows: number; estimate: number; children: () => ComponentChildren }

/** Draws its rows while they are near what is seen, or hold the focus; otherwise leaves the room that they took. */
function Block({ first, all, rows, estimate, children }: BlockProps) {
  const place = useRef<HTMLTableSectionElement>(null);
  const height = useRef(rows * estimate);
  const [near, setNear] = useState(first);
  const end = useRef<Element>(undefined);
  useEffect(() => {
    const body = place.current;
    asked();
    return body ? watch(body, (is) => {
      if (!is && body.contains(document.activeElement)) return;
      if (!is && body.childElementCount > 1) height.current = body.offsetHeight;
      end.current = ended(body);
      setNear(is);
    }) : undefined;
  }, []);
  // Rows take more room than was thought: who went to the end stays there.
  useLayoutEffect(() => {
    if (end.current) end.current.scrollTop = end.current.scrollHeight;
    end.current = undefined;
  }, [near]);
  return <tbody ref={place}>{near || all ? children() : <tr aria-hidden="true" style={{ height: `${height.current}px` }} />}</tbody>;
}

interface Props<Row> {
  /** The rows, in the bodies of the table that they belong to. */
  bodies: Row[][];
  keyOf: (row: Row) => string;
  /** Pixels that a row is high, until it was seen. */
  estimate: number;
  /** Draws one row; `index` counts from 0 in the whole table, for `aria-rowindex`. */
  row: (row: Row, index: number) => ComponentChildren;
}

/** Rows that belong together in no other way, cut into bodies that are drawn and left out together. */
export const cut = <Row,>(rows: Row[]): Row[][] => (rows.length <= few ? [rows] : Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size)));

/** The rows of a table, as bodies of it. Of a long one only what is near the eye is in the page; all of it when it is printed. */
export function Blocks<Row>({ bodies, keyOf, estimate, row }: Props<Row>) {
  const printing = usePrinting();
  const all = bodies.reduce((sum, body) => sum + body.length, 0) <= few;
  let before = 0;
  return <>{bodies.map((body) => {
    const start = before;
    before += body.length;
    const key = `${start}:${body[0] ? keyOf(body[0]) : ''}`;
    return <Block key={key} first={start < 2 * size} all={all || printing} rows={body.length} estimate={estimate}>{() => body.map((one, index) => row(one, start + index))}</Block>;
  })}</>;
}
