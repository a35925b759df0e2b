import { copyText } from './taking/send';

/** What the server's pages for accounts gain by a script: a message is copied or shared, an address becomes a code for a camera. Everything else works without. */
const textOf = (id: string) => (document.getElementById(id) as HTMLTextAreaElement | null)?.value ?? '';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => void (async () => {
    if (await copyText(textOf(button.dataset['copy'] ?? ''))) button.textContent = button.dataset['done'] ?? '';
  })());
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
  button.hidden = !('share' in navigator);
  button.addEventListener('click', () => void navigator.share({ text: textOf(button.dataset['share'] ?? '') }).catch(() => undefined));
}

const square = (row: boolean[], y: number) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])).join('');

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-code]')) {
  void import('uqr').then(({ encode }) => {
    const { size, data } = encode(figure.dataset['code'] ?? '', { ecc: 'M', border: 4 });
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': figure.dataset['label'] ?? '', 'shape-rendering': 'crispEdges' })) svg.setAttribute(name, value);
    for (const [fill, d] of [['#fff', `M0 0h${size}v${size}h-${size}z`], ['#000', data.map(square).join('')]] as const) {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('fill', fill);
      path.setAttribute('d', d);
      svg.append(path);
    }
    figure.replaceChildren(svg);
    figure.hidden = false;
  });
}
