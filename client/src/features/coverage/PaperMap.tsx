import { useEffect, useRef } from 'preact/hooks';
import type { Coverage } from '../../api/answers';
import { drawForPaper, hasMap } from '../../taking/printing';
import { t } from '../../words';
import './paper.css';

/** So long after the answer is there, once the map has what it needs, the picture for paper is got ready: a browser that is told to print by its own key waits for nothing. */
const rest = 2_000;

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
    const timer = setTimeout(() => { if (hasMap()) prepare().catch(() => undefined); }, rest);
    const forget = drawForPaper(prepare);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => { clearTimeout(timer); forget(); end(); removeEventListener('beforeprint', begin); removeEventListener('afterprint', end); };
  }, [answer, term]);
  const words = t('picture.onMap', { term: answer.terms[term]?.label ?? '' });
  return <figure class="coverage-print" ref={figure} hidden><canvas ref={canvas} role="img" aria-label={words} /><figcaption>{words}</figcaption></figure>;
}
