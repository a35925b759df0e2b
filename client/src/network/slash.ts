import { signal } from '@preact/signals';

const name = 'networkmap.slash';

function kept(): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

/** Whether the key `/` goes to the search. Whoever speaks to the browser, or presses keys by accident, switches it off, and this device remembers. */
export const slash = signal(kept());

export function switchSlash(on: boolean) {
  slash.value = on;
  try {
    if (on) localStorage.removeItem(name);
    else localStorage.setItem(name, 'off');
  } catch {
    // A browser that keeps nothing has it until the page is closed.
  }
}
