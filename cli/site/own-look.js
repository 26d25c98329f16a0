/** What a planet brings for its look, from its own folder: a style sheet, and a template that its posts are drawn by. */
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { readOwnPost } from '../../web/render/own-post.js';

/**
 * @typedef {object} OwnLook
 * @property {[path: string, bytes: Uint8Array][]} files
 * @property {string} [css]    of the style sheet: its path in the site, or its URL where it lies elsewhere
 * @property {import('../../web/render/own-post.js').OwnPost} [ownPost]
 *
 * @param {import('../any-planet.js').AnyPlanet} planet
 * @returns {Promise<{ kind: 'ok', value: OwnLook } | { kind: 'failed', detail: string }>}
 */
export async function readOwnLook({ base, folder, config: { css, template } }) {
  /** @type {OwnLook} */
  const look = { files: [] };
  for (const url of [css, template]) {
    const path = url?.startsWith(base) ? pathIn(base, url) : undefined;
    const bytes = path && (await readFile(join(folder, path)).catch(() => undefined));
    if (bytes) look.files.push([path, bytes]);
    if (url && url === css) look.css = bytes ? path : url;
    if (!url || url !== template) continue;
    if (!bytes) return { kind: 'failed', detail: `template: there is no ${url} in the planet's folder` };
    const read = readOwnPost(bytes.toString());
    if (read.kind === 'failed') return { kind: 'failed', detail: `${path}: ${read.detail}` };
    look.ownPost = read.value;
  }
  return { kind: 'ok', value: look };
}

/** @param {string} base @param {string} url @returns {string | undefined}   undefined: no file of the folder, or a hidden one */
export function pathIn(base, url) {
  try {
    const path = decodeURIComponent(new URL(url).pathname.slice(new URL(base).pathname.length));
    return path && posix.normalize(path) === path && !/(?:^|[/\\])\.|\0/.test(path) ? path : undefined;
  } catch {
    return undefined; // a percent sign that begins nothing
  }
}
