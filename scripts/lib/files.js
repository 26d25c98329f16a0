/**
 * The project's own files, by name.
 */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from './run.js';

const NOT_OURS = new Set(['node_modules', 'build', 'dist', '.git']);

/**
 * @param {RegExp} pattern   of the path from the root
 * @param {string} [root]
 * @returns {string[]}       paths from the root with slashes, sorted
 */
export function globFiles(pattern, root = ROOT) {
  return walk(root)
    .map((file) => relative(root, file).split(sep).join('/'))
    .filter((file) => pattern.test(file))
    .sort();
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}
