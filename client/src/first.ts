import { signal } from '@preact/signals';
import { waiting } from './network/asking';
import { go, readAddress } from './network/route';
import { language } from './words';

/** What the server had answered on this page before its script ran; shown until the view's own answer is there, so that nothing that is being read goes away. */
export const first = signal<DocumentFragment | undefined>(undefined);

let address: string | undefined;
const here = () => location.pathname + location.search;

/** A field that somebody is in, and where. */
interface Caret { field: HTMLInputElement; at: [number | null, number | null] }
let caret: Caret | undefined;
const caretIn = (field: HTMLInputElement): Caret => ({ field, at: [field.selectionStart, field.selectionEnd] });

function putCaret({ field, at }: Caret) {
  field.focus({ preventScroll: true });
  field.setSelectionRange(...at);
}

/** Keeps what the server wrote, as the elements that it became, before the page is drawn anew. */
export function keepFirst(root: HTMLElement) {
  document.addEventListener('click', follow);
  const content = root.querySelector('#content');
  const written = content?.childNodes ?? [];
  if (document.activeElement instanceof HTMLInputElement && content?.contains(document.activeElement)) caret = caretIn(document.activeElement);
  if (written.length > 0 && document.documentElement.lang === language.peek()) {
    first.value = document.createDocumentFragment();
    first.value.append(...written);
  }
  address = here();
}

/** Puts it back into the page, and whoever was in one of its fields back there. */
export function putFirst(place: HTMLElement | null) {
  if (!place || !first.value) return;
  place.append(first.value);
  if (caret) putCaret(caret);
  caret = undefined;
}

/** What was typed into a field, and where the caret stood if it did, for the field of the view that takes its place. */
interface Typed { becomes: string; text: string; caret?: Caret['at'] }
let typed: Typed[] = [];

function readTyped(): Typed[] {
  return [...document.querySelectorAll<HTMLInputElement>('.first-answer input[data-becomes]')]
    .filter((field) => field === document.activeElement || field.value !== '')
    .map((field) => ({ becomes: field.dataset['becomes'] ?? '', text: field.value, ...(field === document.activeElement ? { caret: caretIn(field).at } : {}) }));
}

/** Types it into the view, which is there by now. */
export function takeTyped() {
  for (const { becomes, text, caret: at } of typed) {
    const field = document.getElementById(becomes);
    if (!(field instanceof HTMLInputElement)) continue;
    if (at) field.focus({ preventScroll: true });
    if (text) { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); }
    if (at) field.setSelectionRange(...at);
  }
  typed = [];
}

/** Settles once the browser had a frame to show what the server wrote, if it wrote anything: on a later visit script and words are there as soon as the page, and what can be read already would wait until all of it was drawn anew. A page that nobody looks at has no frames. */
export function wasSeen(root: HTMLElement): Promise<void> {
  if (document.hidden || !root.querySelector('#content')?.hasChildNodes()) return Promise.resolve();
  return new Promise((seen) => {
    document.addEventListener('visibilitychange', () => seen(), { once: true });
    requestAnimationFrame(() => { setTimeout(seen); });
  });
}

/** Lets go of it once the view has its answers, or another view is asked for. */
export function letGo() {
  if (first.value === undefined || (waiting.value > 0 && here() === address)) return;
  typed = here() === address ? readTyped() : [];
  first.value = undefined;
  document.removeEventListener('click', follow);
}

/** Links in what the server wrote change the view without loading the page again, as all others do. */
function follow(event: MouseEvent) {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.first-answer a');
  if (!link || link.origin !== location.origin || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const next = readAddress(link.pathname, link.search);
  if (next.view === 'missing') return;
  event.preventDefault();
  go(next);
}
