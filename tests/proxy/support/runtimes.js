/**
 * A policy comes in, the proxy with that policy behind a real HTTP server goes out: on Node, and on workerd in Miniflare.
 *
 * @typedef {import('node:test').TestContext} TestContext
 * @typedef {import('../../../proxy/settings.js').ProxyPolicy} ProxyPolicy
 *
 * @typedef {object} Running
 * @property {string} url
 * @property {(target: string, init?: { method?: string, headers?: Record<string, string>, client?: string, signal?: AbortSignal }) => Promise<Response>} ask
 * @property {(ms: number) => Promise<void>} moveClock   so far from now
 *
 * @typedef {{ name: 'Node' | 'workerd', start: (policy: ProxyPolicy) => Promise<Running>, stop: () => Promise<void> }} Runtime
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { pino } from 'pino';
import { serveProxy } from '../../../cli/proxy.js';

/** @returns {Runtime} */
export function onNode() {
  /** @type {(() => Promise<void>)[]} */
  const closers = [];
  return {
    name: 'Node',
    async start(policy) {
      let moved = 0;
      const served = await serveProxy(
        { policy: { ...policy, trustProxy: 1 }, host: '127.0.0.1', port: 0, cacheBytes: 1e8 },
        pino({ level: 'silent' }),
        { now: () => Date.now() + moved },
      );
      if (served.kind === 'failed') throw new Error(served.detail);
      closers.push(served.close);
      return {
        url: served.url,
        ask: asker(served.url, 'x-forwarded-for'),
        moveClock: async (ms) => void (moved = ms),
      };
    },
    stop: async () => void (await Promise.all(closers.map((close) => close()))),
  };
}

/** @returns {Runtime} */
export function onWorkerd() {
  /** @type {Miniflare[]} */
  const running = [];
  return {
    name: 'workerd',
    async start(policy) {
      const worker = new Miniflare({
        modules: true,
        script: await workerScript('worker-entry.js'),
        compatibilityDate,
        host: '127.0.0.1',
        port: 0,
        cf: false,
        cachePersist: false,
        bindings: { PLANETARIUM_PROXY: JSON.stringify(policy) },
        handleRuntimeStdio: () => {},
      });
      running.push(worker);
      const { href } = await worker.ready;
      return {
        url: href,
        ask: asker(href, 'cf-connecting-ip'),
        moveClock: async (ms) => void (await fetch(href, { headers: { 'x-test-moved': String(ms) } })),
      };
    },
    stop: async () => void (await Promise.all(running.map((worker) => worker.dispose()))),
  };
}

export const compatibilityDate = '2026-04-01';

/** @param {string} entry   in this folder, or a path */
export async function workerScript(entry) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['worker', 'browser'],
    write: false,
  });
  return outputFiles[0].text;
}

/**
 * @param {string} url
 * @param {string} clientHeader
 * @returns {Running['ask']}
 */
function asker(url, clientHeader) {
  return (target, { client, headers, ...init } = {}) =>
    fetch(`${url}v1/feed?url=${encodeURIComponent(target)}`, {
      ...init,
      headers: { ...(client && { [clientHeader]: client }), ...headers },
    });
}
