/**
 * Small sites on loopback for one test file: pages by path, dist/ under /dist/, and what was asked for. Each has an origin of
 * its own, and any page may read what lies in it.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { contentTypeOf } from '../../../cli/content-types.js';

/** @typedef {string | { body: string | Uint8Array, type?: string, headers?: Record<string, string>, status?: number, until?: Promise<void> }} File   until: answered no sooner */

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

/**
 * @param {Record<string, File>} [files]   by path, without the slash in front
 * @param {Record<string, string>} [headers]   of every answer
 */
export async function openSite(files = {}, headers = {}) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname).slice(1);
    asked.push(path);
    const found = files[path.replace(/(^|\/)$/, '$1index.html')] ?? (await distFile(path));
    const open = { 'Access-Control-Allow-Origin': '*', ...headers };
    if (found === undefined) return void response.writeHead(404, open).end('nothing here');
    if (typeof found === 'string' || found instanceof Uint8Array)
      return void response.writeHead(200, { 'Content-Type': typeOf(path), ...open }).end(found);
    await found.until;
    const type = found.type ?? typeOf(path);
    response
      .writeHead(found.status ?? 200, { 'Content-Type': type, ...open, ...found.headers })
      .end(found.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    files,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {string} path */
const typeOf = (path) => contentTypeOf(/(^|\/)$/.test(path) ? 'index.html' : path);

/** @param {string} path @returns {Promise<Uint8Array | undefined>} */
async function distFile(path) {
  if (!/^dist\/(?:\w[\w.-]*\/)*\w[\w.-]*$/.test(path)) return undefined;
  return readFile(dist + path.slice('dist/'.length)).catch(() => undefined);
}

/**
 * @param {string} author
 * @param {{ title: string, date: string, body?: string, tags?: string[] }[]} posts
 */
export const rss = (author, posts) =>
  `<rss version="2.0"><channel><title>${author}'s weblog</title><link>https://${author}.example/</link>${posts
    .map(
      ({ title, date, body = `About ${title}`, tags = [] }) =>
        `<item><guid>${author}-${title}</guid><title>${title}</title><link>https://${author}.example/${title}</link><pubDate>${date}</pubDate><description><![CDATA[${body}]]></description>${tags.map((tag) => `<category>${tag}</category>`).join('')}</item>`,
    )
    .join('')}</channel></rss>`;

/** Two weblogs, of which any page may read the feeds. */
export const WEBLOGS = {
  'ada.xml': rss('ada', [
    { title: 'Engines', date: 'Sat, 21 Jun 2008 10:00:00 GMT', tags: ['Engines'] },
    {
      title: 'Notes',
      date: 'Thu, 19 Jun 2008 10:00:00 GMT',
      body: '<p>First.<sup><a href="#n1">1</a></sup></p><p id="n1">A note</p><script>globalThis.evil = 1</script>',
    },
  ]),
  'bob.xml': rss('bob', [{ title: 'Bread', date: 'Fri, 20 Jun 2008 08:00:00 GMT', tags: ['food'] }]),
  'planet.json': JSON.stringify({
    title: 'Planet Example',
    feeds: [
      { url: 'ada.xml', name: 'Ada', cors: true },
      { url: 'bob.xml', name: 'Bob', cors: true },
    ],
  }),
};
