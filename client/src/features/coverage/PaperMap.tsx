import { useEffect, useState } from 'preact/hooks';
import type { Coverage } from '../../api/answers';
import { drawForPaper } from '../../taking/printing';
import { t } from '../../words';
import './paper.css';

/** On paper, the map of one term: drawn when the page is about to be printed, with the signs that survive a black-and-white printer. */
export function PaperMap({ answer, term }: { answer: Coverage; term: number }) {
  const [address, show] = useState<string>();
  useEffect(() => drawForPaper(async () => {
    const { coverageMap } = await import('./picture');
    const drawn = await coverageMap(answer, term);
    if (!drawn) return;
    const image = new Image();
    image.src = URL.createObjectURL(drawn);
    await image.decode();
    show(image.src);
    await new Promise((painted) => setTimeout(painted));
  }), [answer, term]);
  useEffect(() => () => { if (address) URL.revokeObjectURL(address); }, [address]);
  useEffect(() => show(undefined), [answer, term]);
  const label = answer.terms[term]?.label ?? '';
  return address ? <figure class="coverage-print"><img src={address} alt={t('picture.onMap', { term: label })} /><figcaption>{t('picture.onMap', { term: label })}</figcaption></figure> : null;
}
