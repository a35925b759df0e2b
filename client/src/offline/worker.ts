/// <reference lib="webworker" />
import { handling, mayKeep, withoutPersons } from './rules';

/** The service worker: keeps the files of the interface, and what the public was last answered, for the next visit and for when there is no network.
 *  An answer to a session says `private, no-store` and is never kept. */
declare const self: ServiceWorkerGlobalScope;

const shell = 'shell-1';
const answers = 'answers-1';
const most = { [shell]: 120, [answers]: 400 };
/** The response header that tells when a kept answer was given. */
const keptAt = 'X-Kept-At';

/** Puts it in, and lets go of what came first when there are too many. */
async function keep(cacheName: keyof typeof most, request: Request, response: Response) {
  const cache = await caches.open(cacheName);
  await cache.put(request, response);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - (most[cacheName] ?? 0)))) await cache.delete(old);
}

async function stamped(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set(keptAt, new Date().toISOString());
  const body = (headers.get('Content-Type') ?? '').startsWith('text/html') ? withoutPersons(await response.text()) : await response.blob();
  return new Response(body, { status: response.status, headers });
}

/** Keeps it beside what goes on: a device that cannot keep it (full, or not allowed to) is answered as soon, and as well. */
const aside = (event: FetchEvent, keeping: Promise<unknown>) => event.waitUntil(keeping.catch(() => undefined));

async function fetchAndKeep(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const response = await fetch(request);
  const kept = mayKeep(response.ok, response.headers.get('Cache-Control')) ? stamped(response.clone()) : undefined;
  aside(event, kept ? kept.then((copy) => keep(answers, request, copy)) : caches.open(answers).then((cache) => cache.delete(request)));
  return response;
}

/** Files with a hash in their name never change. */
async function asset(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const kept = await (await caches.open(shell)).match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) aside(event, keep(shell, request, response.clone()));
  return response;
}

/** The page without any answer: it opens every view by its script. */
const bare = '/index.html';

/** Keeps the bare page of the files that the server has now. */
async function keepBare() {
  const response = await fetch(bare);
  if (response.ok) await keep(shell, new Request(bare), response);
}

/** A page that was seen before is there at once, and asks for what is new by itself; one that was not is the bare page where the server cannot be reached, which says so in our words and leads on to what was seen. */
async function page(event: FetchEvent): Promise<Response> {
  const kept = await (await caches.open(answers)).match(event.request, { ignoreVary: true });
  const fresh = fetchAndKeep(event);
  aside(event, fresh.then(keepBare));
  if (kept) return kept;
  try {
    return await fresh;
  } catch (error) {
    const opens = await (await caches.open(shell)).match(bare);
    if (opens) return opens;
    throw error;
  }
}

/** Answers come from the server; the last one only when it cannot be reached. */
async function answer(event: FetchEvent): Promise<Response> {
  try {
    return await fetchAndKeep(event);
  } catch (error) {
    const kept = await (await caches.open(answers)).match(event.request);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('install', (event) => {
  const fill = async () => {
    const files = (await (await fetch('/precache.json')).json()) as string[];
    await (await caches.open(shell)).addAll([bare, ...files]);
    await self.skipWaiting();
  };
  event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (!(name in most)) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (handling(request, self.location.origin)) {
    case 'asset': event.respondWith(asset(event)); break;
    case 'page': event.respondWith(page(event)); break;
    case 'answer': event.respondWith(answer(event)); break;
    default:
  }
});
