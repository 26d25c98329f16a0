/**
 * The files of a site → a folder that a web server may be serving: everything is written beside it first, then each file takes
 * its place at once, pages after what they need; what the site no longer has goes last. A process that is killed at any
 * moment leaves every file whole, the old one or the new one.
 */
import { randomUUID } from 'node:crypto';
import { access, lstat, mkdir, open, readFile, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What this site's files were, so that nothing else in the folder is ever touched. */
const LIST = '.planetarium-files.json';
const STAGING = '.planetarium-new-';

/**
 * @param {string} folder
 * @param {Iterable<import('./site.js').File> | AsyncIterable<import('./site.js').File>} files    by path with slashes
 * @returns {Promise<{ written: number, removed: number }>}   files that are the same are left alone; rejects with Taken
 */
export async function publish(folder, files) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder))
    if (name.startsWith(STAGING)) await rm(join(folder, name), { recursive: true, force: true });
  const before = await listOf(folder);
  const staging = join(folder, `${STAGING}${randomUUID()}`);
  try {
    /** @type {Set<string>} */
    const all = new Set();
    const changed = [];
    for await (const [path, content] of files) {
      all.add(path);
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      if (await holds(join(folder, path), bytes)) continue;
      await put(join(staging, path), bytes);
      changed.push(path);
    }
    await refuseTaken(folder, changed, before);
    // Known before they stand there: whatever happens, the next build may take them away again.
    await replace(folder, LIST, JSON.stringify([...new Set([...before, ...all])].sort()));
    for (const path of changed.sort(pagesLast)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await rename(join(staging, path), join(folder, path));
    }
    const gone = before.filter((path) => !all.has(path));
    for (const path of gone) await remove(folder, path);
    await replace(folder, LIST, JSON.stringify([...all].sort()));
    return { written: changed.length, removed: gone.length };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** A file that stands in the way and is somebody else's. */
export class Taken extends Error {}

/** @param {string} folder @param {string[]} changed @param {string[]} before   what the site's own files were */
async function refuseTaken(folder, changed, before) {
  const own = new Set(before);
  for (const path of changed) {
    const file = join(folder, path);
    if (!own.has(path) && (await lstat(file).catch(() => undefined)))
      throw new Taken(
        `${file} is there already, and no build wrote it: take it away, or name another folder.`,
      );
  }
}

/** Whether every file of the last site still stands. @param {string} folder @returns {Promise<boolean>} */
export async function isWhole(folder) {
  const files = await listOf(folder);
  const all = await Promise.all(
    files.map((path) =>
      access(join(folder, path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return files.length > 0 && all.every(Boolean);
}

/** The page that everybody opens comes last of all. @param {string} a @param {string} b */
const pagesLast = (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1);

/** @param {string} path */
const rank = (path) => (path === 'index.html' ? 2 : path.endsWith('.html') ? 1 : 0);

/** @param {string} folder @returns {Promise<string[]>} */
async function listOf(folder) {
  try {
    const list = JSON.parse(await readFile(join(folder, LIST), 'utf8'));
    return list.filter(
      (/** @type {unknown} */ path) => typeof path === 'string' && !/(?:^|\/)\.\.?(?:\/|$)/.test(path),
    );
  } catch {
    return [];
  }
}

/** @param {string} file @param {Uint8Array} bytes */
async function holds(file, bytes) {
  try {
    return (await readFile(file)).equals(bytes);
  } catch {
    return false;
  }
}

/** @param {string} file @param {Uint8Array | string} content */
async function put(file, content) {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @param {string} folder @param {string} name @param {string} text */
async function replace(folder, name, text) {
  const unfinished = join(folder, `${STAGING}${randomUUID()}`);
  await put(unfinished, text);
  await rename(unfinished, join(folder, name));
}

/** With the folders that it leaves empty. @param {string} folder @param {string} path */
async function remove(folder, path) {
  await rm(join(folder, path), { force: true });
  for (let at = dirname(path); at !== '.'; at = dirname(at)) {
    try {
      await rmdir(join(folder, at));
    } catch {
      return; // something else is in it
    }
  }
}
