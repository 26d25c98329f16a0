/**
 * What a build left of a planet, one file beside the page: a line of JSON that says where the parts lie, then the archive's
 * head and its segments, the whole compressed by gzip. A page without an archive of its own begins with it.
 *
 * @import { ArchiveStore, Archived } from './archive-store.js'
 *
 * @typedef {{ version: 1, head: number, segments: [string, number][] }} Contents   sizes in bytes, in their order
 */

/** Larger ones are none: a page would rather ask the feeds. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * @param {Uint8Array} head
 * @param {Map<string, Uint8Array>} segments
 * @returns {Uint8Array[]}   parts to be written one behind the other, and compressed
 */
export function packSnapshot(head, segments) {
  /** @type {Contents} */
  const contents = {
    version: 1,
    head: head.length,
    segments: [...segments].map(([name, { length }]) => [name, length]),
  };
  return [new TextEncoder().encode(`${JSON.stringify(contents)}\n`), head, ...segments.values()];
}

/** @param {Uint8Array} bytes   uncompressed @returns {Archived | null}   null: no snapshot, or not all of it */
export function unpackSnapshot(bytes) {
  const end = bytes.indexOf(10);
  try {
    /** @type {Contents} */
    const contents = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
    if (contents.version !== 1) return null;
    let at = end + 1;
    const take = (/** @type {number} */ size) => bytes.slice(at, (at += size));
    const head = take(contents.head);
    const segments = new Map(contents.segments.map(([name, size]) => [name, take(size)]));
    if (at !== bytes.length) return null;
    return { head, segment: async (name) => segments.get(name) };
  } catch {
    return null;
  }
}

/**
 * A store that begins with a snapshot where it has nothing yet.
 * @param {ArchiveStore} store
 * @param {string} url
 * @param {typeof fetch} fetch
 * @returns {ArchiveStore}
 */
export const beginningWith = (store, url, fetch) => ({
  load: async () => (await store.load()) ?? (await fetchSnapshot(url, fetch)),
  save: store.save,
});

/** @param {string} url @param {typeof fetch} get @returns {Promise<Archived | null>} */
async function fetchSnapshot(url, get) {
  try {
    const response = await get(url);
    if (!response.ok || !response.body) return null;
    const bytes = new Uint8Array(await new Response(await plainOf(response)).arrayBuffer());
    return bytes.length > MOST_BYTES ? null : unpackSnapshot(bytes);
  } catch {
    return null; // the feeds say it all as well
  }
}

/** Some servers decompress on the way: what begins as gzip does still has to be. @param {Response} response */
async function plainOf(response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const stream = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (new Blob([bytes]).stream());
  return packed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
}
