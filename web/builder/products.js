/** A draft of a planet → what its maker takes away: planet.json, a snippet, one file, a folder for a host. */
import { zip } from './zip.js';

/**
 * @typedef {object} Draft
 * @property {string} title
 * @property {string} theme       its colours
 * @property {string} look        `page` is the page's own
 * @property {string} content     density of the page
 * @property {string} proxy
 * @property {Record<string, unknown>} rest   of an imported planet
 * @property {Record<string, any>[]} feeds
 */

/** @param {Draft} draft @returns {object}   of a planet.json */
export const planetOf = ({ title, theme, look, content, proxy, rest, feeds }) => ({
  ...rest,
  ...(title && { title }),
  ...(proxy && { proxy }),
  ...dressOf(look, theme),
  ...(content !== 'full' && { content }),
  feeds: feeds.map((feed) => (Object.keys(feed).length === 1 ? feed.url : feed)),
});

/** @param {string} look @param {string} theme @returns {{ theme?: string }} */
function dressOf(look, theme) {
  const words = [look, theme].filter((word) => word !== 'page' && word !== 'system');
  return words.length ? { theme: words.join(' ') } : {};
}

/** @param {Draft} draft */
export const planetText = (draft) => `${JSON.stringify(planetOf(draft), null, 2)}\n`;

/** @param {string} folder   URL where planet.json and the element are put */
export const snippetOf = (folder) => `<script type="module" src="${folder}planetarium.js"></script>

<planet-feed src="${folder}planet.json" limit="5" density="titles">
  <a href="${folder}">${folder}</a>
</planet-feed>
`;

/** @param {Draft} draft @param {string} page   planetarium.html @returns {string} */
export function oneFileOf(draft, page) {
  // In a script of HTML no `<` may stand that could begin a tag; JSON says it in another way.
  const json = JSON.stringify(planetOf(draft)).replaceAll('<', '\\u003c');
  return page.replace(
    /(<script type="application\/json" id="planet-json">)[^]*?(<\/script>)/,
    (_, start, end) => start + json + end,
  );
}

/** Files of a planet that integrity.json does not name, for they are never asked for with a hash. */
const BESIDE = ['index.html', 'manifest.webmanifest', 'icon.svg', 'NOTICES.txt'];

/** @param {Draft} draft @param {(name: string) => Promise<Uint8Array>} read   of what lies beside the builder @returns {Promise<Blob>} */
export async function folderOf(draft, read) {
  const hashes = JSON.parse(new TextDecoder().decode(await read('integrity.json')));
  const names = [
    ...BESIDE,
    ...Object.keys(hashes).filter((name) => !/^(?:builder[./]|element\.)/.test(name)),
  ];
  const files = await Promise.all(names.map(async (name) => /** @type {const} */ ([name, await read(name)])));
  return zip(new Map([['planet.json', new TextEncoder().encode(planetText(draft))], ...files]));
}
