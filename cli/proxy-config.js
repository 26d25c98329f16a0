/**
 * The proxy's config, a file or the variable PLANETARIUM_PROXY, comes in; its policy and what its server needs go out, or one
 * sentence that names the key. proxy/config.schema.json says the same to editors.
 *
 * @typedef {object} ProxyServerConfig
 * @property {import('../proxy/settings.js').ProxyPolicy} policy
 * @property {string} host           127.0.0.1
 * @property {number} [port]         8080
 * @property {string} [cacheFile]    none: the cache ends with the process
 * @property {number} cacheBytes     128 MB
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { policyKeys, readSettings } from '../proxy/settings.js';

export const serverKeys = ['host', 'port', 'cacheFile', 'cacheBytes'];

/**
 * @param {{ file?: string, text?: string }} from   a file, or the text itself
 * @returns {{ kind: 'ok', value: ProxyServerConfig } | { kind: 'failed', detail: string }}
 */
export function readProxyConfig({ file, text }) {
  const name = file ?? 'PLANETARIUM_PROXY';
  try {
    const written = JSON.parse(text ?? readFileSync(String(file), 'utf8').replace(/^\ufeff/, ''));
    if (typeof written !== 'object' || written === null || Array.isArray(written)) {
      return failed(`${name} must hold an object, as {"feeds": "planet.json"}.`);
    }
    return { kind: 'ok', value: readConfig(written, file ? resolve(file) : resolve('config.json')) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof SyntaxError) return failed(`${name} is not JSON: ${why}.`);
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return failed(`${name} cannot be read: there is no such file.`);
    }
    return failed(`${name}: ${why.replace(/^proxy policy: /, '')}.`);
  }
}

/**
 * @param {Record<string, any>} written
 * @param {string} path   the file's, against which others are resolved
 * @returns {ProxyServerConfig}
 */
function readConfig(written, path) {
  const {
    $schema: _,
    host = '127.0.0.1',
    port,
    cacheFile,
    cacheBytes = 128 * 1024 * 1024,
    ...policy
  } = written;
  const unknown = Object.keys(policy).find((key) => !policyKeys.includes(key));
  if (unknown !== undefined) {
    throw new Error(
      `${unknown} is not a key of the proxy; there are ${[...policyKeys, ...serverKeys].join(', ')}`,
    );
  }
  if (typeof host !== 'string' || host === '')
    throw new Error(`host must be an address to listen at, not ${JSON.stringify(host)}`);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    throw new Error(`port must be a number from 0 to 65535, not ${JSON.stringify(port)}`);
  }
  if (cacheFile !== undefined && (typeof cacheFile !== 'string' || cacheFile === '')) {
    throw new Error(`cacheFile must be the path of a file, not ${JSON.stringify(cacheFile)}`);
  }
  if (policy.feeds !== undefined) policy.feeds = withFiles(policy.feeds, path);
  const { maxBytes, open, listed, lists } = readSettings(policy);
  // Less, and a feed would push itself out: then nothing holds how often it is asked for.
  if (!Number.isFinite(cacheBytes) || cacheBytes < 4 * maxBytes) {
    throw new Error(
      `cacheBytes must be a number from ${4 * maxBytes}, four times maxBytes, not ${JSON.stringify(cacheBytes)}`,
    );
  }
  if (!open && listed.size === 0 && lists.length === 0) {
    throw new Error('feeds names none, and open is not true: there is nothing that this proxy could fetch');
  }
  return {
    policy,
    host,
    cacheBytes,
    ...(port !== undefined && { port }),
    ...(cacheFile !== undefined && { cacheFile: resolve(path, '..', cacheFile) }),
  };
}

/**
 * A list that is no URL is a file.
 * @param {import('../proxy/settings.js').ProxyPolicy['feeds']} feeds
 * @param {string} path
 */
function withFiles(feeds, path) {
  const place = (/** @type {string} */ list) =>
    URL.canParse(list) ? list : pathToFileURL(resolve(path, '..', list)).href;
  if (typeof feeds === 'string') return place(feeds);
  if (!Array.isArray(feeds)) return feeds;
  return feeds.map((feed) =>
    typeof feed === 'object' && feed && 'list' in feed && typeof feed.list === 'string'
      ? { ...feed, list: place(feed.list) }
      : feed,
  );
}

/**
 * @param {string} detail
 * @returns {{ kind: 'failed', detail: string }}
 */
function failed(detail) {
  return { kind: 'failed', detail };
}
