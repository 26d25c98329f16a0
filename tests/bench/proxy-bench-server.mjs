// One of the two servers that proxy-bench.mjs compares: `bare` is node:http with a Map, `proxy` what `planetarium proxy` runs.
import http from 'node:http';
import { pino } from 'pino';
import { serveProxy } from '../../cli/proxy.js';

const body = Buffer.from(
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${'planet '.repeat(2340)}</title></channel></rss>`,
);
const feed = (/** @type {number} */ port, /** @type {string} */ path) => `http://127.0.0.1:${port}${path}`;

process.on('SIGINT', () => process.exit());
if (process.argv[2] === 'bare') await bare();
else await proxy();

async function bare() {
  const origin = await startOrigin();
  const [target, misses] = ['/feed', '/misses'].map((path) => `http://127.0.0.1:${origin}${path}`);
  const etag = '"0123456789abcdef"';
  const headers = {
    'content-type': 'application/rss+xml',
    etag,
    'access-control-allow-origin': '*',
    'cache-control': 'max-age=60',
  };
  const held = new Map([[target, body]]);
  /** @type {Map<string, Promise<Buffer>>} */
  const running = new Map();
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://p').searchParams.get('url') ?? '';
    const found = held.get(url) ?? (await fetched(url));
    if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
    else response.writeHead(200, { ...headers, 'content-length': found.byteLength }).end(found);
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const ask = (/** @type {string} */ url) =>
      `http://127.0.0.1:${port}/v1/feed?url=${encodeURIComponent(url)}`;
    process.send?.({ url: ask(target), misses: ask(misses) });
  });

  /** @param {string} url */
  function fetched(url) {
    const job =
      running.get(url) ??
      new Promise((resolve) => {
        http.get(url, async (response) => resolve(Buffer.concat(await response.toArray())));
      }).finally(() => running.delete(url));
    running.set(url, job);
    return job;
  }
}

/** @returns {Promise<number>}   port of a publisher who takes long enough for readers to gather */
async function startOrigin() {
  const origin = http.createServer((_, response) => void setTimeout(() => response.end(body), 20));
  await new Promise((resolve) => origin.listen(0, '127.0.0.1', () => resolve(undefined)));
  return /** @type {import('node:net').AddressInfo} */ (origin.address()).port;
}

async function proxy() {
  const port = await startOrigin();
  const target = feed(port, '/feed');
  const misses = feed(port, '/misses');
  const policy = { feeds: [target, { url: misses, minIntervalS: 0 }], allowPrivate: true };
  const served = await serveProxy(
    { policy, host: '127.0.0.1', port: 0, cacheBytes: 1e8 },
    pino({ level: 'silent' }),
  );
  if (served.kind === 'failed') throw new Error(served.detail);
  const ask = (/** @type {string} */ url) => `${served.url}v1/feed?url=${encodeURIComponent(url)}`;
  process.send?.({ url: ask(target), misses: ask(misses) });
}
