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

interface Question { options: object; challenge: string }

/** Sends JSON and gives the answer; what was refused is thrown in the words of the server. */
async function post<T>(address: string, body: object): Promise<T> {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang }, body: JSON.stringify(body) });
  const told: unknown = await answer.json();
  if (answer.ok) return told as T;
  const first = (told as { errors?: { message: string; mend?: string }[] }).errors?.[0];
  throw new Error([first?.message, first?.mend].filter(Boolean).join(' '));
}

async function signIn(next: string) {
  const { options, challenge } = await post<Question>('/masuk/kunci/mulai', {});
  const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });
  location.assign((await post<{ next: string }>('/masuk/kunci', { challenge, credential, next })).next);
}

async function add(form: HTMLFormElement) {
  const fields = new FormData(form);
  const { options, challenge } = await post<Question>('/akun/kunci/mulai', { password: fields.get('passkeyPassword') ?? '' });
  const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) });
  location.assign((await post<{ next: string }>('/akun/kunci', { challenge, credential, name: fields.get('passkeyName') ?? '' })).next);
}

/** What goes wrong is told beside the button; whoever closed the question of the browser wants nothing told. */
async function telling(box: HTMLElement, go: () => Promise<void>) {
  const told = box.querySelector<HTMLElement>('[data-failed]');
  if (told) told.textContent = '';
  try {
    await go();
  } catch (error) {
    if (told && !(error instanceof DOMException && error.name === 'NotAllowedError')) told.textContent = (error instanceof DOMException || error instanceof TypeError ? '' : (error as Error).message) || (told.dataset['failed'] ?? '');
  }
}

if ('PublicKeyCredential' in globalThis && 'parseCreationOptionsFromJSON' in PublicKeyCredential) {
  for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    box.hidden = false;
    if (box instanceof HTMLFormElement) box.addEventListener('submit', (event) => { event.preventDefault(); void telling(box, () => add(box)); });
    else box.querySelector('button')?.addEventListener('click', () => void telling(box, () => signIn(box.dataset['next'] ?? '/')));
  }
}
