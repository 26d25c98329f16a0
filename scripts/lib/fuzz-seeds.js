/**
 * What fuzzing begins with: the project's own documents in the form that each target reads, and documents that are large
 * in one way each.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globFiles } from './files.js';
import { ROOT } from './run.js';

/**
 * @typedef {'parse' | 'table' | 'planet' | 'archive'} Target
 * @typedef {{ name: string, bytes: Buffer }} Seed
 */

/** @type {Target[]} */
export const TARGETS = ['parse', 'table', 'planet', 'archive'];

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
  if (target === 'archive') return documents;
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

/**
 * @param {number} count
 * @param {(i: number) => string} make
 */
const many = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');

/** @param {string} inside */
const rss = (inside) => `<rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`;

/** @param {string} inside */
const item = (inside) => rss(`<item><title>t</title>${inside}</item>`);

/** @param {string} inside */
const atom = (inside) => `<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`;

const JSON_FEED = '{"version":"https://jsonfeed.org/version/1.1","items":[';

/** @type {Record<string, (n: number) => string>} */
const LARGE = {
  ampersands: (n) => item(`<description>${'&'.repeat(n)}</description>`),
  'ampersands-bare': (n) => '<rss>' + '&'.repeat(n),
  'angle-brackets': (n) => item(`<description>${'<'.repeat(n)}</description>`),
  attributes: (n) => rss(`<item ${many(n, (i) => `a${i}="x" `)}/>`),
  'attributes-alike': (n) => rss(`<item ${'a="x" '.repeat(n)}/>`),
  authors: (n) => item('<author>a@b.example (Ada)</author>'.repeat(n)),
  'base-of-many-items': (n) =>
    rss('<item><link>c</link></item>'.repeat(2_000)).replace(
      '<rss',
      `<rss xml:base="http://a.example/${'b'.repeat(20_000)}/"`,
    ),
  'bases-nested': (n) => atom(`${'<entry xml:base="a/">'.repeat(2_000)}<link href="b"/>`),
  'brackets-square': (n) => item(`<description>${']'.repeat(n)}</description>`),
  categories: (n) => item(many(n, (i) => `<category>c${i}</category>`)),
  cdata: (n) => item('<description>' + '<![CDATA[a]]>'.repeat(n) + '</description>'),
  'cdata-inside-cdata': (n) => item('<description>' + '<![CDATA['.repeat(n) + ']]>'.repeat(n)),
  'cdata-open': (n) => item('<description>' + '<![CDATA['.repeat(n)),
  'comments-open': (n) => rss('<!--'.repeat(n)),
  'date-long': (n) => item(`<pubDate>${'1'.repeat(n)}</pubDate>`),
  'date-of-words': (n) => item(`<pubDate>${'Sat, '.repeat(n)}</pubDate>`),
  doctypes: (n) => '<!DOCTYPE a [<!ENTITY b "c">'.repeat(n),
  'end-tags': (n) => rss('</item>'.repeat(n)),
  'entities-of-entities': () =>
    `<!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">${many(30, (i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`)}]>` +
    item(`<description>${'&a30;'.repeat(1_000)}</description>`),
  'entities-declared': (n) =>
    `<!DOCTYPE rss [${many(n, (i) => `<!ENTITY a${i} "b">`)}]>${item('<description>&a9;</description>')}`,
  'entity-names-long': (n) => item(`<description>${`&${'a'.repeat(1_000)};`.repeat(1_000)}</description>`),
  'entity-name-longest': (n) => item(`<description>&${'a'.repeat(10 * n)};</description>`),
  'escaped-markup': (n) => item(`<description>${'&lt;p&gt;a&lt;/p&gt;'.repeat(n)}</description>`),
  'escaped-tags-open': (n) => item(`<description>${'&lt;'.repeat(n)}</description>`),
  items: (n) => rss('<item/>'.repeat(n)),
  'items-alike': (n) => rss('<item><guid>1</guid><title>a</title></item>'.repeat(n)),
  'items-unlike': (n) =>
    rss(many(n, (i) => `<item><guid>${i}</guid><link>http://a.example/${i % 7}</link></item>`)),
  'items-nested': (n) => rss('<item>'.repeat(n)),
  'json-brackets': (n) => '['.repeat(n),
  'json-items': (n) => `${JSON_FEED}${'{},'.repeat(n)}{}]}`,
  'json-members': (n) => `${JSON_FEED}{${many(n, (i) => `"a${i}":1,`)}"id":"1"}]}`,
  'json-objects-nested': (n) => JSON_FEED + '{"a":'.repeat(n),
  'json-strings-escaped': (n) =>
    `${JSON_FEED}{"id":"1","content_text":"${'\\u0001\\ud83d\\ude00'.repeat(n)}"}]}`,
  links: (n) => atom(`<entry><id>1</id>${many(n, (i) => `<link rel="related" href="${i}"/>`)}</entry>`),
  namespaces: (n) => rss(`<item ${many(n, (i) => `xmlns:a${i}="b" `)}><a9:b/></item>`),
  'namespaces-nested': (n) => rss(many(n / 10, (i) => `<a xmlns="${i}">`)),
  numbers: (n) => item(`<description>${'&#38;&#x26;'.repeat(n)}</description>`),
  'prefixes-undeclared': (n) => item(many(n, (i) => `<p${i}:a>b</p${i}:a>`)),
  'processing-instructions': (n) => rss('<?a'.repeat(n)),
  quotes: (n) => rss(`<item a="${'\'"'.repeat(n)}`),
  slashes: (n) => item(`<link>http://a.example/${'../'.repeat(n)}</link>`),
  spaces: (n) => item(`<title>${' \n'.repeat(5 * n)}</title>`),
  'tags-of-one-category': (n) => item(`<category>${'a/b,'.repeat(n)}</category>`),
  'tags-open': (n) => rss('<a>'.repeat(n)),
  'tags-open-unlike': (n) => many(n, (i) => `<a${i}>`),
  'tag-name-long': (n) => `<${'a'.repeat(10 * n)}`,
  'unclosed-in-turn': (n) => rss('<a><b></a>'.repeat(n)),
  'xhtml-nested': (n) => atom(`<entry><content type="xhtml">${'<div>'.repeat(n)}`),
  controls: (n) => item(`<title>${'\x01'.repeat(n)}</title>`),
};

/**
 * @param {number} count   of what each has too much of
 * @returns {Seed[]}       documents, as projectDocuments gives them
 */
export const largeDocuments = (count) =>
  Object.entries(LARGE).map(([name, make]) => ({ name: `large-${name}`, bytes: Buffer.from(make(count)) }));
