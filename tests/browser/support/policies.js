/**
 * What each way of using the program needs of a Content Security Policy, directive by directive, and what becomes of it without:
 * the table of docs/hosting.md, and what tests/browser/policies.test.js holds Chromium and Firefox to.
 * `node tests/browser/support/policies.js` writes the table.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * @typedef {'page' | 'one file' | 'element'} Way
 * @typedef {'works' | 'nothing' | 'no-core' | 'no-planet' | 'no-posts' | 'blind' | 'plain' | 'titles' | 'online'} Outcome
 * @typedef {[directive: string, needs: string, without: Outcome, source?: (hosts: Hosts) => string]} Need   see Row
 * @typedef {object} Row
 * @property {Way} way
 * @property {string} directive
 * @property {string} needs       as the documentation says it
 * @property {(hosts: Hosts) => string} [source]   as the policy says it, where that is another
 * @property {Outcome} without
 * @typedef {{ home: string, weblog: string, script: string, style: string }} Hosts   of the files and of the feeds; hashes
 */

/** @type {Record<Way, string>} */
const WAYS = { page: '`index.html`', 'one file': '`planetarium.html`', element: '`<planet-feed>`' };

/** @type {Record<Outcome, string>} */
const SENTENCES = {
  works: 'nothing is missing',
  nothing: 'no script runs: what stands in the page stays',
  'no-core': 'the page says that the program could not be loaded',
  'no-planet': 'the page says that there is no planet',
  'no-posts': 'every feed fails, and says so',
  blind: 'posts without pictures',
  plain: 'posts without style',
  titles: 'titles of posts alone',
  online: 'all works, but not without a network',
};

/** The element keeps what stands in it, and tells its page. @type {Partial<Record<Outcome, string>>} */
const TOLD = {
  nothing: 'the element is never defined: what stands in it stays',
  'no-core': '`planet-error` with `no-core`; what stands in it stays',
  'no-planet': '`planet-error` with `no-planet`; what stands in it stays',
  'no-posts': '`planet-error` with `no-posts`; what stands in it stays',
};

const HOME = (/** @type {Hosts} */ { home }) => home;
const WEBLOG = (/** @type {Hosts} */ { weblog }) => weblog;

const SCRIPT = (/** @type {Hosts} */ { script }) => script;
const STYLE = (/** @type {Hosts} */ { style }) => style;

const HASH = 'the hash of its `<meta>`';
const FEEDS = 'the hosts of feeds, or that of the proxy';
const FILES = 'https://planet.example';

/** What every way needs alike. @type {Need[]} */
const POSTS = [
  ['connect-src', FEEDS, 'no-posts', WEBLOG],
  ['img-src', 'the hosts of pictures', 'blind', WEBLOG],
];
/** @type {Need[]} */
const TYPES = [
  ['trusted-types', 'dompurify', 'titles'],
  ['trusted-types', 'lit-html', 'nothing'],
];

/** @type {Record<Way, Need[]>} */
const NEEDS = {
  page: [
    ['script-src', "'self'", 'nothing'],
    ['script-src', "'wasm-unsafe-eval'", 'no-core'],
    ['style-src', "'self'", 'plain'],
    ['connect-src', "'self'", 'no-planet'],
    ...POSTS,
    ['worker-src', "'self'", 'online'],
    ...TYPES,
    ['trusted-types', 'planetarium', 'online'],
  ],
  'one file': [
    ['script-src', HASH, 'nothing', SCRIPT],
    ['script-src', "'self'", 'no-planet'],
    ['script-src', "'wasm-unsafe-eval'", 'no-core'],
    ['style-src', HASH, 'plain', STYLE],
    ...POSTS,
    ...TYPES,
    ['trusted-types', 'planetarium', 'nothing'],
  ],
  element: [
    ['script-src', FILES, 'nothing', HOME],
    ['script-src', "'wasm-unsafe-eval'", 'no-core'],
    ['connect-src', FILES, 'no-planet', HOME],
    ...POSTS,
    ...TYPES,
  ],
};

/** @type {Row[]} */
export const ROWS = /** @type {Way[]} */ (Object.keys(NEEDS)).flatMap((way) =>
  NEEDS[way].map(([directive, needs, without, source]) => ({ way, directive, needs, without, source })),
);

/**
 * @param {Way} way
 * @param {Hosts} hosts
 * @param {Row} [left]     what the row needs is left out
 * @param {string} [own]   script-src of the page that the element is in
 */
export function policyFor(way, hosts, left, own = '') {
  /** @type {Map<string, string[]>} */
  const directives = new Map([['default-src', ["'none'"]]]);
  if (own) directives.set('script-src', [own]);
  for (const row of ROWS) {
    if (row.way !== way) continue;
    const sources = directives.get(row.directive) ?? [];
    directives.set(row.directive, sources);
    if (row !== left) sources.push(row.source?.(hosts) ?? row.needs);
  }
  const all = [...directives].map(([name, sources]) => [name, sources.join(' ') || "'none'"]);
  return [...all, ['require-trusted-types-for', "'script'"]].map((one) => one.join(' ')).join('; ');
}

const MARKS = ['<!-- policies: made by tests/browser/support/policies.js -->', '<!-- /policies -->'];
const DOCUMENT = fileURLToPath(new URL('../../../docs/hosting.md', import.meta.url));

/** @returns {string}   Markdown */
export function tableOf() {
  const lines = ROWS.map(({ way, directive, needs, without }) => {
    const source = / the | of /.test(` ${needs}`) ? needs : `\`${needs}\``;
    const sentence = (way === 'element' && TOLD[without]) || SENTENCES[without];
    return `| ${WAYS[way]} | \`${directive}\` | ${source} | ${sentence} |`;
  });
  return ['| for | directive | needs | without it |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** @returns {string}   the table as the documentation has it, without the spaces that a formatter puts into it */
export function documented() {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [from, to] = MARKS.map((mark) => text.indexOf(mark));
  return text
    .slice(from + MARKS[0].length, to)
    .trim()
    .replace(/ *\| */g, ' | ')
    .replace(/-{3,}/g, '---')
    .replace(/^ | $/gm, '');
}

function write() {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [from, to] = MARKS.map((mark) => text.indexOf(mark));
  writeFileSync(DOCUMENT, `${text.slice(0, from)}${MARKS[0]}\n\n${tableOf()}\n\n${text.slice(to)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) write();
