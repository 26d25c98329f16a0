/**
 * `planetarium serve DIR`: the planet of DIR/planet.json, or of a list of feeds in any form, the proxy for its feeds, and what it
 * says as documents to subscribe to, on one origin.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAnyPlanet } from './any-planet.js';
import { failed, readOptions } from './arguments.js';
import { optionsOf } from './help/commands.js';
import { baseOf, createHttpServer, listen, readPort, stop } from './http-server.js';
import { readPlanetFile } from './planet-file.js';
import { readLists } from './planet-lists.js';
import { createPlanetProxy } from './planet-proxy.js';
import { createOutputs } from './serve-outputs.js';
import { createStaticFiles } from './static-files.js';

const mount = '/proxy';
const patienceMs = 2000;
const distFolder = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * @typedef {object} ServeOptions
 * @property {string} dir              or a file that holds a list of feeds
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
  const found = await folderOf(dir);
  if (found.kind === 'failed') return found;
  const { folder, shown } = found;
  const planet = readPlanetFile(shown, baseOf(host, port));
  if (planet.kind === 'failed') return planet;
  if (!existsSync(join(dist, 'index.html'))) {
    return failed(`The page is not built yet: ${dist} has no index.html; run \`npm run build\` first.`);
  }
  const files = createStaticFiles([...new Set([shown, folder]), dist]);
  /** @type {((request: Request) => Promise<Response>) | undefined} */
  let proxy;
  const server = createHttpServer((request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(`${mount}/`) && proxy) return proxy(request);
    return answerOf(request);
  });
  /** @type {ReturnType<typeof createOutputs> | undefined} */
  let outputs;
  /** A file of the planet's own folder goes before what is made of its feeds. @param {Request} request */
  async function answerOf(request) {
    const file = await files(request);
    return (file.status === 404 && request.method === 'GET' && (await outputs?.(request))) || file;
  }
  const listening = await listen(server, host, port);
  if (listening.kind === 'failed') return listening;
  const base = baseOf(host, listening.port);
  const planetProxy = createPlanetProxy({
    dir: shown,
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
  const through = planetProxy.fetch;
  /** @type {typeof fetch} */
  const get = async (url, init) => {
    const asked = new Request(url, { signal: init?.signal });
    return new URL(asked.url).pathname.startsWith(`${mount}/`) ? through(asked) : files(asked);
  };
  const viaProxy = (/** @type {string} */ url) =>
    get(url.startsWith(base) ? url : `${base.slice(0, -1)}${mount}/v1/feed?url=${encodeURIComponent(url)}`);
  outputs = createOutputs({
    config: async () => {
      const read = await readAnyPlanet(shown, {
        url: base,
        readLists: (_, __, urls) => readLists(urls, { wasm, warn, fetch: viaProxy }),
      });
      return read.kind === 'ok' ? read.value.config : planet.value;
    },
    base,
    dist,
    way: {
      now: () => Math.floor(Date.now() / 1000),
      env: {
        fetch: get,
        proxies: [`${base.slice(0, -1)}${mount}/v1/feed?url={url}`],
        page: base,
      },
      close: async () => {},
    },
  });
  return { kind: 'ok', url: base, close };
}

/**
 * Where a planet.json stands: in the folder itself, or, made of a list in any form, in one for as long as this runs.
 * @param {string} path
 * @returns {Promise<{ kind: 'ok', folder: string, shown: string } | { kind: 'failed', detail: string }>}
 */
async function folderOf(path) {
  const folder = basename(path) === 'planet.json' ? dirname(path) : path;
  if (existsSync(join(folder, 'planet.json'))) return { kind: 'ok', folder, shown: folder };
  if (!existsSync(path))
    return failed(`${path} is not there; serve takes a folder with a planet.json, or a list of feeds.`);
  const read = await readAnyPlanet(path);
  if (read.kind === 'failed') return read;
  const shown = mkdtempSync(join(tmpdir(), 'planetarium-'));
  process.once('exit', () => rmSync(shown, { recursive: true, force: true }));
  const planet = { proxy: `${mount.slice(1)}/v1/feed?url={url}`, ...read.value.planet };
  writeFileSync(join(shown, 'planet.json'), JSON.stringify(planet, null, 2));
  return { kind: 'ok', folder: read.value.folder, shown };
}

/** @param {string} url */
function openBrowser(url) {
  const program =
    { darwin: 'open', win32: 'explorer' }[/** @type {string} */ (process.platform)] ?? 'xdg-open';
  const child = spawn(program, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // the address has been printed
  child.unref();
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
  if (options.value.open) openBrowser(served.url);
  return 0;
}

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {{ kind: 'ok', value: ServeOptions & { open: boolean } } | { kind: 'failed', detail: string }}
 */
function readArguments(args, env) {
  const options = readOptions(args, optionsOf('serve'));
  if (options.kind === 'failed') return options;
  const { values, positionals } = options.value;
  if (positionals.length !== 1) return failed('serve takes one planet: planetarium serve DIR.');
  const port = readPort(String(values.port ?? (env.PORT || '8080')));
  if (port.kind === 'failed') return port;
  return {
    kind: 'ok',
    value: {
      dir: positionals[0],
      port: port.value,
      ...(values.host && { host: String(values.host) }),
      allowPrivate: values['allow-private'] === true,
      open: values.open === true,
    },
  };
}
