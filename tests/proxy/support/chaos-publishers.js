// Publishers in a process of their own: every tenth hangs, drips, bombs, pours or breaks off. They tell their port, and are
// told the round, which stands in each feed.
import http from 'node:http';
import zlib from 'node:zlib';
import { chaosFeed, evilCodes } from './chaos.js';

const bomb = zlib.gzipSync(Buffer.alloc(32 * 1024 * 1024), { level: 9 });
const block = Buffer.alloc(65536, ' ');

/** As evilCodes names what becomes of them. @type {http.RequestListener[]} */
const evil = [
  () => {},
  (_, response) => drip(response.writeHead(200)),
  (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  (_, response) => pour(response.writeHead(200)),
  (request) => void request.socket.destroy(),
];

/** @param {http.ServerResponse} response */
function drip(response) {
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}

/** @param {http.ServerResponse} response */
function pour(response) {
  const more = () => response.destroyed || response.write(block, more);
  more();
}

let round = 0;
process.on('message', (message) => {
  round = Number(message);
  process.send?.({ round });
});
const server = http.createServer((request, response) => {
  const n = Number(request.url?.slice(1));
  if (n % 10 === 0) evil[(n / 10) % evilCodes.length](request, response);
  else response.end(chaosFeed(n, round));
});
server.listen(0, '0.0.0.0', () => {
  process.send?.({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port });
});
