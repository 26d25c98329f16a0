/**
 * How many answers a second the proxy gives, beside bare node:http with a Map in the same run: copies from the cache, 304s,
 * and misses that many readers share. Servers stand in processes of their own; autocannon asks with 50 connections.
 *
 * @typedef {{ perSecond: number, p99: number }} Speed      p99: ms
 * @typedef {{ what: string, bare: Speed, proxy: Speed }} Compared
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
// @ts-expect-error it brings no types
import autocannon from 'autocannon';

const connections = 50;

/**
 * @param {object} [options]
 * @param {number} [options.seconds]   of each of the runs
 * @param {number} [options.rounds]    each server in turn, the median counts
 * @returns {Promise<Compared[]>}
 */
export async function measureProxy({ seconds = 3, rounds = 3 } = {}) {
  const servers = { bare: await start('bare'), proxy: await start('proxy') };
  try {
    const etags = {
      bare: await etagOf(servers.bare.url),
      proxy: await etagOf(servers.proxy.url),
    };
    /** @type {[string, (name: 'bare' | 'proxy') => object][]} */
    const works = [
      ['cached hits', () => ({})],
      ['304s', (name) => ({ headers: { 'if-none-match': etags[name] } })],
      ['coalesced misses', (name) => ({ url: servers[name].misses })],
    ];
    const compared = [];
    for (const [what, options] of works) {
      /** @type {Record<'bare' | 'proxy', Speed[]>} */
      const speeds = { bare: [], proxy: [] };
      for (let round = 0; round <= rounds; round++) {
        for (const name of /** @type {const} */ (['bare', 'proxy'])) {
          const speed = await run({
            url: servers[name].url,
            ...options(name),
            duration: round ? seconds : 1,
          });
          if (round > 0) speeds[name].push(speed); // the first one warms up
        }
      }
      compared.push({ what, bare: median(speeds.bare), proxy: median(speeds.proxy) });
    }
    return compared;
  } finally {
    for (const { child } of Object.values(servers)) child.kill('SIGKILL');
  }
}

/** @param {'bare' | 'proxy'} kind */
async function start(kind) {
  const child = fork(new URL('proxy-bench-server.mjs', import.meta.url), [kind]);
  const [{ url, misses }] = await once(child, 'message');
  return { child, url, misses };
}

/** @param {string} url */
async function etagOf(url) {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  await response.arrayBuffer();
  return response.headers.get('etag') ?? '';
}

/**
 * @param {object} options
 * @returns {Promise<Speed>}
 */
async function run(options) {
  const result = await autocannon({ connections, ...options });
  if (result['4xx'] + result['5xx'] > 0) throw new Error('some answers were errors');
  if (result.errors > 0) throw new Error(`${result.errors} connections failed`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

/**
 * Each figure's own median: one that the machine disturbed must not stand for the rest.
 * @param {Speed[]} speeds
 * @returns {Speed}
 */
function median(speeds) {
  const middle = (/** @type {number[]} */ values) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return {
    perSecond: middle(speeds.map(({ perSecond }) => perSecond)),
    p99: middle(speeds.map(({ p99 }) => p99)),
  };
}
