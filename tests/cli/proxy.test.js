import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readProxyConfig, serverKeys } from '../../cli/proxy-config.js';
import { clientOf } from '../../proxy/client.js';
import { policyKeys } from '../../proxy/settings.js';
import { feedText, startOrigin, verdictOf } from '../proxy/support/origin.js';

const program = fileURLToPath(new URL('../../cli/planetarium.js', import.meta.url));

/** @param {import('node:test').TestContext} t */
function folder(t) {
  const dir = mkdtempSync(join(tmpdir(), 'proxy-cli-'));
  t.after(() => rmSync(dir, { recursive: true }));
  return dir;
}

/**
 * @param {import('node:test').TestContext} t
 * @param {string} dir
 * @param {object} config
 */
async function start(t, dir, config) {
  const file = join(dir, 'proxy.json');
  writeFileSync(file, JSON.stringify(config));
  const child = spawn(process.execPath, [program, 'proxy', '--config', file, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  /** @type {any[]} */
  const lines = [];
  const reader = createInterface({ input: child.stdout });
  const url = await new Promise((resolve) =>
    reader.on('line', (line) => {
      lines.push(JSON.parse(line));
      if (lines.at(-1).event === 'start') resolve(lines.at(-1).url);
    }),
  );
  return {
    child,
    lines,
    url: /** @type {string} */ (url),
    ask: (/** @type {string} */ target, /** @type {RequestInit} */ init = {}) =>
      fetch(`${url}v1/feed?url=${encodeURIComponent(target)}`, init),
    end: async (/** @type {NodeJS.Signals} */ signal) => {
      const ended = once(child, 'exit');
      child.kill(signal);
      return ended;
    },
  };
}

/** @type {[string, string, RegExp][]} */
const refused = [
  ['what is no JSON', '{"feeds": [', /proxy\.json is not JSON: /],
  ['what is no object', '[]', /proxy\.json must hold an object/],
  [
    'a key that does not exist',
    '{"feed": "planet.json"}',
    /proxy\.json: feed is not a key of the proxy; there are feeds, open, /,
  ],
  ['nothing to fetch', '{}', /proxy\.json: feeds names none, and open is not true/],
  [
    'open without contact',
    '{"open": true, "limits": {"perClient": 9}}',
    /proxy\.json: contact is needed in open mode/,
  ],
  [
    'open without limits',
    '{"open": true, "contact": "https://a.example/"}',
    /proxy\.json: limits is needed in open mode/,
  ],
  [
    'a feed that is no URL',
    '{"feeds": ["blog"]}',
    /proxy\.json: feeds\[0\] must be an http or https URL, not "blog"/,
  ],
  [
    'a port that is none',
    '{"feeds": "p.json", "port": "80"}',
    /proxy\.json: port must be a number from 0 to 65535, not "80"/,
  ],
  [
    'a host that is none',
    '{"feeds": "p.json", "host": 7}',
    /proxy\.json: host must be an address to listen at/,
  ],
  [
    'a cache file that is none',
    '{"feeds": "p.json", "cacheFile": 1}',
    /proxy\.json: cacheFile must be the path of a file/,
  ],
  [
    'a cache for no feed',
    '{"feeds": "p.json", "cacheBytes": 1000}',
    /proxy\.json: cacheBytes must be a number from 67108864/,
  ],
  [
    'a key of the wrong kind',
    '{"feeds": "p.json", "timeoutMs": "8"}',
    /proxy\.json: timeoutMs must be a number from 1, not "8"/,
  ],
];

for (const [name, text, message] of refused) {
  test(`proxy command: ${name} ends it with one line that names the key`, async (t) => {
    const file = join(folder(t), 'proxy.json');
    writeFileSync(file, text);
    const read = readProxyConfig({ file });
    assert.ok(read.kind === 'failed');
    assert.match(read.detail, message);
    assert.doesNotMatch(read.detail, /\n/);
  });
}

test('proxy command: without a config it says how to write one', async () => {
  const child = spawn(process.execPath, [program, 'proxy'], { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr.setEncoding('utf8');
  const [[code], said] = await Promise.all([once(child, 'exit'), child.stderr.toArray()]);
  assert.equal(code, 2);
  assert.match(said.join(''), /\{"feeds": "planet\.json"\} is one\.\n$/);
});

test('proxy command: the schema knows the keys of the program, no others, with their defaults', () => {
  const schema = JSON.parse(readFileSync(new URL('../../proxy/config.schema.json', import.meta.url), 'utf8'));
  assert.deepEqual(Object.keys(schema.properties).sort(), ['$schema', ...policyKeys, ...serverKeys].sort());
  assert.equal(schema.additionalProperties, false);
  const read = readProxyConfig({ text: '{"feeds": "https://a.example/planet.json"}' });
  assert.ok(read.kind === 'ok');
  assert.deepEqual(
    [schema.properties.host.default, schema.properties.cacheBytes.default],
    [read.value.host, read.value.cacheBytes],
  );
});

test('proxy command: X-Forwarded-For is believed as far as proxies in front are trusted', () => {
  /** @type {[string | null, number, string][]} */
  const rows = [
    [null, 1, '10.0.0.1'],
    ['1.1.1.1', 0, '10.0.0.1'],
    ['6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
    ['6.6.6.6, 2001:db8::1 , 1.1.1.1', 2, '2001:db8::1'],
    ['1.1.1.1', 2, '10.0.0.1'],
    ['unknown', 1, '10.0.0.1'],
    ['', 1, '10.0.0.1'],
  ];
  for (const [forwarded, trusted, client] of rows)
    assert.equal(clientOf('10.0.0.1', forwarded, trusted), client);
});

test('proxy command: what it fetched survives kill -9 under load, and is not fetched again', async (t) => {
  const dir = folder(t);
  const origin = await startOrigin(t, (request, response) => {
    if (request.url === '/410') response.writeHead(410).end();
    else response.end(feedText.replace('A', `${request.url} ${'x'.repeat(20_000)}`));
  });
  const feeds = Array.from({ length: 400 }, (_, i) => `${origin.url}/${i}`).concat(`${origin.url}/410`);
  const config = { feeds, allowPrivate: true, cacheFile: 'cache' };
  const first = await start(t, dir, config);
  assert.deepEqual(await verdictOf(await first.ask(`${origin.url}/410`)), [502, 'gone']);
  /** @type {Map<string, string>} */
  const answered = new Map();
  const ended = once(first.child, 'exit');
  const waiting = feeds.slice(0, 400).values();
  const readers = Array.from({ length: 12 }, async () => {
    for (const url of waiting) {
      answered.set(url, await (await first.ask(url)).text());
      if (answered.size === 100) first.child.kill('SIGKILL');
    }
  });
  await Promise.allSettled(readers);
  await ended;
  assert.ok(answered.size >= 100 && answered.size < 400);
  const before = origin.hits.length;
  const second = await start(t, dir, config);
  for (const [url, text] of answered) {
    const response = await second.ask(url);
    assert.deepEqual([response.headers.get('x-feed-cache'), await response.text()], ['hit', text]);
  }
  assert.deepEqual(await verdictOf(await second.ask(`${origin.url}/410`)), [502, 'gone']);
  assert.equal(origin.hits.length, before);
});

test('proxy command: on SIGTERM answers under way are finished, no others begun, and it ends by itself', async (t) => {
  const dir = folder(t);
  /** @type {http.ServerResponse[]} */
  const waiting = [];
  const origin = await startOrigin(t, (_, response) => waiting.push(response));
  const proxy = await start(t, dir, { feeds: [`${origin.url}/feed`], allowPrivate: true });
  const idle = net.connect(Number(new URL(proxy.url).port), '127.0.0.1');
  t.after(() => idle.destroy());
  const answer = proxy.ask(`${origin.url}/feed`);
  while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const ended = proxy.end('SIGTERM');
  while (!proxy.lines.some(({ event }) => event === 'stop'))
    await new Promise((resolve) => setImmediate(resolve));
  waiting[0].end(feedText);
  assert.equal(await (await answer).text(), feedText);
  assert.deepEqual(await ended, [0, null]);
});

test('proxy command: the log is JSON lines, one a fetch, without queries and without line breaks of others', async (t) => {
  const dir = folder(t);
  const origin = await startOrigin(t);
  const url = `${origin.url}/feed%0A%7B%22level%22%3A%22fatal%22%7D?key=secret`;
  const proxy = await start(t, dir, { feeds: [url], allowPrivate: true });
  await proxy.ask(url);
  await proxy.ask(url);
  await proxy.ask('https://a.example/\n{"level":"fatal"}');
  await proxy.end('SIGTERM');
  assert.deepEqual(
    proxy.lines.map(({ time, ms, ...line }) => [typeof time, line]),
    [
      ['string', { level: 'info', event: 'start', url: proxy.url }],
      ['string', { level: 'info', event: 'fetch', url: url.split('?')[0], outcome: 'fresh', bytes: 81 }],
      ['string', { level: 'info', event: 'stop' }],
    ],
  );
});
