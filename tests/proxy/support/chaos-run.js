/**
 * The proxy and its readers, in a process without the test runner, whose hooks on each promise would cost more than all the
 * rest. Publishers have a process of their own. Sends one message: what was seen, what was wrong, and how much memory it took.
 *
 * @typedef {{ seen: Record<string, number>, wrong: string[], early: number, most: number }} ChaosResult   early, most: bytes
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { pino } from 'pino';
import { serveProxy } from '../../../cli/proxy.js';
import { chaosFeed, evilCodes, hosts, rounds } from './chaos.js';

const readers = 100;
const hour = 3600_000;
const timeoutMs = 1500;
const maxBytes = 1_000_000;

const publishers = fork(new URL('chaos-publishers.js', import.meta.url));
const [{ port }] = await once(publishers, 'message');
/** Publishers of the bad sort have a host each, the good ones share ninety. */
const hostOf = (/** @type {number} */ n) =>
  n % 10 === 0 ? `127.2.0.${n / 10 + 1}` : `127.1.0.${(n % 90) + 1}`;
const feeds = Array.from({ length: hosts }, (_, n) => `http://${hostOf(n)}:${port}/${n}`);
let moved = 0;
const policy = { feeds, allowPrivate: true, timeoutMs, maxBytes, limits: { inFlight: 200 } };
const served = await serveProxy(
  { policy, host: '127.0.0.1', port: 0, cacheBytes: 8_000_000 },
  pino({ level: 'silent' }),
  { now: () => Date.now() + moved },
);
if (served.kind === 'failed') throw new Error(served.detail);

/** @type {ChaosResult} */
const result = { seen: {}, wrong: [], early: 0, most: 0 };

/**
 * @param {number} n
 * @param {number} round
 */
async function ask(n, round) {
  const response = await fetch(
    `${served.kind === 'ok' && served.url}v1/feed?url=${encodeURIComponent(feeds[n])}`,
  );
  const body = await response.text();
  const code = response.headers.get('x-feed-error') ?? 'feed';
  result.seen[code] = (result.seen[code] ?? 0) + 1;
  // On a machine that is busy with other things a bomb may be as slow as one who hangs.
  const right =
    n % 10 === 0
      ? [evilCodes[(n / 10) % evilCodes.length], 'timeout'].includes(code)
      : code === 'feed' && body === chaosFeed(n, round);
  if (!right) result.wrong.push(`${n} in round ${round}: ${code} ${body.slice(0, 80)}`);
}

for (let round = 0; round < rounds; round++) {
  publishers.send(round);
  await once(publishers, 'message');
  const waiting = feeds.keys();
  const reader = async () => {
    for (const n of waiting) await ask(n, round);
  };
  await Promise.all(Array.from({ length: readers }, reader));
  moved += 3 * hour;
  const { rss } = process.memoryUsage();
  if (round === 1) result.early = rss; // by then all code is compiled and every pool has been filled
  result.most = Math.max(result.most, rss);
}
publishers.kill('SIGKILL');
if (process.send) process.send(result, () => process.exit());
else process.exit();
