/** The core as benchmarks drive it: bytes of a feed in, the normalised feed out; bytes of many in, a page of the planet out. */
import { readFileSync } from 'node:fs';
import { loadCore } from '../../web/core/core.js';
import { parseFeed } from '../../web/core/parse-feed.js';
import { loadParser } from '../../web/core/parser.js';

export const name = 'planetarium';

/** Subscriptions are part of a planet's config, so as many as a benchmark may add stand ready. */
const MOST_FEEDS = 2000;
const NOW = 1_900_000_000;

const file = (/** @type {string} */ wasm) =>
  new Uint8Array(readFileSync(new URL(`../../dist/${wasm}`, import.meta.url)));

/** @type {Awaited<ReturnType<typeof loadParser>>} */
let parser;
/** @type {Awaited<ReturnType<typeof loadCore>>} */
let core;
/** @type {ReturnType<typeof core.newPlanet>} */
let planet;
let added = 0;

export async function init() {
  parser = await loadParser(file('planetarium-parser.wasm'));
  core = await loadCore(file('planetarium.wasm'), () => file('planetarium-parser.wasm'));
  reset();
}

/**
 * @param {Uint8Array} bytes
 * @param {{ contentType?: string, url?: string }} about
 * @returns {object}   throws when it is no feed
 */
export function parse(bytes, { contentType, url }) {
  const parsed = parseFeed(parser, bytes, { contentType, url }, { lazy: true });
  if (parsed.kind === 'failed') throw new Error(parsed.detail ?? parsed.reason);
  return parsed.value;
}

export function reset() {
  planet?.delete();
  added = 0;
  const feeds = Array.from({ length: MOST_FEEDS }, (_, i) => ({ nick: `feed${i}`, url: '' }));
  planet = core.newPlanet({ feeds });
}

/** @param {string} url @param {Uint8Array} bytes @param {{ contentType?: string }} about */
export async function addFeed(url, bytes, { contentType }) {
  const feed = `feed${added++}`;
  const outcome = await planet.addFeed(bytes, { feed, url, contentType, receivedAt: NOW, now: NOW });
  if (outcome.kind === 'failed') throw new Error(`${url}: ${outcome.detail ?? outcome.reason}`);
}

/** @param {{ page: number, size: number, tag?: string }} query   page from 0 */
export function page({ page: index, size, tag }) {
  const outcome = planet.query({ page: index + 1, size, tag, people: false, now: NOW });
  if (outcome.kind === 'failed') throw new Error(outcome.detail ?? outcome.reason);
  const { total, entries, cloud } = outcome.value;
  return { total, entries: entries.map((entry) => ({ ...entry, title: entry.title?.value ?? '' })), cloud };
}
