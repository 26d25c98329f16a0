/**
 * The proxy on Cloudflare Workers: the same handler, with the data centre's cache behind the isolate's own memory.
 * The config is the variable PLANETARIUM_PROXY, an object or its JSON; PLANETARIUM_MOUNT is the path of its route.
 */
import { createEdgeCache } from './edge-cache.js';
import { createProxy } from './handler.js';
import { problem } from './problem.js';

/**
 * @typedef {{ PLANETARIUM_PROXY?: string | import('./settings.js').ProxyPolicy, PLANETARIUM_MOUNT?: string }} WorkerVariables
 * @typedef {{ waitUntil: (job: Promise<unknown>) => void }} WorkerContext
 *
 * @param {{ now?: () => number, random?: () => number }} [options]
 */
export function createWorker({ now, random } = {}) {
  /** @type {import('./handler.js').ProxyHandler | undefined} */
  let handle;
  return {
    /**
     * @param {Request} request
     * @param {WorkerVariables} variables
     * @param {WorkerContext} context
     * @returns {Promise<Response>}
     */
    async fetch(request, variables, context) {
      try {
        handle ??= fromVariables(variables, { now, random });
      } catch (error) {
        log({ event: 'config', error });
        const { status, headers, body } = problem('internal');
        return new Response(body, { status, headers: { ...headers, 'Access-Control-Allow-Origin': '*' } });
      }
      return handle(request, {
        client: request.headers.get('cf-connecting-ip') ?? '',
        waitUntil: (job) => context.waitUntil(job),
      });
    },
  };
}

/**
 * @param {WorkerVariables} variables
 * @param {{ now?: () => number, random?: () => number }} options
 */
function fromVariables({ PLANETARIUM_PROXY: config, PLANETARIUM_MOUNT: mount = '' }, { now, random }) {
  if (!config)
    throw new Error('the variable PLANETARIUM_PROXY is missing: {"feeds": "https://…/planet.json"} is one');
  const policy = typeof config === 'string' ? JSON.parse(config) : config;
  return createProxy(policy, {
    fetch: (url, { headers, redirect, signal }) => fetch(url, { headers, redirect, signal }),
    cache: createEdgeCache({ now }),
    now,
    random,
    log,
    roomBytes,
    version: workerVersion,
    mount,
  });
}

/** An isolate has 128 MB for everything. */
const roomBytes = 24 * 1024 * 1024;

/** As in package.json; a test compares them. */
export const workerVersion = '0.1.0';

/** @param {object} event */
function log(event) {
  const { error, ...rest } = /** @type {{ error?: unknown }} */ (event);
  const words = error instanceof Error ? { error: error.message, stack: error.stack } : { error };
  console.log(JSON.stringify({ ...rest, ...words }));
}
