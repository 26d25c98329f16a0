// `planetarium parse` as a shell and a batch client use it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../cli/planetarium.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parse-'));
after(() => rmSync(folder, { recursive: true }));

const write = (/** @type {string} */ name, /** @type {string} */ text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const feed = write(
  'a.xml',
  '<rss version="2.0"><channel><link>x</link><item><link>/1</link></item></channel></rss>',
);
const page = write('page.html', '<html><body>no feed</body></html>');

/** @param {string[]} args @param {string} [input] */
function run(args, input) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'parse', ...args], {
    input,
    encoding: 'utf8',
  });
  return {
    status,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    stderr,
  };
}

test('parse: each file is a line of normalised JSON', () => {
  assert.deepEqual(run([feed, feed]), {
    status: 0,
    lines: Array(2).fill({
      format: 'rss',
      version: 'rss20',
      encoding: 'utf-8',
      wellFormed: true,
      link: 'x',
      links: [{ href: 'x', rel: 'alternate' }],
      entries: [{ link: '/1', links: [{ href: '/1', rel: 'alternate' }] }],
    }),
    stderr: '',
  });
});

test('parse: what is no feed, or no file, is an error and exit status 1', () => {
  assert.deepEqual(run([page]), {
    status: 1,
    lines: [{ error: 'not_a_feed: a web page, not a feed' }],
    stderr: '',
  });
  const list = write('list.opml', '<opml version="2.0"><body/></opml>');
  assert.deepEqual(run([list]).lines, [{ error: 'not_a_feed: an OPML subscription list, not a feed' }]);
  const { status, lines } = run([join(folder, 'missing.xml'), feed]);
  assert.equal(status, 1);
  assert.match(lines[0].error, /missing\.xml cannot be read/);
  assert.equal(lines[1].format, 'rss');
});

test('parse: --batch answers each request on a line of its own, in order', () => {
  const requests = [
    JSON.stringify({ file: feed, url: 'http://host.example/feed' }),
    'not json',
    '{"url": "x"}',
    JSON.stringify({ file: page }),
  ];
  const { status, lines } = run(['--batch'], `${requests.join('\n')}\n`);
  assert.equal(status, 0);
  assert.deepEqual(
    lines.map((line) => line.error ?? line.entries[0].link),
    [
      'http://host.example/1',
      'the request is not JSON',
      'the request names no "file"',
      'not_a_feed: a web page, not a feed',
    ],
  );
});

test('parse: wrong arguments are a sentence and exit status 2', () => {
  assert.match(run([]).stderr, /^parse takes files, or --batch alone: planetarium parse FILE/);
  assert.equal(run([]).status, 2);
  assert.deepEqual(run(['--fast', feed]), { status: 2, lines: [], stderr: 'parse does not know --fast\n' });
});
