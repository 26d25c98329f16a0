/**
 * The lists that a planet.json names come in, the feeds that they hold go out: files of the folder itself, others through
 * the planet's proxy and its rules.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createNodeProxy } from '../proxy/node.js';
import { loadParser } from '../web/core/parser.js';
import { createStaticFiles } from './static-files.js';

/** @typedef {import('../web/model.js').Listed} Listed */

/**
 * @param {string[]} urls
 * @param {object} env
 * @param {string} env.wasm      planetarium-parser.wasm
 * @param {(url: string) => Promise<Response>} env.fetch
 * @param {(sentence: string) => void} env.warn
 * @returns {Promise<Map<string, Listed[]>>}   without those that cannot be read
 */
export async function readLists(urls, { wasm, fetch, warn }) {
  const parser = await loadParser(await readFile(wasm));
  /** @type {Map<string, Listed[]>} */
  const lists = new Map();
  for (const url of new Set(urls)) {
    const response = await fetch(url);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!response.ok) {
      warn(`The list ${url} cannot be read: ${response.headers.get('x-feed-error') ?? response.status}.`);
      continue;
    }
    const contentType = response.headers.get('content-type') ?? undefined;
    const read = parser.readOpml(bytes, { url: response.headers.get('x-feed-url') ?? url, contentType });
    if (read.kind === 'ok') lists.set(url, read.value.feeds);
    else warn(`The list ${url} cannot be read: ${read.detail ?? read.reason}.`);
  }
  return lists;
}

const parserFile = fileURLToPath(new URL('../dist/planetarium-parser.wasm', import.meta.url));

/**
 * The same for commands that run once: files of the folder from disk, others through the proxy's rules.
 * @param {{ allowPrivate: boolean, warn: (sentence: string) => void }} options
 */
export const listsReader =
  ({ allowPrivate, warn }) =>
  async (/** @type {string} */ base, /** @type {string} */ folder, /** @type {string[]} */ urls) => {
    const files = createStaticFiles([folder]);
    const proxy = createNodeProxy({ feeds: urls, allowPrivate });
    try {
      return await readLists(urls, {
        wasm: parserFile,
        warn,
        fetch: async (url) =>
          url.startsWith(base)
            ? files(new Request(`http://files.invalid/${url.slice(base.length)}`))
            : proxy.fetch(new Request(`http://proxy.invalid/v1/feed?url=${encodeURIComponent(url)}`)),
      });
    } finally {
      await proxy.close();
    }
  };
