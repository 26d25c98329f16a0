/**
 * Bytes of feeds → complete objects with every string read: how fast this core is beside feedsmith, in one run.
 * Each of the two works in a process of its own; files that feedsmith cannot parse are left out for both.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { makeFeeds, readFeeds } from './feeds.mjs';

/**
 * @typedef {import('./feeds.mjs').FeedFile} FeedFile
 * @typedef {(bytes: Uint8Array, about: { url: string, contentType: string }) => unknown} Parse
 * @typedef {{ bytes: number, files: number, failed: string[], megabytesPerSecond: number }} Measured
 * @typedef {'all' | 'small' | 'json'} Group
 */

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

/**
 * @param {string | undefined} corpus   folder of feeds; none: invented ones
 * @returns {{ group: Group, ours: Measured, feedsmith: Measured, ratio: number }[]}
 */
export function compareParsers(corpus) {
  const feedsmith = measureApart('feedsmith', corpus, []);
  const leftOut = Object.values(feedsmith).flatMap(({ failed }) => failed);
  const ours = measureApart('ours', corpus, leftOut);
  return /** @type {Group[]} */ (Object.keys(GROUPS)).map((group) => ({
    group,
    ours: ours[group],
    feedsmith: feedsmith[group],
    ratio: ours[group].megabytesPerSecond / feedsmith[group].megabytesPerSecond,
  }));
}

/**
 * @param {'ours' | 'feedsmith'} peer
 * @param {string | undefined} corpus
 * @param {string[]} leftOut
 * @returns {Record<Group, Measured>}
 */
function measureApart(peer, corpus, leftOut) {
  const job = JSON.stringify({ peer, corpus, leftOut });
  const options = /** @type {const} */ ({ encoding: 'utf8', maxBuffer: 1 << 26 });
  return JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), job], options));
}

/**
 * @param {FeedFile[]} files
 * @param {Parse} parse
 * @returns {Measured}
 */
function measure(files, parse) {
  /** @type {string[]} */
  const failed = [];
  const work = files.filter((file) => {
    try {
      parse(file.bytes, aboutOf(file));
      return true;
    } catch {
      failed.push(file.name);
      return false;
    }
  });
  const bytes = work.reduce((sum, file) => sum + file.bytes.length, 0);
  const repeats = Math.ceil(ROUND_BYTES / Math.max(1, bytes));
  const round = () => {
    const started = performance.now();
    for (let i = 0; i < repeats; i++) for (const file of work) readThrough(parse(file.bytes, aboutOf(file)));
    return (performance.now() - started) / repeats;
  };
  round();
  round();
  const milliseconds = Array.from({ length: ROUNDS }, round).sort((a, b) => a - b)[ROUNDS >> 1];
  return { bytes, files: work.length, failed, megabytesPerSecond: bytes / milliseconds / 1000 };
}

/** @param {FeedFile} file */
const aboutOf = ({ name, contentType }) => ({ url: `https://corpus.example/${name}`, contentType });

let sink = 0;

/**
 * Reads every string and runs every getter, so that nothing is left for later.
 * @param {unknown} value
 */
function readThrough(value) {
  if (typeof value === 'string') sink = (sink + value.length + value.charCodeAt(value.length >> 1)) | 0;
  else if (value instanceof Date) sink = (sink + value.getTime()) | 0;
  else if (Array.isArray(value)) for (const item of value) readThrough(item);
  else if (value && typeof value === 'object') for (const item of Object.values(value)) readThrough(item);
}

/**
 * The text of a feed as feedsmith wants it: by byte order mark, XML declaration, else UTF-8.
 * @param {Uint8Array} bytes
 */
function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.length)).toString('latin1');
  const label = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/**
 * @param {'ours' | 'feedsmith'} peer
 * @returns {Promise<Parse>}
 */
async function loadPeer(peer) {
  if (peer === 'ours') {
    const adapter = await import('./adapter.mjs');
    await adapter.init();
    return adapter.parse;
  }
  const { parseFeed } = await import('feedsmith');
  return (bytes) => parseFeed(decode(bytes)).feed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { peer, corpus, leftOut } = JSON.parse(process.argv[2]);
  const parse = await loadPeer(peer);
  const files = (corpus ? readFeeds(corpus) : makeFeeds()).filter(({ name }) => !leftOut.includes(name));
  const entries = Object.entries(GROUPS).map(([group, isIn]) => [group, measure(files.filter(isIn), parse)]);
  process.stdout.write(JSON.stringify(Object.fromEntries(entries)));
}
