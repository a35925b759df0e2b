import { encode } from 'uqr';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words';

/** An address as a QR code, black on white in every colour scheme, with the margin that cameras need. */
export function Code({ address }: { address: string }) {
  const { size, data } = encode(address, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const figure = useRef<HTMLElement>(null);
  // A camera needs the whole of it.
  useEffect(() => figure.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <figure class="code" ref={figure}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('share.codeOf', { address })} shape-rendering="crispEdges"><path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} /><path fill="#000" d={squares} /></svg>
      <figcaption class="small quiet">{address}</figcaption>
    </figure>
  );
}
