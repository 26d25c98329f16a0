/** A table of feeds as CSV (RFC 4180), with a first row that names its columns → planet.json. */

/** @import { Imported } from './planet-ini.js' */

/** Names of columns by key of a feed, in lower case and letters alone. @type {Record<string, string[]>} */
const COLUMNS = {
  url: ['url', 'feed', 'feedurl', 'xmlurl', 'rss', 'atom'],
  name: ['name', 'author', 'title', 'text', 'blog'],
  link: ['link', 'htmlurl', 'site', 'website', 'homepage', 'siteurl', 'blogurl'],
  nick: ['nick', 'shortname', 'nickname', 'id'],
  face: ['face', 'avatar', 'picture', 'image'],
  tags: ['tags', 'tag', 'categories', 'category', 'folder'],
};

/** @param {string} text @returns {string[][]} */
export function readCsv(text) {
  const separator =
    /^[^\n"]*;/.test(text) && !/^[^\n"]*,/.test(text) ? ';' : /^[^\n",]*\t/.test(text) ? '\t' : ',';
  /** @type {string[][]} */
  const rows = [[]];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r\\n?|\\n|$)`, 'y');
  const body = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < body.length) {
    const [, value, end] = /** @type {RegExpExecArray} */ (cell.exec(body) ?? ['', '', '']);
    rows[rows.length - 1].push(
      value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value.trim(),
    );
    if (end !== separator) rows.push([]);
    if (!end) break;
  }
  return rows.filter((row) => row.some(Boolean));
}

/** Whether the first row of a text names columns, an address among them. @param {string} text */
export function isCsv(text) {
  const [names = []] = readCsv(text.slice(0, 4096));
  return names.length > 1 && !names.some((name) => name.includes('://')) && columnsOf(names).has('url');
}

/** @param {string[]} names @returns {Map<string, number>}   index by key of a feed */
function columnsOf(names) {
  const found = new Map();
  for (const [key, words] of Object.entries(COLUMNS)) {
    const plain = names.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
    const index = words.map((word) => plain.indexOf(word)).find((at) => at >= 0);
    if (index !== undefined && ![...found.values()].includes(index)) found.set(key, index);
  }
  return found;
}

/** @param {string} text @returns {Imported} */
export function fromCsv(text) {
  const [names = [], ...rows] = readCsv(text);
  const columns = columnsOf(names);
  const taken = new Set(columns.values());
  /** @type {string[]} */
  const notes = names
    .filter((name, index) => name && !taken.has(index))
    .map((name) => `The column ${name} has no counterpart.`);
  const feeds = rows.flatMap((row, index) => {
    const entries = [...columns].flatMap(([key, at]) => (row[at] ? [[key, row[at]]] : []));
    const { tags, ...feed } = Object.fromEntries(entries);
    if (!feed.url) {
      notes.push(`Row ${index + 2} holds no address.`);
      return [];
    }
    return [
      {
        ...feed,
        ...(tags && {
          tags: tags
            .split(/[,;|]/)
            .map((/** @type {string} */ tag) => tag.trim())
            .filter(Boolean),
        }),
      },
    ];
  });
  return { planet: { feeds }, notes };
}
