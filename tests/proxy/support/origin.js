/**
 * A publisher on loopback, and the few questions the proxy's tests ask of it and of an answer.
 */
import http from 'node:http';

export const feedText = '<?xml version="1.0"?><rss version="2.0"><channel><title>A</title></channel></rss>';

/**
 * @typedef {{ path: string, headers: http.IncomingHttpHeaders, raw: string[] }} Hit
 *
 * @param {import('node:test').TestContext} t   closes the server at its end
 * @param {http.RequestListener} [answer]
 * @param {string} [host]
 */
export async function startOrigin(t, answer = sendFeed, host = '127.0.0.1') {
  /** @type {Hit[]} */
  const hits = [];
  const server = http.createServer((request, response) => {
    hits.push({ path: request.url ?? '', headers: request.headers, raw: request.rawHeaders });
    answer(request, response);
  });
  await new Promise((resolve) => server.listen(0, host, () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://${host}:${address.port}`, port: address.port, hits };
}

/** @type {http.RequestListener} */
export function sendFeed(_request, response) {
  response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedText);
}

/**
 * @param {string} target
 * @param {RequestInit} [init]
 */
export function feedRequest(target, init) {
  return new Request(`http://proxy.example/v1/feed?url=${encodeURIComponent(target)}`, init);
}

/**
 * Status and code: all that most rows of a table are about.
 * @param {Response} response
 */
export async function verdictOf(response) {
  const body = await response.text();
  return response.headers.has('x-feed-error')
    ? [response.status, response.headers.get('x-feed-error')]
    : [response.status, body.slice(0, 20)];
}
