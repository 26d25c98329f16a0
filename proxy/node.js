/**
 * The proxy on Node: undici with a guarded agent, a cache in memory that is bounded by bytes, lists in files.
 */
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { fetch } from 'undici';
import { isPublic } from './addresses.js';
import { createAgent } from './agent.js';
import { createHandler } from './handler.js';
import { createMemoryCache } from './memory-cache.js';
import { createResolver } from './resolve.js';
import { readSettings } from './settings.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const gzip = promisify(zlib.gzip);

/** What says that a connection broke before an answer began: one that was kept open may have ended just then. */
const broken = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/**
 * @param {import('./settings.js').ProxyPolicy} policy   throws an Error that names the key when it cannot be
 * @param {object} [options]
 * @param {import('./cache.js').Cache} [options.cache]
 * @param {string} [options.mount]
 * @param {() => number} [options.now]
 * @param {(event: object) => void} [options.log]
 * @param {import('./agent.js').Resolve} [options.resolve]      in place of the name servers
 * @param {(address: string) => boolean} [options.isPublic]     which addresses may be connected to
 * @returns {{ fetch: ReturnType<typeof createHandler>, settings: import('./settings.js').Settings, close: (how?: { graceful?: boolean }) => Promise<void> }}   graceful: after the fetches under way
 */
export function createNodeProxy(policy, options = {}) {
  const { cache = createMemoryCache(), mount, now, log, resolve } = options;
  const settings = readSettings(policy);
  const { timeoutMs } = settings;
  const allows = options.isPublic ?? isPublic;
  const guarded = createAgent({ allows, resolve: resolve ?? createResolver(), timeoutMs });
  // Chosen by URL and not by host: a redirect to another path of a listed private host stays forbidden.
  const lifted = createAgent({ allows: () => true, resolve, timeoutMs });
  /** @type {Set<Promise<unknown>>} */
  const jobs = new Set();
  const handle = createHandler(settings, {
    fetch: async (url, { lifted: anywhere, ...init }) => {
      const dispatcher = anywhere ? lifted : guarded;
      const ask = () => fetch(url, { ...init, dispatcher });
      const response = await ask().catch((error) => {
        if (!broken.has(error?.cause?.code) || init.signal.aborted) throw error;
        return ask();
      });
      return /** @type {Response} */ (/** @type {unknown} */ (response));
    },
    cache,
    now,
    log,
    gzip: async (bytes) => new Uint8Array(await gzip(bytes)),
    readFile: readListFile,
    gauges: () => ({ resident_bytes: ['Memory of the process.', process.memoryUsage.rss()] }),
    version,
    mount,
  });
  return {
    settings,
    fetch: (request, { client } = {}) => handle(request, { client, waitUntil }),
    close: async ({ graceful = false } = {}) => {
      if (graceful) await Promise.allSettled(jobs);
      await Promise.all([guarded, lifted].map((agent) => (graceful ? agent.close() : agent.destroy())));
    },
  };

  /** @param {Promise<unknown>} job */
  function waitUntil(job) {
    jobs.add(job);
    job.finally(() => jobs.delete(job));
  }
}

/**
 * @param {URL} url   of a file
 * @returns {Promise<import('./lists.js').Read>}
 */
async function readListFile(url) {
  const about = await stat(url, { bigint: true });
  const bytes = new Uint8Array(await readFile(url));
  return { bytes, contentType: '', url: url.href, state: `${about.mtimeNs}-${about.size}-${about.ino}` };
}
