/**
 * Feeds parsed one by one by one parser → the memory that stays: the core's linear memory, and JavaScript's heap after a
 * collection of garbage. Run with --expose-gc.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { makeFeeds, readFeeds } from './feeds.mjs';
import { watchMemory } from './watch-memory.mjs';

/** @typedef {{ feeds: number, linearBytes: number, heapBytes: number }} Stay */

const STOPS = [100, 1000, 2000];

/**
 * @param {string | undefined} corpus   folder of feeds; none: invented ones
 * @returns {Stay[]}
 */
export function measureMemory(corpus) {
  const args = ['--expose-gc', fileURLToPath(import.meta.url), JSON.stringify({ corpus })];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { corpus } = JSON.parse(process.argv[2]);
  const linearBytes = watchMemory();
  const adapter = await import('./adapter.mjs');
  await adapter.init();
  const files = corpus ? readFeeds(corpus) : makeFeeds();
  /** @type {Stay[]} */
  const stays = [];
  for (let feeds = 1; feeds <= STOPS[STOPS.length - 1]; feeds++) {
    const { name, bytes, contentType } = files[feeds % files.length];
    try {
      readThrough(adapter.parse(bytes, { contentType, url: `https://corpus.example/${name}` }));
    } catch {
      // what is no feed leaves as little behind
    }
    if (!STOPS.includes(feeds)) continue;
    /** @type {any} */ (globalThis).gc();
    stays.push({ feeds, linearBytes: linearBytes(), heapBytes: process.memoryUsage().heapUsed });
  }
  process.stdout.write(JSON.stringify(stays));
}

/** @param {unknown} value */
function readThrough(value) {
  if (value && typeof value === 'object') for (const one of Object.values(value)) readThrough(one);
}
