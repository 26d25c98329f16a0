/**
 * What fuzzing begins with: the project's own documents in the form that each target reads, and documents that are large
 * in one way each.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globFiles } from './files.js';
import { ROOT } from './run.js';

/**
 * @typedef {'parse' | 'table' | 'planet'} Target
 * @typedef {{ name: string, bytes: Buffer }} Seed
 */

/** @type {Target[]} */
export const TARGETS = ['parse', 'table', 'planet'];

const DOCUMENTS = /^(tests\/feeds|demo\/feeds)\/(?!.*\.expected\.json$).*\.(xml|json|rss|atom|rdf|opml)$/;

/** Before a document: no hint of its type, charset, or the charset before that; the usual address. */
const NO_HINTS = Buffer.alloc(4);

/** @returns {Seed[]} */
export const projectDocuments = () =>
  globFiles(DOCUMENTS).map((file) => ({
    name: file.replaceAll('/', '-'),
    bytes: readFileSync(join(ROOT, file)),
  }));

/**
 * @param {Target} target
 * @param {Seed[]} documents
 * @returns {Seed[]}
 */
export function seedsFor(target, documents) {
  if (target !== 'planet')
    return documents.map(({ name, bytes }) => ({ name, bytes: Buffer.concat([NO_HINTS, bytes]) }));
  return documents.map(({ name, bytes }, i) => {
    const other = documents[(i + 1) % documents.length].bytes;
    return { name, bytes: script(bytes, other) };
  });
}

/**
 * @param {Buffer} first
 * @param {Buffer} second
 */
function script(first, second) {
  const query = '\n%%query\nnow=1700000000\nsize=20\norder=updated\nzone=0:60,1206838800:120\n';
  return Buffer.concat([
    Buffer.from('%%add a\n'),
    first,
    Buffer.from('\n%%add b\n'),
    second,
    Buffer.from(query),
  ]);
}

/**
 * Replaces a folder by these files.
 * @param {string} folder
 * @param {Seed[]} seeds
 */
export function writeSeeds(folder, seeds) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of seeds) writeFileSync(join(folder, name), bytes);
}

const MANY = 100_000;

/** @param {(i: number) => string} make */
const many = (make, count = MANY) => Array.from({ length: count }, (_, i) => make(i)).join('');

/** @param {string} inside */
const rss = (inside) => `<rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`;

/** @param {string} inside */
const item = (inside) => rss(`<item><title>t</title>${inside}</item>`);

/** @param {string} inside */
const atom = (inside) => `<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`;

const JSON_FEED = '{"version":"https://jsonfeed.org/version/1.1","items":[';

