/**
 * A cache in memory that outlives its process: every entry is in its file before anybody is answered from it, so that a
 * process that is killed loses none. The file is a journal of checksummed records; at the start, and whenever half of it is
 * history, a new one is written beside it and takes its place at once.
 * Layout: magic; for each record u32 length, u32 CRC-32, then what packEntry gives. Numbers are little-endian.
 *
 * @typedef {import('./cache.js').Entry} Entry
 */
import { open, rename } from 'node:fs/promises';
import zlib from 'node:zlib';
import { packEntry, unpackEntry } from './entry-bytes.js';
import { createMemoryCache } from './memory-cache.js';

const magic = Buffer.from('Planetarium proxy cache 1\n');
const headBytes = 8;
/** History that is not worth a new file. */
const leastHistory = 8 * 1024 * 1024;

/**
 * @param {string} path
 * @param {object} options
 * @param {number} [options.maxBytes]                    of memory
 * @param {(sentence: string) => void} options.warn
 * @returns {Promise<import('./cache.js').Cache & { close: () => Promise<void> }>}   rejects when no such file can be made
 */
export async function openCacheFile(path, { maxBytes, warn }) {
  const memory = createMemoryCache(maxBytes, (key) => forget(key));
  /** What the file holds of each key, in bytes. @type {Map<string, number>} */
  const sizes = new Map();
  let live = 0;
  let written = 0;
  /** @type {{ key: string, done: () => void }[]} */
  let waiting = [];
  /** @type {Promise<void> | undefined} */
  let writing;
  let failed = false;

  await load(path, (key, entry, size) => void (memory.set(key, entry), note(key, size)), warn);
  let file = await rewritten();

  return {
    get: memory.get,
    stats: memory.stats,
    set(key, entry) {
      memory.set(key, entry);
      if (failed) return undefined;
      const safe = new Promise((resolve) => waiting.push({ key, done: () => resolve(undefined) }));
      writing ??= write();
      return safe;
    },
    async close() {
      await writing;
      await file.close();
    },
  };

  /** One write for all that came while the last was under way. */
  async function write() {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const keys = new Set(batch.map(({ key }) => key));
        if (written - live > Math.max(live, leastHistory)) await replace(keys);
        else await append(file, keys);
      } catch (error) {
        failed = true;
        warn(
          `The cache file ${path} cannot be written: ${reasonOf(error)}. What is fetched from now on is lost with the process.`,
        );
      }
      for (const { done } of batch) done();
    }
    writing = undefined;
  }

  /** @param {Set<string>} keys   that are not in the old one yet */
  async function replace(keys) {
    const old = file;
    file = await rewritten(keys);
    await old.close();
  }

  /**
   * Everything that is in memory, in a file of its own that then takes the name.
   * @param {Iterable<string>} more
   */
  async function rewritten(more = []) {
    const beside = `${path}.new`;
    const fresh = await open(beside, 'w', 0o600);
    try {
      await fresh.write(magic);
      const keys = new Set([...sizes.keys(), ...more]);
      sizes.clear();
      [live, written] = [0, 0];
      for (const key of keys) await append(fresh, new Set([key]));
      await fresh.sync();
      await rename(beside, path);
      return fresh;
    } catch (error) {
      await fresh.close();
      throw error;
    }
  }

  /**
   * @param {import('node:fs/promises').FileHandle} to
   * @param {Set<string>} keys
   */
  async function append(to, keys) {
    const parts = [];
    for (const key of keys) {
      const entry = memory.peek(key);
      if (!entry) continue; // evicted meanwhile
      const packed = recordOf(key, entry);
      parts.push(...packed);
      note(
        key,
        packed.reduce((sum, part) => sum + part.byteLength, 0),
      );
    }
    if (parts.length > 0) await writeAll(to, parts);
  }

  /**
   * @param {string} key
   * @param {number} size
   */
  function note(key, size) {
    live += size - (sizes.get(key) ?? 0);
    written += size;
    sizes.set(key, size);
  }

  /** @param {string} key */
  function forget(key) {
    live -= sizes.get(key) ?? 0;
    sizes.delete(key);
  }
}

/**
 * @param {string} key
 * @param {Entry} entry
 */
function recordOf(key, entry) {
  const parts = packEntry(key, entry);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(
    parts.reduce((sum, part) => sum + part.byteLength, 0),
    0,
  );
  head.writeUInt32LE(
    parts.reduce((sum, part) => zlib.crc32(part, sum), 0),
    4,
  );
  return [head, ...parts];
}

/**
 * @param {string} path
 * @param {(key: string, entry: Entry, size: number) => void} take   the last record of a key counts
 * @param {(sentence: string) => void} warn
 */
async function load(path, take, warn) {
  let file;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  try {
    const { size } = await file.stat();
    if (size === 0) return;
    const start = await read(file, 0, magic.byteLength);
    if (!start?.equals(magic)) {
      await rename(path, `${path}.unknown`);
      return warn(
        `${path} is no cache file of this proxy: it is now ${path}.unknown, and the cache begins empty.`,
      );
    }
    let at = magic.byteLength;
    let ignored = 0;
    while (at < size) {
      const record = await readRecord(file, at, size);
      if (record.entry) take(record.key, record.entry, record.size);
      else ignored += record.size;
      at += record.size;
    }
    if (ignored > 0) warn(`The cache file ${path} is damaged: ${ignored} of its ${size} bytes are ignored.`);
  } finally {
    await file.close();
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} at
 * @param {number} end
 * @returns {Promise<{ size: number, key: string, entry?: Entry }>}   without an entry: so many bytes say nothing
 */
async function readRecord(file, at, end) {
  const rest = { size: end - at, key: '' };
  const head = await read(file, at, headBytes);
  const size = headBytes + (head?.readUInt32LE(0) ?? 0);
  if (!head || at + size > end) return rest; // cut off, or of a length that is none
  const packed = await read(file, at + headBytes, size - headBytes);
  const sound = packed && zlib.crc32(packed) === head.readUInt32LE(4);
  return { size, key: '', ...(sound && unpackEntry(packed)) };
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} at
 * @param {number} length
 */
async function read(file, at, length) {
  const buffer = Buffer.from(new ArrayBuffer(length));
  const { bytesRead } = await file.read(buffer, 0, length, at);
  return bytesRead === length ? buffer : null;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {Uint8Array[]} parts
 */
async function writeAll(file, parts) {
  const whole = Buffer.concat(parts); // in one piece: a write of several may end between them
  for (let at = 0; at < whole.byteLength;) at += (await file.write(whole, at)).bytesWritten;
}

/** @param {unknown} error */
function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}
