/** What the service worker does with a request: keep for good, show at once and renew, ask and fall back on what was kept, or nothing. */
export type Handling = 'asset' | 'page' | 'answer' | 'leave';

const ownPages = /^\/(docs|welcome|masuk|akun|undangan|pulihkan|privasi|openapi|health|api)\b/;
const answers = /^\/(api|tiles)\//;
/** The link by which a side of a tie answers is a secret, and good only while the server says so. */
const links = /^\/hubungan\/[\w-]{50,}$/;
/** Who the caller is and where the log stands are only true now. */
const onlyNow = /^\/api\/(me|cursor)$/;

export function handling(request: { method: string; mode: string; url: string }, origin: string): Handling {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return 'leave';
  if (url.pathname.startsWith('/assets/')) return 'asset';
  if (request.mode === 'navigate') return ownPages.test(url.pathname) || links.test(url.pathname) ? 'leave' : 'page';
  return answers.test(url.pathname) && !onlyNow.test(url.pathname) ? 'answer' : 'leave';
}

/** A page as it may stay on the device: without the persons that it names, since a consent that was withdrawn meanwhile cannot be asked for without a connection. */
export const withoutPersons = (page: string) => page.replaceAll(/<!--persons-->.*?<!--\/persons-->/gs, '');

/** Only what the server says is for everybody may stay on the device: the answers of a session are `private, no-store`. */
export const mayKeep = (ok: boolean, cacheControl: string | null) => ok && (cacheControl ?? '').startsWith('public');