/** @type {Record<string, () => string>} */
const LARGE = {
  ampersands: () => item(`<description>${'&'.repeat(MANY)}</description>`),
  'ampersands-bare': () => '<rss>' + '&'.repeat(MANY),
  'angle-brackets': () => item(`<description>${'<'.repeat(MANY)}</description>`),
  attributes: () => rss(`<item ${many((i) => `a${i}="x" `)}/>`),
  'attributes-alike': () => rss(`<item ${'a="x" '.repeat(MANY)}/>`),
  authors: () => item('<author>a@b.example (Ada)</author>'.repeat(MANY)),
  'base-of-many-items': () =>
    rss('<item><link>c</link></item>'.repeat(2_000)).replace(
      '<rss',
      `<rss xml:base="http://a.example/${'b'.repeat(20_000)}/"`,
    ),
  'bases-nested': () => atom(`${'<entry xml:base="a/">'.repeat(2_000)}<link href="b"/>`),
  'brackets-square': () => item(`<description>${']'.repeat(MANY)}</description>`),
  categories: () => item(many((i) => `<category>c${i}</category>`)),
  cdata: () => item('<description>' + '<![CDATA[a]]>'.repeat(MANY) + '</description>'),
  'cdata-inside-cdata': () => item('<description>' + '<![CDATA['.repeat(MANY) + ']]>'.repeat(MANY)),
  'cdata-open': () => item('<description>' + '<![CDATA['.repeat(MANY)),
  'comments-open': () => rss('<!--'.repeat(MANY)),
  'date-long': () => item(`<pubDate>${'1'.repeat(MANY)}</pubDate>`),
  'date-of-words': () => item(`<pubDate>${'Sat, '.repeat(MANY)}</pubDate>`),
  doctypes: () => '<!DOCTYPE a [<!ENTITY b "c">'.repeat(MANY),
  'end-tags': () => rss('</item>'.repeat(MANY)),
  'entities-of-entities': () =>
    `<!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">${many((i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`, 30)}]>` +
    item(`<description>${'&a30;'.repeat(1_000)}</description>`),
  'entities-declared': () =>
    `<!DOCTYPE rss [${many((i) => `<!ENTITY a${i} "b">`)}]>${item('<description>&a9;</description>')}`,
  'entity-names-long': () => item(`<description>${`&${'a'.repeat(1_000)};`.repeat(1_000)}</description>`),
  'entity-name-longest': () => item(`<description>&${'a'.repeat(10 * MANY)};</description>`),
  'escaped-markup': () => item(`<description>${'&lt;p&gt;a&lt;/p&gt;'.repeat(MANY)}</description>`),
  'escaped-tags-open': () => item(`<description>${'&lt;'.repeat(MANY)}</description>`),
  items: () => rss('<item/>'.repeat(MANY)),
  'items-alike': () => rss('<item><guid>1</guid><title>a</title></item>'.repeat(MANY)),
  'items-unlike': () =>
    rss(many((i) => `<item><guid>${i}</guid><link>http://a.example/${i % 7}</link></item>`)),
  'items-nested': () => rss('<item>'.repeat(MANY)),
  'json-brackets': () => '['.repeat(MANY),
  'json-items': () => `${JSON_FEED}${'{},'.repeat(MANY)}{}]}`,
  'json-members': () => `${JSON_FEED}{${many((i) => `"a${i}":1,`)}"id":"1"}]}`,
  'json-objects-nested': () => JSON_FEED + '{"a":'.repeat(MANY),
  'json-strings-escaped': () =>
    `${JSON_FEED}{"id":"1","content_text":"${'\\u0001\\ud83d\\ude00'.repeat(MANY)}"}]}`,
  links: () => atom(`<entry><id>1</id>${many((i) => `<link rel="related" href="${i}"/>`)}</entry>`),
  namespaces: () => rss(`<item ${many((i) => `xmlns:a${i}="b" `)}><a9:b/></item>`),
  'namespaces-nested': () => rss(many((i) => `<a xmlns="${i}">`, 10_000)),
  numbers: () => item(`<description>${'&#38;&#x26;'.repeat(MANY)}</description>`),
  'prefixes-undeclared': () => item(many((i) => `<p${i}:a>b</p${i}:a>`)),
  'processing-instructions': () => rss('<?a'.repeat(MANY)),
  quotes: () => rss(`<item a="${'\'"'.repeat(MANY)}`),
  slashes: () => item(`<link>http://a.example/${'../'.repeat(MANY)}</link>`),
  spaces: () => item(`<title>${' \n'.repeat(5 * MANY)}</title>`),
  'tags-of-one-category': () => item(`<category>${'a/b,'.repeat(MANY)}</category>`),
  'tags-open': () => rss('<a>'.repeat(MANY)),
  'tags-open-unlike': () => many((i) => `<a${i}>`),
  'tag-name-long': () => `<${'a'.repeat(10 * MANY)}`,
  'unclosed-in-turn': () => rss('<a><b></a>'.repeat(MANY)),
  'xhtml-nested': () => atom(`<entry><content type="xhtml">${'<div>'.repeat(MANY)}`),
  controls: () => item(`<title>${'\x01'.repeat(MANY)}</title>`),
};

/** @returns {Seed[]}   documents, as projectDocuments gives them */
export const largeDocuments = () =>
  Object.entries(LARGE).map(([name, make]) => ({ name: `large-${name}`, bytes: Buffer.from(make()) }));
