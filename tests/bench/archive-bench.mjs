/**
 * A planet of many feeds → what its archive costs: bytes of the head, time to save and to load, and the core's memory after
 * sixty refreshes beside the bytes that are still alive.
 *
 *     node tests/bench/archive-bench.mjs [FOLDER] [--feeds N] [--rounds N]
 *
 * FOLDER holds feeds; without one they are invented. Each round a tenth of the feeds change: one post is new, one is edited.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCore } from '../../web/core/core.js';

const NOW = 1_900_000_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { feeds: { type: 'string', default: '500' }, rounds: { type: 'string', default: '60' } },
});
const count = Number(values.feeds);
const rounds = Number(values.rounds);

const wasm = new Uint8Array(readFileSync(new URL('../../dist/planetarium.wasm', import.meta.url)));
const config = {
  feeds: Array.from({ length: count }, (_, i) => ({ nick: `feed${i}`, url: `https://w${i}.example/feed` })),
};

/** The documents of a planet at a round. @param {string | undefined} folder @returns {(feed: number, round: number) => Uint8Array} */
function feedsOf(folder) {
  if (folder) {
    const names = readdirSync(folder).sort().slice(0, count);
    const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
    return (feed, round) => new TextEncoder().encode(changed(texts[feed % texts.length], feed, round));
  }
  const words = 'tide lamp crumb mapless harbour patience almanac breakfast wren otter'.split(' ');
  const text = (/** @type {number} */ seed, /** @type {number} */ length) =>
    Array.from({ length }, (_, i) => words[(seed * 7 + i * i * 3 + (i >> 3)) % words.length]).join(' ');
  const item = (/** @type {number} */ feed, /** @type {number} */ post) =>
    `<item><guid isPermaLink="false">w${feed}-${post}</guid><title>${text(feed + post, 6)}</title><link>https://w${feed}.example/2008/06/${post}-${words[post % 10]}</link>` +
    `<category>${words[post % 10]}</category><category>${words[feed % 10]}</category><dc:creator>Writer ${feed}</dc:creator>` +
    `<pubDate>${new Date(1_600_000_000_000 + (post * 97 + feed) * 3_600_000).toUTCString()}</pubDate>` +
    `<description><![CDATA[<p>${text(feed * 31 + post, 800)}</p>]]></description></item>`;
  return (feed, round) =>
    new TextEncoder().encode(
      changed(
        `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Weblog ${feed}</title><link>https://w${feed}.example/</link>` +
          `${Array.from({ length: 20 }, (_, post) => item(feed, post)).join('')}</channel></rss>`,
        feed,
        round,
      ),
    );
}

/** One post edited. @param {string} text @param {number} feed @param {number} round */
function changed(text, feed, round) {
  const times = Math.floor((round + feed) / 10);
  if (times === 0) return text;
  const parts = text.split(/(?=<item[ >]|<entry[ >])/);
  const at = 1 + (times % Math.max(1, parts.length - 1));
  if (parts[at]) parts[at] = parts[at].replace(/<p>/, `<p>Edited ${times}. `);
  return parts.join('');
}

const documentOf = feedsOf(positionals[0]);
const ms = (/** @type {number} */ from) => Math.round((performance.now() - from) * 10) / 10;
const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
/** @template T @param {import('../../web/core/module.js').Outcome<T>} outcome @returns {T} */
function valueOf(outcome) {
  if (outcome.kind === 'failed') throw new Error(outcome.detail ?? outcome.reason);
  return outcome.value;
}

const planet = (await loadCore(wasm)).newPlanet(config);
let documents = 0;
/** @param {number} round */
async function refresh(round) {
  documents = 0;
  for (let feed = 0; feed < count; feed++) {
    const bytes = documentOf(feed, round);
    documents += bytes.length;
    if (round > 0 && (round + feed) % 10 !== 0) continue;
    unsaved += bytes.length;
    if (unsaved > 8e6) save(round);
    valueOf(await planet.addFeed(bytes, { feed: `feed${feed}`, receivedAt: NOW + round, now: NOW + round }));
  }
}

const stored = new Map();
let longest = 0;
let written = 0;
let unsaved = 0;
/** As a page does: after a refresh, and when so much has come. @param {number} round */
function save(round) {
  const from = performance.now();
  const { head, names, segments, obsolete } = valueOf(
    planet.save({ now: NOW + round, stored: stored.keys() }),
  );
  longest = Math.max(longest, ms(from));
  unsaved = 0;
  for (const [name, bytes] of segments) {
    stored.set(name, bytes);
    written += bytes.length;
  }
  for (const name of obsolete) stored.delete(name);
  return { head, names };
}
await refresh(0);
const { entries } = valueOf(planet.stats());
planet.query({ now: NOW });
const memory = () => megabytes(valueOf(planet.stats()).memoryBytes ?? 0);
console.log(`memory before the last save of the first refresh: ${memory()}`);
let from = performance.now();
const saved = save(0);
console.log(`${count} feeds, ${entries} entries, ${megabytes(documents)}`);
console.log(`its last save: ${ms(from)} ms, longest ${longest} ms`);
console.log(`memory after it: ${memory()}`);
const sum = () => [...stored.values()].reduce((total, bytes) => total + bytes.length, 0);
console.log(
  `head: ${megabytes(saved.head.length)}, ${megabytes((saved.head.length / entries) * 10_000)} per 10,000 entries; ${stored.size} segments of ${megabytes(sum())}`,
);
from = performance.now();
valueOf(planet.save({ now: NOW, stored: saved.names }));
console.log(`a save of nothing new: ${ms(from)} ms`);

for (let run = 0; run < 3; run++) {
  const loaded = (await loadCore(wasm)).newPlanet(config);
  from = performance.now();
  valueOf(loaded.load(saved.head));
  const head = ms(from);
  valueOf(loaded.query({ now: NOW }));
  const query = ms(from);
  from = performance.now();
  for (const name of saved.names) valueOf(loaded.loadSegment(name, stored.get(name)));
  const bodies = ms(from);
  console.log(
    `load: head ${head} ms, first view after ${query} ms; all bodies ${bodies} ms; memory ${megabytes(valueOf(loaded.stats()).memoryBytes ?? 0)}`,
  );
}

longest = written = 0;
for (let round = 1; round <= rounds; round++) {
  await refresh(round);
  save(round);
}
const { memoryBytes = 0, entries: held } = valueOf(planet.stats());
console.log(
  `after ${rounds} refreshes: ${held} entries, memory ${megabytes(memoryBytes)}, ${(memoryBytes / documents).toFixed(2)} times the feeds' bytes (${megabytes(documents)}); ` +
    `${stored.size} segments of ${megabytes(sum())}, ${megabytes(written / rounds)} written a refresh, longest save ${longest} ms`,
);
