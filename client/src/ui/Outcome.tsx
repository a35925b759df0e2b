import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sheet } from '../network/state';
import { t } from '../words';

/** Whether somebody sees the element of an id in the sheet, or has gone past it. It may come and go; where there is none, nothing is missed. */
function useSeen(id: string): boolean {
  const [seen, see] = useState(true);
  const watched = useRef<Element | null>(null);
  const observer = useRef<IntersectionObserver>(undefined);
  useEffect(() => {
    const element = document.getElementById(id);
    if (element === watched.current) return;
    observer.current ??= new IntersectionObserver((entries) => see(entries.at(-1)?.isIntersecting ?? true), { root: document.getElementById('content'), rootMargin: '1000000px 0px 0px' });
    observer.current.disconnect();
    if (element) observer.current.observe(element);
    else see(true);
    watched.current = element;
  });
  useEffect(() => () => observer.current?.disconnect(), []);
  return seen;
}

/** Brings the sheet to an element, or to one that stands before it, and gives it the focus. Only the sheet scrolls: the page around it is as high as the window. */
export function goTo(id: string, from = id) {
  const [content, element, first] = [document.getElementById('content'), document.getElementById(id), document.getElementById(from)];
  if (!content || !element || !first) return;
  if (sheet.value === 'peek') sheet.value = 'half';
  content.scrollTo(0, content.scrollTop + first.getBoundingClientRect().top - content.getBoundingClientRect().top - 8);
  element.focus({ preventScroll: true });
}

interface Came { of: string; words: string }
const came = signal<Came | undefined>(undefined);

/** What came of a choice, while the answer itself is out of sight; a view says it, the sheet shows it. */
export function Outcome({ of, slow, children }: { of: string; slow: boolean; children: string }) {
  const seen = useSeen(of);
  const words = slow ? t('state.loading') : children;
  useEffect(() => { came.value = seen ? undefined : { of, words }; }, [of, seen, words]);
  useEffect(() => () => { came.value = undefined; }, []);
  return null;
}

/** At the lower edge of the sheet, over nothing: how much there is of an answer, and the way there. */
export function OutcomeBar() {
  if (!came.value) return null;
  const { of, words } = came.value;
  return <div class="outcome" role="region" aria-label={t('choose.outcome')}><button type="button" class="button first" onClick={() => goTo(of)}>{words}</button></div>;
}
