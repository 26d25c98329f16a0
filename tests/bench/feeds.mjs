/**
 * Feeds to measure with: those of a folder, or invented ones. The invented ones are the same on every machine.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/** @typedef {{ name: string, kind: 'xml' | 'json', contentType: string, bytes: Uint8Array }} FeedFile */

const TYPES = /** @type {Record<string, string>} */ ({
  '.json': 'application/feed+json',
  '.atom': 'application/atom+xml',
  '.rss': 'application/rss+xml',
});

/**
 * @param {string} folder
 * @returns {FeedFile[]}   what is a feed by its root element or version; lists of feeds and other files are left out
 */
export function readFeeds(folder) {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return names.flatMap(({ name }) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name))); // a buffer of its own, not one of the pool
    const kind = kindOf(bytes);
    return kind ? [{ name, kind, contentType: TYPES[extname(name)] ?? 'text/xml', bytes }] : [];
  });
}

/**
 * @param {Uint8Array} bytes
 * @returns {FeedFile['kind'] | null}
 */
function kindOf(bytes) {
  const head = Buffer.from(bytes.subarray(0, 6000)).toString('latin1').replaceAll('\0', '');
  if (/<opml/i.test(head)) return null;
  if (/<(rss|feed|rdf:RDF|\w+:feed)[\s>]/i.test(head)) return 'xml';
  return /jsonfeed\.org\/version/.test(head) ? 'json' : null;
}

/** @returns {FeedFile[]}   48 RSS and Atom feeds from 2 KB to 600 KB, 8 JSON feeds */
export function makeFeeds() {
  const random = randomNumbers(20261120);
  /** @type {FeedFile[]} */
  const files = [];
  for (let i = 0; i < 48; i++) {
    const entries = makeEntries(random, 2 + Math.floor(28 * random()), 200 * 2 ** Math.floor(8 * random()));
    const [extension, text] = i % 2 === 0 ? ['.rss', rss(entries)] : ['.atom', atom(entries)];
    files.push(file(`made-${i}${extension}`, 'xml', text));
  }
  for (let i = 0; i < 8; i++) files.push(file(`made-${i}.json`, 'json', json(makeEntries(random, 20, 2000))));
  return files;
}

/**
 * @param {string} name
 * @param {FeedFile['kind']} kind
 * @param {string} text
 * @returns {FeedFile}
 */
const file = (name, kind, text) => ({
  name,
  kind,
  contentType: TYPES[extname(name)],
  bytes: new TextEncoder().encode(text),
});

/** @typedef {{ id: number, title: string, date: Date, tags: string[], html: string }} Made */

const WORDS = (
  'harbour lamp & ferry bread “rye” tide fog the a of and is was — über café map ridge sock kettle clock queue cat gull ' +
  'breakfast lighthouse storm soup band trombone ladder buoy slipway oven walk lake tower path island <thing> 灯台 朝 霧'
).split(' ');

/**
 * @param {() => number} random
 * @param {number} count
 * @param {number} length   of a post's text, in words, about
 * @returns {Made[]}
 */
function makeEntries(random, count, length) {
  const word = () => WORDS[Math.floor(random() * WORDS.length)];
  const words = (/** @type {number} */ n) => Array.from({ length: n }, word).join(' ');
  return Array.from({ length: count }, (_, id) => {
    let html = '';
    for (let left = (length * (0.5 + random())) / 6; left > 0; left -= 60) {
      html += `<p>${escape(words(40))} <a href="https://made.example/${id}?a=1&amp;b=2">${escape(words(3))}</a> <em>${word().replace(/[<&]/g, '')}</em></p>\n`;
      if (random() < 0.1) html += '<pre><code>if (a &lt; b) return;</code></pre>\n';
    }
    const tags = [word(), word()].map((tag) => tag.replace(/\W/g, '') || 'tag');
    const date = new Date(Date.UTC(2026, 10, 20) - Math.floor(random() * 5e10));
    return { id, title: words(6), date, tags, html };
  });
}

/** @param {Made[]} entries */
const rss = (entries) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Made</title><link>https://made.example/</link><description>Made to be measured</description>
${entries
  .map(
    ({ id, title, date, tags, html }) => `<item>
  <title>${escape(title)}</title>
  <link>https://made.example/${id}</link>
  <guid isPermaLink="false">made-${id}</guid>
  <pubDate>${date.toUTCString()}</pubDate>
  <dc:creator>Nobody</dc:creator>
${tags.map((tag) => `  <category>${tag}</category>\n`).join('')}  <description>${escape(html.slice(0, 200))}</description>
  <content:encoded><![CDATA[${html}]]></content:encoded>
</item>`,
  )
  .join('\n')}
</channel></rss>
`;

/** @param {Made[]} entries */
const atom = (entries) => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://made.example/" xml:lang="en">
<title>Made</title><id>tag:made.example,2026:feed</id><updated>2026-11-20T00:00:00Z</updated><author><name>Nobody</name></author>
${entries
  .map(
    ({ id, title, date, tags, html }) => `<entry>
  <title type="html">${escape(escape(title))}</title>
  <link rel="alternate" href="/${id}"/>
  <id>tag:made.example,2026:${id}</id>
  <published>${date.toISOString()}</published><updated>${date.toISOString()}</updated>
${tags.map((tag) => `  <category term="${tag}"/>\n`).join('')}  <content type="html">${escape(html)}</content>
</entry>`,
  )
  .join('\n')}
</feed>
`;

/** @param {Made[]} entries */
const json = (entries) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Made',
    home_page_url: 'https://made.example/',
    items: entries.map(({ id, title, date, tags, html }) => ({
      id: `made-${id}`,
      url: `https://made.example/${id}`,
      title,
      date_published: date.toISOString(),
      tags,
      content_html: html,
    })),
  });

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Mulberry32: small, fast, and the same everywhere.
 * @param {number} seed
 * @returns {() => number}   in [0, 1)
 */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
