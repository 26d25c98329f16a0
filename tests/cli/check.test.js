import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from '../../cli/check.js';

const dir = mkdtempSync(join(tmpdir(), 'check-'));
const server = createServer((request, response) => {
  if (request.url === '/moved') return void response.writeHead(301, { Location: '/good' }).end();
  if (request.url === '/gone') return void response.writeHead(410).end();
  if (request.url === '/page')
    return void response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end('<!doctype html><title>x</title>');
  const end = request.url === '/broken' ? '' : '</channel></rss>';
  response
    .writeHead(200, { 'Content-Type': 'application/rss+xml' })
    .end(
      `<rss version="2.0"><channel><title>T</title>\n<item><title>A</title><pubDate>Sat, 21 Jun 2008 10:00:00 GMT</pubDate></item>${end}`,
    );
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const at = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
after(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

/** @param {string} list @param {string[]} options */
async function check(list, ...options) {
  const file = join(dir, 'feeds.txt');
  writeFileSync(file, list);
  let out = '';
  const code = await run([file, '--allow-private', ...options], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: () => {} },
  });
  return { code, out };
}

test('check: a row for each feed, with what is wrong and where', async () => {
  const { code, out } = await check(
    ['good', 'moved', 'gone', 'page', 'broken'].map((name) => `${name}: ${at}/${name}`).join('\n'),
    '--json',
  );
  const { feeds, broken } = JSON.parse(out);
  assert.deepEqual([code, broken], [1, 2]);
  const rows = feeds.map(
    (/** @type {any} */ { name, state, status, reason, format, posts, newest, movedTo }) => ({
      name,
      state,
      status,
      reason,
      format,
      posts,
      newest,
      movedTo,
    }),
  );
  const read = { format: 'rss', posts: 1, newest: '2008-06-21T10:00:00Z' };
  assert.deepEqual(JSON.parse(JSON.stringify(rows)), [
    { name: 'good', state: 'ok', ...read },
    { name: 'moved', state: 'ok', ...read, movedTo: `${at}/good` },
    { name: 'gone', state: 'gone', status: 410, reason: 'gone', posts: 0 },
    { name: 'page', state: 'failed', reason: 'not_a_feed', posts: 0 },
    { name: 'broken', state: 'faulty', ...read },
  ]);
  assert.equal(feeds[4].problems[0].line, 2);
});

test('check: for people, lines; and 0 where all is well', async () => {
  const { code, out } = await check(`Good: ${at}/good`);
  assert.equal(code, 0);
  assert.match(
    out,
    /^ok {5}Good {2}rss, 1 post, newest 2008-06-21, \d+ ms\n {7}http:.*\/good\n1 feed, 0 broken\.\n$/,
  );
});
