/** What somebody had typed into the search of the page that the server wrote, before its script was there, and where the caret stood if it did. */
export interface Typed { text: string; caret?: number | undefined }

let typed: Typed | undefined;

/** Keeps it before the page is drawn anew. */
export function keepTyped(root: HTMLElement) {
  const field = root.querySelector<HTMLInputElement>('input[type="search"]');
  const here = field !== null && field === document.activeElement;
  typed = field && (here || field.value !== field.defaultValue) ? { text: field.value, ...(here ? { caret: field.selectionStart ?? field.value.length } : {}) } : undefined;
}

/** Gives it once. */
export function takeTyped(): Typed | undefined {
  const kept = typed;
  typed = undefined;
  return kept;
}
