interface Rules { createScriptURL?: (url: string) => string; createHTML?: (html: string) => string }
interface TrustedTypes { createPolicy: (name: string, rules: Rules) => { createHTML: (html: string) => string } }

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

/** The only scripts that anything on a page may start: the worker of the map and the service worker, from this site. */
export const isOurs = (url: string, page: string) => {
  const { origin, pathname, search } = new URL(url, page);
  return origin === new URL(page).origin && search === '' && (pathname === '/sw.js' || /^\/assets\/maplibre-gl-worker-[\w-]+\.mjs$/.test(pathname));
};

/** Under Trusted Types (https://www.w3.org/TR/trusted-types/) text becomes a script's address by this policy alone, and never becomes elements or a script. */
export function trustScripts() {
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (!isOurs(url, location.href)) throw new TypeError('Only the workers of this site may be started.');
      return url;
    },
  });
}

const parsing = trustedTypes?.createPolicy('parsing', { createHTML: (html) => html });

/** The words of a text with markup. It is read into a document of its own that runs nothing, and only its text is taken. */
export const textOf = (markup: string): string => new DOMParser().parseFromString(parsing?.createHTML(markup) ?? markup, 'text/html').body.textContent?.trim() ?? '';
