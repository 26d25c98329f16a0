/**
 * A function of a Request comes in, an HTTP server that does not wait for slow clients goes out; and its beginning and end.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** A client that is slower than this holds a socket for nothing. */
const headersMs = 10_000;
const silenceMs = 60_000;
/** More than web servers in front keep their connections: it is theirs to end them. */
const keepAliveMs = 75_000;
const mostConnections = 10_000;

/**
 * @typedef {import('node:http').IncomingMessage} Incoming
 *
 * @param {(request: Request, incoming: Incoming) => Response | Promise<Response>} answer
 */
export function createHttpServer(answer) {
  const work = { answering: 0, sockets: new Set() };
  const done = () => void work.answering--;
  const server = createServer(
    {
      // Room for a URL that is much too long, so that it gets the proxy's own 414 and not a bare 431.
      maxHeaderSize: 131072,
      headersTimeout: headersMs,
      requestTimeout: 3 * headersMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: 5000,
    },
    getRequestListener((request, { incoming }) => {
      const answered = answer(request, /** @type {Incoming} */ (incoming));
      if (!(answered instanceof Promise)) return answered;
      work.answering++;
      answered.then(done, done);
      return answered;
    }),
  );
  server.on('connection', (socket) => {
    work.sockets.add(socket);
    socket.once('close', () => work.sockets.delete(socket));
  });
  server.setTimeout(silenceMs);
  server.maxConnections = mostConnections;
  works.set(server, work);
  return server;
}

/** @type {WeakMap<import('node:http').Server, { answering: number, sockets: Set<import('node:net').Socket> }>} */
const works = new WeakMap();

/**
 * Has it to answer still, or to send what it answered?
 * @param {import('node:http').Server} server
 */
function isBusy(server) {
  const work = works.get(server);
  return (
    work !== undefined &&
    (work.answering > 0 || [...work.sockets].some((socket) => socket.writableLength > 0))
  );
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<{ kind: 'ok', port: number } | { kind: 'failed', detail: string }>}
 */
export async function listen(server, host, port) {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') return failed(`Port ${port} is taken; choose another with --port N.`);
    if (code === 'EACCES') return failed(`Port ${port} may not be used by this user.`);
    return failed(`${host} port ${port} cannot be used: ${error instanceof Error ? error.message : error}.`);
  }
  const address = server.address();
  return { kind: 'ok', port: typeof address === 'object' && address ? address.port : port };
}

/**
 * Answers under way are finished, for a while.
 * @param {import('node:http').Server} server
 * @param {number} patienceMs
 */
export async function stop(server, patienceMs) {
  const closed = once(server, 'close');
  server.close();
  const deadline = performance.now() + patienceMs;
  // What has had its answer, or never asked, is kept open for a request that is not going to come.
  const end = () => {
    if (!isBusy(server) || performance.now() > deadline) server.closeAllConnections();
    else server.closeIdleConnections();
  };
  end();
  const timer = setInterval(end, 50);
  await closed;
  clearInterval(timer);
}

/**
 * @param {string} host
 * @param {number} port
 */
export function baseOf(host, port) {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

/**
 * @param {string} text
 * @returns {{ kind: 'ok', value: number } | { kind: 'failed', detail: string }}
 */
export function readPort(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return { kind: 'ok', value: Number(text) };
  return failed(`The port must be a number from 0 to 65535, not "${text}".`);
}

/**
 * @param {string} detail
 * @returns {{ kind: 'failed', detail: string }}
 */
function failed(detail) {
  return { kind: 'failed', detail };
}
