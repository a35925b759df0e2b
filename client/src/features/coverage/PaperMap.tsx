import { useEffect, useRef } from 'preact/hooks';
import type { Coverage } from '../../api/answers';
import { drawForPaper, hasMap } from '../../taking/printing';
import { t } from '../../words';
import './paper.css';

/** A browser that is told to print by itself waits for nothing, so the picture for paper is got ready before: when a key goes down that begins its own commands, when the pointer
 *  leaves the page for its menus, or when somebody has looked at the answer for so long. */
const rest = 15_000;

/** On paper, the map of one term, with the signs that survive a black-and-white printer: drawn when the page goes there, by whatever way. */
export function PaperMap({ answer, term }: { answer: Coverage; term: number }) {
  const [figure, canvas] = [useRef<HTMLElement>(null), useRef<HTMLCanvasElement>(null)];
  useEffect(() => {
    let ready: ((onto: HTMLCanvasElement) => void) | undefined;
    const prepare = async () => {
      const { coverageMap } = await import('./picture');
      ready ??= await coverageMap(answer, term);
    };
    const begin = () => {
      if (!ready || !figure.current || !canvas.current) return;
      ready(canvas.current);
      figure.current.hidden = false;
    };
    const end = () => { if (figure.current && canvas.current) { figure.current.hidden = true; canvas.current.width = 0; } };
    const soon = () => { if (hasMap()) prepare().catch(() => undefined); };
    const press = ({ key }: KeyboardEvent) => { if (key === 'Control' || key === 'Meta') soon(); };
    const timer = setTimeout(soon, rest);
    addEventListener('keydown', press);
    document.addEventListener('mouseleave', soon);
    const forget = drawForPaper(prepare);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      clearTimeout(timer); forget(); end();
      removeEventListener('keydown', press); document.removeEventListener('mouseleave', soon);
      removeEventListener('beforeprint', begin); removeEventListener('afterprint', end);
    };
  }, [answer, term]);
  const words = t('picture.onMap', { term: answer.terms[term]?.label ?? '' });
  return <figure class="coverage-print" ref={figure} hidden><canvas ref={canvas} role="img" aria-label={words} /><figcaption>{words}</figcaption></figure>;
}
