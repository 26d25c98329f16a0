/**
 * `planetarium serve DIR`: the planet of DIR/planet.json and the proxy for its feeds, on one origin.
 */
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { readPlanetFile } from './planet-file.js';
import { createPlanetProxy } from './planet-proxy.js';
import { createStaticFiles } from './static-files.js';

const mount = '/proxy';
const patienceMs = 2000;
const distFolder = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * @typedef {object} ServeOptions
 * @property {string} dir
 * @property {number} [port]           8080; 0: any free one
 * @property {string} [host]           127.0.0.1
 * @property {boolean} [allowPrivate]  the planet's feeds may be on private addresses
 * @property {string} [dist]           what `npm run build` wrote
 * @property {string} [wasm]           dist/planetarium-parser.wasm
 * @property {(sentence: string) => void} [warn]
 *
 * @typedef {{ kind: 'ok', url: string, close: () => Promise<void> } | { kind: 'failed', detail: string }} Served
 *
 * @param {ServeOptions} options
 * @returns {Promise<Served>}
 */
export async function servePlanet({
  dir,
  port = 8080,
  host = '127.0.0.1',
  allowPrivate = false,
  dist = distFolder,
  wasm = join(dist, 'planetarium-parser.wasm'),
  warn = () => {},
}) {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    return failed(`${dir} is not a folder; serve takes one that holds a planet.json.`);
  }
  const planet = readPlanetFile(dir, baseOf(host, port));
  if (planet.kind === 'failed') return planet;
  if (!existsSync(join(dist, 'index.html'))) {
    return failed(`The page is not built yet: ${dist} has no index.html; run \`npm run build\` first.`);
  }
  const files = createStaticFiles([dir, dist]);
  /** @type {((request: Request) => Promise<Response>) | undefined} */
  let proxy;
  // Room for a URL that is much too long, so that it gets the proxy's own 414 and not a bare 431.
  const server = createServer(
    { maxHeaderSize: 131072 },
    getRequestListener((request) => {
      const { pathname } = new URL(request.url);
      return pathname.startsWith(`${mount}/`) && proxy ? proxy(request) : files(request);
    }),
  );
  const listening = await listen(server, host, port);
  if (listening.kind === 'failed') return listening;
  const base = baseOf(host, listening.port);
  const planetProxy = createPlanetProxy({
    dir,
    base,
    mount,
    allowPrivate,
    wasm,
    files,
    warn,
  });
  const close = () => stop(server, planetProxy);
  if (planetProxy.kind === 'failed') {
    await close();
    return planetProxy;
  }
  proxy = planetProxy.fetch;
  return { kind: 'ok', url: base, close };
}

/**
 * @param {string[]} args
 * @param {object} [io]
 * @param {{ write: (text: string) => unknown }} [io.stdout]
 * @param {{ write: (text: string) => unknown }} [io.stderr]
 * @param {Record<string, string | undefined>} [io.env]
 * @returns {Promise<number>}   exit code; after 0 the server runs until SIGINT or SIGTERM
 */
export async function run(
  args,
  { stdout = process.stdout, stderr = process.stderr, env = process.env } = {},
) {
  const options = readArguments(args, env);
  if (options.kind === 'failed') {
    stderr.write(`${options.detail}\n`);
    return 2;
  }
  const warn = (/** @type {string} */ sentence) => stderr.write(`${sentence}\n`);
  const served = await servePlanet({ ...options.value, warn });
  if (served.kind === 'failed') {
    warn(served.detail);
    return 1;
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, served.close);
  stdout.write(`Planetarium at ${served.url}\n`);
  return 0;
}

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {{ kind: 'ok', value: ServeOptions } | { kind: 'failed', detail: string }}
 */
function readArguments(args, env) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        'allow-private': { type: 'boolean' },
      },
    });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (positionals.length !== 1) return failed('serve takes one folder: planetarium serve DIR.');
  const port = values.port ?? (env.PORT || '8080');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    return failed(`The port must be a number from 0 to 65535, not "${port}".`);
  }
  return {
    kind: 'ok',
    value: {
      dir: positionals[0],
      port: Number(port),
      ...(values.host && { host: values.host }),
      allowPrivate: values['allow-private'] ?? false,
    },
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<{ kind: 'ok', port: number } | { kind: 'failed', detail: string }>}
 */
async function listen(server, host, port) {
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
 * @param {ReturnType<typeof createPlanetProxy>} proxy
 */
async function stop(server, proxy) {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearTimeout(timer);
  if (proxy.kind === 'ok') await proxy.close();
}

/**
 * @param {string} host
 * @param {number} port
 */
function baseOf(host, port) {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

/**
 * @param {string} detail
 * @returns {{ kind: 'failed', detail: string }}
 */
function failed(detail) {
  return { kind: 'failed', detail };
}
