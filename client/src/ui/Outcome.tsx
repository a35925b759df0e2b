import { useEffect, useRef, useState } from 'preact/hooks';
import { sheet } from '../network/state';
import { t } from '../words';

/** Whether somebody sees the element of an id, which may come and go; where there is none, nothing is missed. */
function useSeen(id: string): boolean {
  const [seen, see] = useState(true);
  const watched = useRef<Element | null>(null);
  const observer = useRef<IntersectionObserver>(undefined);
  useEffect(() => {
    const element = document.getElementById(id);
    if (element === watched.current) return;
    observer.current ??= new IntersectionObserver((entries) => see(entries.at(-1)?.isIntersecting ?? true));
    observer.current.disconnect();
    if (element) observer.current.observe(element);
    else see(true);
    watched.current = element;
  });
  useEffect(() => () => observer.current?.disconnect(), []);
  return seen;
}

/** Brings the sheet to an element and gives it the focus. Only the sheet scrolls: the page around it is as high as the window. */
export function goTo(id: string) {
  const [content, element] = [document.getElementById('content'), document.getElementById(id)];
  if (!content || !element) return;
  if (sheet.value === 'peek') sheet.value = 'half';
  content.scrollTo(0, content.scrollTop + element.getBoundingClientRect().top - content.getBoundingClientRect().top - 8);
  element.focus({ preventScroll: true });
}

interface Props { of: string; slow: boolean; children: string }

/** What came of a choice, while the answer itself is out of sight: how much there is of it, and the way there. Stands last in the part of the page that holds the choices. */
export function Outcome({ of, slow, children }: Props) {
  const seen = useSeen(of);
  return <div class="outcome">{!seen && <p><button type="button" class="button first" onClick={() => goTo(of)}>{slow ? t('state.loading') : children}</button></p>}</div>;
}
