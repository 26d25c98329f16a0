/**
 * Bytes of feeds → objects: how fast this core is beside its peers, in one run, once with every string of the object read and
 * once without. Each works in a process of its own. A group is what feedsmith can read of it; a peer that reads less is compared
 * by what it reads.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { makeFeeds, readFeeds } from './feeds.mjs';
import { PEERS } from './peers.mjs';

/**
 * @typedef {import('./feeds.mjs').FeedFile} FeedFile
 * @typedef {import('./peers.mjs').Parse} Parse
 * @typedef {'all' | 'small' | 'json'} Group
 * @typedef {'read' | 'left'} Strings       every string of the object read, or left for whoever wants it
 * @typedef {Record<string, number>} Times  milliseconds by the name of the file
 * @typedef {{ peer: string, feeds: number, megabytesPerSecond: number, ratio: number }} Row
 *   `ratio`: how many times as long as this core the peer takes for the same feeds
 * @typedef {{ group: Group, feeds: number, bytes: number, rows: Row[], failed: string[] }} Comparison
 *   `failed`: what feedsmith reads and this core does not
 */

export const OURS = 'this core';
const BASE = 'feedsmith';
const ROUNDS = 7;
const SMALL_BYTES = 20_000;
/** A round works through at least so many bytes, so that the clock has something to measure. */
const ROUND_BYTES = 4_000_000;

/** @type {Record<Group, (file: FeedFile) => boolean>} */
const GROUPS = {
  all: ({ kind }) => kind === 'xml',
  small: ({ kind, bytes }) => kind === 'xml' && bytes.length < SMALL_BYTES,
  json: ({ kind }) => kind === 'json',
};

/** @param {string | undefined} corpus */
const feedsOf = (corpus) => (corpus ? readFeeds(corpus) : makeFeeds());

/**
 * @param {string | undefined} corpus   folder of feeds; none: invented ones
 * @param {Strings} strings
 * @param {string[]} [peers]
 * @returns {Comparison[]}
 */
export function compareParsers(corpus, strings, peers = Object.keys(PEERS)) {
  const files = feedsOf(corpus);
  const measured = new Map(peers.map((peer) => [peer, measureApart({ peer, corpus, strings })]));
  const times = (/** @type {string} */ peer, /** @type {Group} */ group) => measured.get(peer)?.[group] ?? {};
  return /** @type {Group[]} */ (Object.keys(GROUPS)).map((group) => {
    const base = files.filter((file) => GROUPS[group](file) && file.name in times(BASE, group));
    const ours = times(OURS, group);
    const rows = peers.flatMap((peer) => rowOf(peer, base, times(peer, group), ours));
    const failed = base.filter(({ name }) => !(name in ours)).map(({ name }) => name);
    return { group, feeds: base.length, bytes: bytesOf(base), rows, failed };
  });
}

/**
 * @param {string} peer
 * @param {FeedFile[]} base
 * @param {Times} times
 * @param {Times} ours
 * @returns {Row[]}   none where the peer reads none of these
 */
function rowOf(peer, base, times, ours) {
  const read = base.filter(({ name }) => name in times && name in ours);
  if (read.length === 0) return [];
  const took = sum(read.map(({ name }) => times[name]));
  const tookUs = sum(read.map(({ name }) => ours[name]));
  return [
    { peer, feeds: read.length, megabytesPerSecond: bytesOf(read) / took / 1000, ratio: took / tookUs },
  ];
}

const sum = (/** @type {number[]} */ all) => all.reduce((total, one) => total + one, 0);
const bytesOf = (/** @type {FeedFile[]} */ files) => sum(files.map(({ bytes }) => bytes.length));

/**
 * @param {{ peer: string, corpus: string | undefined, strings: Strings }} job
 * @returns {Record<Group, Times>}
 */
function measureApart(job) {
  const args = [fileURLToPath(import.meta.url), JSON.stringify(job)];
  return JSON.parse(
    execFileSync(process.execPath, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
}

/**
 * @param {FeedFile[]} files
 * @param {Parse} parse
 * @param {Strings} strings
 * @returns {Promise<Times>}   of the round in the middle; a file that cannot be read has none
 */
async function measure(files, parse, strings) {
  const use = strings === 'read' ? readThrough : hold;
  /** @type {FeedFile[]} */
  const work = [];
  for (const file of files) {
    try {
      if (await parse(file.bytes, aboutOf(file))) work.push(file);
    } catch {
      // no row for it
    }
  }
  const repeats = Math.ceil(ROUND_BYTES / Math.max(1, bytesOf(work)));
  const round = async () => {
    const times = work.map(() => 0);
    for (let i = 0; i < repeats; i++) {
      for (const [at, file] of work.entries()) {
        const started = performance.now();
        const parsed = parse(file.bytes, aboutOf(file));
        use(parsed instanceof Promise ? await parsed : parsed);
        times[at] += performance.now() - started;
      }
    }
    return times.map((time) => time / repeats);
  };
  for (let i = 0; i < 2; i++) await round();
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round());
  const middle = rounds.sort((a, b) => sum(a) - sum(b))[ROUNDS >> 1];
  return Object.fromEntries(work.map(({ name }, at) => [name, middle[at]]));
}

/** @param {FeedFile} file */
const aboutOf = ({ name, contentType }) => ({ url: `https://corpus.example/${name}`, contentType });

let sink = 0;
/** @type {unknown} */
let held;

/** Keeps the object from being thought unused. @param {unknown} value */
function hold(value) {
  held = value;
}

/**
 * Reads every string and runs every getter, so that nothing is left for later.
 * @param {unknown} value
 */
function readThrough(value) {
  if (typeof value === 'string') sink = (sink + value.length + value.charCodeAt(value.length >> 1)) | 0;
  else if (value instanceof Date) sink = (sink + value.getTime()) | 0;
  else if (Array.isArray(value)) for (const item of value) readThrough(item);
  else if (value && typeof value === 'object') {
    if ('toJSON' in value && typeof value.toJSON === 'function')
      readThrough(value.toJSON()); // getters of a class
    else for (const key in value) readThrough(/** @type {any} */ (value)[key]);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { peer, corpus, strings } = JSON.parse(process.argv[2]);
  const { parse, kinds } = await PEERS[peer]();
  const files = feedsOf(corpus).filter(({ kind }) => kinds.includes(kind));
  /** @type {Record<string, Times>} */
  const times = {};
  for (const [group, isIn] of Object.entries(GROUPS))
    times[group] = await measure(files.filter(isIn), parse, strings);
  process.stdout.write(JSON.stringify(times));
}
