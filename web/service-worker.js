/// <reference path="./globals.d.ts" />
/// <reference lib="webworker" />
/**
 * The page without a network, and without waiting for one: the program's own files come from a cache of their version, the
 * page and planet.json from there too, as they were last; they are asked for anew meanwhile, and a page whose planet.json
 * has changed is told. Posts are the archive's matter, feeds and their pictures nobody's here.
 */

/** Set by the bundler: paths of the program's files, and a name that changes with any of them. */
const FILES = /** @type {string[]} */ (__PROGRAM_FILES__);
const VERSION = __PROGRAM_VERSION__;
const CACHES = 'planetarium ';
const CACHE = CACHES + VERSION;

const PLANET = 'planet.json';
/** What may be newer on the server than in the cache. */
const CHANGING = ['./', PLANET];

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const at = (/** @type {string} */ path) => new URL(path, worker.registration.scope).href;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return;
  const url = request.url.replace(/[?#].*/, '');
  const isPage = request.mode === 'navigate' && [at('./'), at('index.html')].includes(url);
  if (isPage) event.respondWith(last(at('./'), event));
  else if (FILES.some((path) => at(path) === url) || url.startsWith(at('parts/')))
    event.respondWith(kept(url, request));
  else if (CHANGING.some((path) => at(path) === url) || isOwnLook(request, url))
    event.respondWith(last(url, event));
});

/** A style sheet or template of the planet's. @param {Request} request @param {string} url */
const isOwnLook = ({ destination, mode }, url) =>
  destination === 'style' || (mode !== 'navigate' && url.endsWith('.html'));

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

/** A page of the version before may still be open, and ask for its parts. */
async function activate() {
  const others = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * Parts are named by what is in them; the core's files are asked for with the version of theirs.
 * @param {string} url @param {Request} request @returns {Promise<Response>}
 */
async function kept(url, request) {
  const wanted = new URL(request.url).searchParams.get('v');
  const isOlder = wanted !== null && wanted !== __WASM_VERSION__;
  const own = await caches.open(CACHE);
  const found = isOlder ? undefined : await own.match(url);
  if (found) return found;
  for (const name of await caches.keys()) {
    if (!name.startsWith(CACHES) || name === CACHE) continue;
    const older = await (await caches.open(name)).match(url);
    if (older) return older;
  }
  return fetch(request);
}

/** @param {string} url @param {FetchEvent} event @returns {Promise<Response>} */
async function last(url, event) {
  const cache = await caches.open(CACHE);
  const found = await cache.match(url);
  const asked = fetch(event.request);
  event.waitUntil(asked.then((response) => renew(cache, url, response.clone(), event)).catch(() => {}));
  return found ?? asked;
}

/**
 * What a server answers while it is being changed shall not take the place of the page, nor may the page of another version:
 * that comes with its own worker.
 * @param {Cache} cache @param {string} url @param {Response} response @param {FetchEvent} event
 */
async function renew(cache, url, response, event) {
  if (!response.ok || response.redirected) return;
  const text = await response.clone().text();
  const before = await (await cache.match(url))?.text();
  if (text === before) return;
  const named = /<meta name="generator" content="Planetarium (\w+)"/.exec(text);
  if (named && named[1] !== VERSION) return;
  await cache.put(url, response);
  if (url !== at(PLANET)) return;
  const client = await worker.clients.get(event.clientId);
  client?.postMessage({ planet: text });
}
