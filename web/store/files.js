/**
 * A planet's archive in a folder, for Node. Whatever moment the process is killed at, the folder holds a whole head and its
 * segments: segments first, then the head under another name, then one rename. One process may save at a time.
 */
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** @import { ArchiveStore, Kept } from './archive-store.js' */

const HEAD = 'head';
const PREVIOUS = 'head.previous';
const SEGMENT = /^([0-9a-f]{16})\.segment$/;

/** @typedef {{ head: Uint8Array, names: string[] }} HeadFile   on disk: a line of JSON with their hash, then the bytes */

/**
 * @param {string} folder   made when something is saved
 * @returns {ArchiveStore}
 */
export function openFolder(folder) {
  const at = (/** @type {string} */ name) => join(folder, name);
  return {
    async load() {
      const [last, before] = await Promise.all([readHead(at(HEAD)), readHead(at(PREVIOUS))]);
      const head = last ?? before;
      if (!head) return null;
      return {
        head: head.head,
        ...(last && before && { previous: before.head }),
        segment: (name) => readFile(at(`${name}.segment`)).catch(() => undefined),
      };
    },

    async save({ head, names, segments, damaged }) {
      try {
        await mkdir(folder, { recursive: true });
        const stored = new Set(
          (await readdir(folder)).flatMap((name) => (SEGMENT.exec(name) ?? []).slice(1, 2)),
        );
        const missing = names.filter((name) => !stored.has(name) && !segments.has(name));
        if (missing.length > 0) return { kind: 'missing', names: missing };
        // A head that is none must not take the place of the whole one before it.
        const last = damaged ? undefined : await readHead(at(HEAD));
        const previous = last ?? (await readHead(at(PREVIOUS)));
        for (const [name, bytes] of segments) if (!stored.has(name)) await put(`${name}.segment`, [bytes]);
        await syncFolder(folder);
        if (last) await keepPrevious();
        const line = JSON.stringify({ names, sha256: hashOf(head) });
        await put(HEAD, [new TextEncoder().encode(`${line}\n`), head]);
        await syncFolder(folder);
        await clean(new Set([...names, ...(previous?.names ?? [])]));
        return { kind: 'ok' };
      } catch (error) {
        return failed(error);
      }
    },
  };

  /** A file is there whole, or not at all. @param {string} name @param {Uint8Array[]} parts */
  async function put(name, parts) {
    const unfinished = at(`${randomUUID()}.unfinished`);
    const file = await open(unfinished, 'wx');
    try {
      for (const part of parts) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, at(name));
  }

  async function keepPrevious() {
    const unfinished = at(`${randomUUID()}.unfinished`);
    await copyFile(at(HEAD), unfinished);
    const file = await open(unfinished, 'r+');
    await file.sync().finally(() => file.close());
    await rename(unfinished, at(PREVIOUS));
  }

  /** Also what a killed process left. @param {Set<string>} needed */
  async function clean(needed) {
    for (const name of await readdir(folder)) {
      const segment = SEGMENT.exec(name)?.[1];
      if (name.endsWith('.unfinished') || (segment && !needed.has(segment)))
        await rm(at(name), { force: true });
    }
  }
}

/** @param {string} path @returns {Promise<HeadFile | undefined>}   undefined: it is not there, or not what was saved */
async function readHead(path) {
  try {
    const file = await readFile(path);
    const end = file.indexOf('\n');
    const { names, sha256 } = JSON.parse(file.toString('utf8', 0, end));
    const head = file.subarray(end + 1);
    return hashOf(head) === sha256 ? { names, head } : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Uint8Array} bytes */
const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A rename is only on disk when its folder is. @param {string} folder */
async function syncFolder(folder) {
  const handle = await open(folder, 'r').catch(() => undefined); // Windows opens no folders
  await handle?.sync().finally(() => handle.close());
}

/** @param {any} error @returns {Kept} */
const failed = (error) => ({
  kind: 'failed',
  reason: error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'store_full' : 'no_store',
  detail: error.message,
});
