import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { type Sheet, picking, sheet } from '../network/state';
import { t } from '../words';
import { OutcomeBar } from './Outcome';

const stops: Sheet[] = ['peek', 'half', 'full'];
const step = (by: number) => { sheet.value = stops[Math.max(0, Math.min(2, stops.indexOf(sheet.value) + by))] ?? 'half'; };

const press = (event: KeyboardEvent) => {
  if (event.key === 'ArrowUp') step(1);
  else if (event.key === 'ArrowDown') step(-1);
  else if (event.key === 'Enter' || event.key === ' ') step(sheet.value === 'full' ? -1 : 1);
  else return;
  event.preventDefault();
};

/** Drags from stop to stop; a tap goes to the next one, arrow keys work as well. */
function Handle() {
  const start = useRef<number | undefined>(undefined);
  const release = (event: PointerEvent) => {
    if (start.current === undefined) return;
    const moved = start.current - event.clientY;
    start.current = undefined;
    if (Math.abs(moved) < 8) step(sheet.value === 'full' ? -1 : 1);
    else step(Math.abs(moved) > innerHeight * 0.45 ? 2 * Math.sign(moved) : Math.sign(moved));
  };
  return (
    <button
      type="button" class="handle" aria-label={t('sheet.handle')} onKeyDown={press} onPointerUp={release}
      onPointerDown={(event) => { start.current = event.clientY; event.currentTarget.setPointerCapture(event.pointerId); }}
    >
      <span />
    </button>
  );
}

/** The sheet; what is `over` the page stays there while it scrolls. */
export function SheetFrame({ over, children }: { over?: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class={`sheet ${sheet.value}`}>
      <Handle />
      {over}
      <main id="content" tabIndex={-1} inert={picking.value !== undefined} aria-label={t('sheet.label')}>{children}</main>
      <OutcomeBar />
    </div>
  );
}
