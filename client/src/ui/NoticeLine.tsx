import { useEffect, useState } from 'preact/hooks';
import { notice } from '../network/state';
import { t } from '../words';
import { Icon } from './Icon';
import { Link } from './Link';

/** How long a way back stays offered; it waits while somebody is on it. Afterwards the page of the change still has it. */
const patience = { undo: 120_000, kept: 30_000, asked: 120_000, refused: 120_000 } as const;

/** The key that takes back everywhere, but for text, whose own it is: what is offered stands far behind whatever the keyboard is in. */
function useUndoKey(undo: (() => void) | undefined) {
  useEffect(() => {
    if (!undo) return undefined;
    const press = (event: KeyboardEvent) => {
      const inText = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || inText) return;
      event.preventDefault();
      undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

/** What this person has just done, and how to take it back or go on with it. */
export function NoticeLine() {
  const shown = notice.value;
  const [held, hold] = useState(false);
  const dismiss = () => { if (notice.value === shown) notice.value = undefined; };
  useEffect(() => {
    if (!shown || held) return undefined;
    const timer = setTimeout(dismiss, patience[shown.what]);
    return () => clearTimeout(timer);
  }, [shown, held]);
  useUndoKey(shown?.what === 'undo' ? () => { dismiss(); shown.ways[0]?.act?.(); } : undefined);
  if (!shown) return null;
  return (
    <div class={shown.what === 'refused' || shown.what === 'asked' ? 'live-line refused' : 'live-line'} onMouseEnter={() => hold(true)} onMouseLeave={() => hold(false)} onFocusIn={() => hold(true)} onFocusOut={() => hold(false)}>
      <span class="grow">{shown.words()}</span>
      {shown.ways.map((way) => (way.to
        ? <Link key={way.words()} class="plain" to={way.to} onClickCapture={() => { dismiss(); way.act?.(); }}>{way.words()}</Link>
        : <button key={way.words()} type="button" class="plain" {...(shown.what === 'undo' ? { 'aria-keyshortcuts': 'Control+Z' } : {})} onClick={() => { dismiss(); way.act?.(); }}>{way.words()}</button>))}
      <button type="button" class="plain icon-only" aria-label={t('live.dismiss')} onClick={dismiss}><Icon name="close" size={16} /></button>
    </div>
  );
}
