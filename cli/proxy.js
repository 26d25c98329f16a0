/**
 * `planetarium proxy --config FILE`: the proxy alone, with a log of JSON lines on stdout.
 */
import { failed, readOptions } from './arguments.js';
import { optionsOf } from './help/commands.js';
import { pino } from 'pino';
import { openCacheFile } from '../proxy/cache-file.js';
import { clientOf } from '../proxy/client.js';
import { createMemoryCache } from '../proxy/memory-cache.js';
import { createNodeProxy } from '../proxy/node.js';
import { baseOf, createHttpServer, listen, readPort, stop } from './http-server.js';
import { readProxyConfig } from './proxy-config.js';

/**
 * @typedef {import('./proxy-config.js').ProxyServerConfig} ProxyServerConfig
 * @typedef {{ kind: 'ok', url: string, close: () => Promise<void> } | { kind: 'failed', detail: string }} Served
 *
 * @param {ProxyServerConfig} config
 * @param {pino.Logger} logger
 * @param {Parameters<typeof createNodeProxy>[1]} [options]
 * @returns {Promise<Served>}
 */
export async function serveProxy({ policy, host, port = 8080, cacheFile, cacheBytes }, logger, options) {
  const warn = (/** @type {string} */ sentence) => logger.warn({ event: 'cache' }, sentence);
  const cache = await openCache(cacheFile, cacheBytes, warn);
  if (cache.kind === 'failed') return cache;
  const proxy = createNodeProxy(policy, {
    cache: cache.value,
    log: (event) => logEvent(logger, event),
    ...options,
  });
  const { trustProxy, timeoutMs } = proxy.settings;
  const server = createHttpServer((request, { socket }) => {
    const forwarded = trustProxy > 0 ? request.headers.get('x-forwarded-for') : null;
    return proxy.fetch(request, { client: clientOf(socket.remoteAddress, forwarded, trustProxy) });
  });
  const listening = await listen(server, host, port);
  if (listening.kind === 'failed') {
    await proxy.close();
    await cache.close();
    return listening;
  }
  const url = baseOf(host, listening.port);
  // Has the lists read now, so that what is wrong with them is the first that the log says.
  await proxy.fetch(new Request(`${url}v1/health`));
  return {
    kind: 'ok',
    url,
    close: async () => {
      await stop(server, timeoutMs + 1000);
      await proxy.close({ graceful: true });
      await cache.close();
    },
  };
}

/**
 * @param {string | undefined} file
 * @param {number} maxBytes
 * @param {(sentence: string) => void} warn
 */
async function openCache(file, maxBytes, warn) {
  const ok = /** @type {const} */ ('ok');
  if (file === undefined) return { kind: ok, value: createMemoryCache(maxBytes), close: async () => {} };
  try {
    const cache = await openCacheFile(file, { maxBytes, warn });
    return { kind: ok, value: cache, close: cache.close };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: /** @type {const} */ ('failed'), detail: `cacheFile ${file} cannot be used: ${why}.` };
  }
}

/**
 * @param {pino.Logger} logger
 * @param {object} event
 */
function logEvent(logger, event) {
  const { error, ...rest } = /** @type {{ error?: unknown, event?: string, outcome?: string }} */ (event);
  if (error !== undefined) logger.error({ ...rest, err: error });
  else if (rest.event === 'list' && rest.outcome !== 'read') logger.warn(rest);
  else logger.info(rest);
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
  const config = readArguments(args, env);
  if (config.kind === 'failed') {
    stderr.write(`${config.detail}\n`);
    return 2;
  }
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
    stdout === process.stdout ? pino.destination(1) : { write: (line) => void stdout.write(line) },
  );
  const served = await serveProxy(config.value, logger);
  if (served.kind === 'failed') {
    stderr.write(`${served.detail}\n`);
    return 1;
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      logger.info({ event: 'stop' });
      await served.close();
    });
  }
  logger.info({ event: 'start', url: served.url });
  return 0;
}

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {{ kind: 'ok', value: ProxyServerConfig } | { kind: 'failed', detail: string }}
 */
function readArguments(args, env) {
  const options = readOptions(args, optionsOf('proxy'));
  if (options.kind === 'failed') return options;
  const { values, positionals } = options.value;
  if (positionals.length > 0)
    return failed(`proxy takes no ${positionals[0]}: planetarium proxy --config FILE.`);
  const [file, written, host] = ['config', 'port', 'host'].map((name) =>
    values[name] === undefined ? undefined : String(values[name]),
  );
  const text = env.PLANETARIUM_PROXY;
  if (file === undefined && !text) {
    return {
      kind: 'failed',
      detail:
        'proxy takes a config, by --config FILE or in PLANETARIUM_PROXY: {"feeds": "planet.json"} is one.',
    };
  }
  const config = readProxyConfig(file === undefined ? { text } : { file });
  if (config.kind === 'failed') return config;
  const said = written ?? env.PORT;
  const port = said ? readPort(said) : undefined;
  if (port?.kind === 'failed') return port;
  return { kind: 'ok', value: { ...config.value, ...(port && { port: port.value }), ...(host && { host }) } };
}
