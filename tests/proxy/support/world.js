// A proxy in a world of its own: its publisher is a function, its clock a number.
import { createProxy } from '../../../proxy/handler.js';
import { feedRequest, feedText } from './origin.js';

export const feed = 'https://a.example/feed';
export const hour = 3600_000;
export const start = Date.parse('2026-01-01T00:00:00Z');

/**
 * A proxy whose publisher is a function and whose clock is a number.
 * @param {(url: string, headers: Record<string, string>) => Response | Promise<Response>} answer
 * @param {import('../../../proxy/settings.js').ProxyPolicy} [policy]
 */
export function setUp(answer, policy = {}, mount = '') {
  const world = {
    now: start,
    /** @type {{ url: string, headers: Record<string, string> }[]} */
    sent: [],
    /** @type {any[]} */
    logged: [],
    /** @type {import('../../../proxy/cache.js').Cache & Map<string, import('../../../proxy/cache.js').Entry>} */
    cache: new Map(),
    ask: (target = feed, /** @type {RequestInit} */ init = {}, client = '') =>
      handle(feedRequest(target, init), { client, waitUntil: (job) => world.jobs.push(job) }),
    /** @type {Promise<unknown>[]} */
    jobs: [],
    handle: (/** @type {Request} */ request) => handle(request),
  };
  const handle = createProxy(
    { feeds: [feed], ...policy },
    {
      fetch: async (url, { headers }) => {
        world.sent.push({ url, headers });
        return answer(url, headers);
      },
      cache: world.cache,
      now: () => world.now,
      random: () => 0,
      log: (event) => world.logged.push(event),
      version: '1.2',
      mount,
    },
  );
  return world;
}

export const ok = (/** @type {Record<string, string>} */ headers = {}, body = feedText) =>
  new Response(body, { headers: { 'content-type': 'application/rss+xml', ...headers } });
