import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus to an element of the next picture in the same moment as that picture is shown. A frame later would be too late: whoever
 * types on at once, into another field, would have the focus taken from under her hands and her words put where they do not belong.
 */
export function useFocusNext(): (id: string) => void {
  const next = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const id = next.current;
    next.current = undefined;
    if (id !== undefined) document.getElementById(id)?.focus();
  });
  return (id) => { next.current = id; };
}

let stop: () => void = () => undefined;

/**
 * Gives the focus to an element as soon as it is there, in place of one that is gone with what was shown before. Who has taken the focus elsewhere
 * meanwhile keeps it. The latest wish counts.
 */
export function focusWhenThere(id: string) {
  stop();
  const before = document.activeElement;
  const attempt = () => {
    const [now, element] = [document.activeElement, document.getElementById(id)];
    if (now !== null && now !== document.body && now !== before && now.id !== 'content') { stop(); return; }
    if (!element || (now === before && now !== document.body && before?.isConnected)) return;
    stop();
    element.focus();
  };
  const observer = new MutationObserver(attempt);
  stop = () => observer.disconnect();
  observer.observe(document.body, { childList: true, subtree: true });
}
