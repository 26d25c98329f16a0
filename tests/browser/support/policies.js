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

/** @type {Row[]} */
export const ROWS = [
  { way: 'page', directive: 'script-src', needs: "'self'", without: 'nothing' },
  { way: 'page', directive: 'script-src', needs: "'wasm-unsafe-eval'", without: 'no-core' },
  { way: 'page', directive: 'style-src', needs: "'self'", without: 'plain' },
  { way: 'page', directive: 'connect-src', needs: "'self'", without: 'no-planet' },
  {
    way: 'page',
    directive: 'connect-src',
    needs: 'the hosts of feeds, or that of the proxy',
    source: WEBLOG,
    without: 'no-posts',
  },
  { way: 'page', directive: 'img-src', needs: 'the hosts of pictures', source: WEBLOG, without: 'blind' },
  { way: 'page', directive: 'worker-src', needs: "'self'", without: 'online' },
  { way: 'page', directive: 'trusted-types', needs: 'dompurify', without: 'titles' },
  { way: 'page', directive: 'trusted-types', needs: 'lit-html', without: 'nothing' },
  { way: 'page', directive: 'trusted-types', needs: 'planetarium', without: 'online' },
  {
    way: 'one file',
    directive: 'script-src',
    needs: 'the hash of its `<meta>`',
    source: ({ script }) => script,
    without: 'nothing',
  },
  { way: 'one file', directive: 'script-src', needs: "'self'", without: 'no-planet' },
  { way: 'one file', directive: 'script-src', needs: "'wasm-unsafe-eval'", without: 'no-core' },
  {
    way: 'one file',
    directive: 'style-src',
    needs: 'the hash of its `<meta>`',
    source: ({ style }) => style,
    without: 'plain',
  },
  {
    way: 'one file',
    directive: 'connect-src',
    needs: 'the hosts of feeds, or that of the proxy',
    source: WEBLOG,
    without: 'no-posts',
  },
  { way: 'one file', directive: 'img-src', needs: 'the hosts of pictures', source: WEBLOG, without: 'blind' },
  { way: 'one file', directive: 'trusted-types', needs: 'dompurify', without: 'titles' },
  { way: 'one file', directive: 'trusted-types', needs: 'lit-html', without: 'nothing' },
  { way: 'one file', directive: 'trusted-types', needs: 'planetarium', without: 'nothing' },
  {
    way: 'element',
    directive: 'script-src',
    needs: 'https://planet.example',
    source: HOME,
    without: 'nothing',
  },
  { way: 'element', directive: 'script-src', needs: "'wasm-unsafe-eval'", without: 'no-core' },
  {
    way: 'element',
    directive: 'connect-src',
    needs: 'https://planet.example',
    source: HOME,
    without: 'no-planet',
  },
  {
    way: 'element',
    directive: 'connect-src',
    needs: 'the hosts of feeds, or that of the proxy',
    source: WEBLOG,
    without: 'no-posts',
  },
  { way: 'element', directive: 'img-src', needs: 'the hosts of pictures', source: WEBLOG, without: 'blind' },
  { way: 'element', directive: 'trusted-types', needs: 'dompurify', without: 'titles' },
  { way: 'element', directive: 'trusted-types', needs: 'lit-html', without: 'nothing' },
];

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
