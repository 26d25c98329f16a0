/**
 * `planetarium serve DIR`: the planet of DIR/planet.json and the proxy for its feeds, on one origin.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { baseOf, createHttpServer, listen, readPort, stop } from './http-server.js';
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
  const server = createHttpServer((request) => {
    const { pathname } = new URL(request.url);
    return pathname.startsWith(`${mount}/`) && proxy ? proxy(request) : files(request);
  });
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
  const close = async () => {
    await stop(server, patienceMs);
    if (planetProxy.kind === 'ok') await planetProxy.close();
  };
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
  const port = readPort(values.port ?? (env.PORT || '8080'));
  if (port.kind === 'failed') return port;
  return {
    kind: 'ok',
    value: {
      dir: positionals[0],
      port: port.value,
      ...(values.host && { host: values.host }),
      allowPrivate: values['allow-private'] ?? false,
    },
  };
}

/**
 * @param {string} detail
 * @returns {{ kind: 'failed', detail: string }}
 */
function failed(detail) {
  return { kind: 'failed', detail };
}
