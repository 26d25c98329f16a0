/// <reference path="./globals.d.ts" />
/// <reference lib="webworker" />
/**
 * The page without a network: the program's own files come from a cache of their version, the page and planet.json from the
 * network for as long as there is one. Posts are the archive's matter, feeds and their pictures nobody's here.
 */

/** Set by the bundler: paths of the program's files, and a name that changes with any of them. */
const FILES = /** @type {string[]} */ (__PROGRAM_FILES__);
const CACHE = `planetarium ${__PROGRAM_VERSION__}`;

/** What may be newer on the server than in the cache. */
const CHANGING = ['./', 'planet.json'];
/** Milliseconds after which a reader would rather have the last one. */
const PATIENCE_MS = 3000;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const at = (/** @type {string} */ path) => new URL(path, worker.registration.scope).href;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return;
  const url = request.url.replace(/[?#].*/, '');
  const isPage = request.mode === 'navigate' && [at('./'), at('index.html')].includes(url);
  if (isPage) event.respondWith(newest(at('./'), request));
  else if (CHANGING.some((path) => at(path) === url)) event.respondWith(newest(url, request));
  else if (FILES.some((path) => at(path) === url)) event.respondWith(kept(url, request));
});

async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all(FILES.map(async (path) => cache.put(at(path), await whole(path))));
  // A host may keep the planet elsewhere: the program is worth keeping without it.
  await Promise.all(CHANGING.map(async (path) => cache.put(at(path), await whole(path)).catch(() => {})));
  await worker.skipWaiting();
}

/** Past the browser's own cache, which may hold files of the version before. @param {string} path */
async function whole(path) {
  const response = await fetch(at(path), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith('planetarium ') && name !== CACHE)
      .map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

/** @param {string} url @param {Request} request */
async function kept(url, request) {
  return (await (await caches.open(CACHE)).match(url)) ?? fetch(request);
}

/** @param {string} url @param {Request} request @returns {Promise<Response>} */
async function newest(url, request) {
  const cache = await caches.open(CACHE);
  const asked = fetch(request).then((response) => {
    // What a server answers while it is being changed shall not take the place of the page.
    if (response.ok && !response.redirected) void cache.put(url, response.clone());
    return response;
  });
  const last = await cache.match(url);
  if (!last) return asked;
  const late = new Promise((resolve) => setTimeout(() => resolve(last), PATIENCE_MS));
  const answered = asked.then((response) =>
    response.ok || response.type === 'opaqueredirect' ? response : last,
  );
  return /** @type {Promise<Response>} */ (Promise.race([answered.catch(() => last), late]));
}
