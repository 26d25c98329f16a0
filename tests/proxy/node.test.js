import assert from 'node:assert/strict';
import dns from 'node:dns';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { isPublic } from '../../proxy/addresses.js';
import { entryBytes } from '../../proxy/cache.js';
import { createMemoryCache } from '../../proxy/memory-cache.js';
import { createNodeProxy } from '../../proxy/node.js';
import { feedRequest, feedText, sendFeed, startOrigin, verdictOf } from './support/origin.js';

/** @typedef {import('node:test').TestContext} TestContext */

/**
 * @param {TestContext} t
 * @param {import('../../proxy/settings.js').ProxyPolicy} policy
 * @param {Parameters<typeof createNodeProxy>[1]} [options]
 */
function startProxy(t, policy, options) {
  const proxy = createNodeProxy(policy, options);
  t.after(() => proxy.close());
  return { ask: async (/** @type {string} */ url, init = {}) => proxy.fetch(feedRequest(url, init)) };
}

/**
 * A resolver that knows these names alone; a name with several lists answers with the next one each time.
 * @param {Record<string, string[][]>} names
 * @returns {import('../../proxy/agent.js').Resolve}
 */
function resolver(names) {
  return (name, _options, callback) => {
    const answers = names[name] ?? [];
    const addresses = answers.length > 1 ? answers.shift() : answers[0];
    if (!addresses) return callback(Object.assign(new Error('no such name'), { code: dns.NOTFOUND }), []);
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

test('addresses: what is not on the public internet is private', () => {
  /** @type {[boolean, string][]} */
  const rows = [
    [true, '8.8.8.8 1.1.1.1 93.184.216.34 2606:4700::1111 2a00:1450:4001::1'],
    [false, '127.0.0.1 127.255.0.1 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254'],
    [false, '0.0.0.0 255.255.255.255 224.0.0.1 240.0.0.1 100.64.0.1 100.100.100.200 192.0.0.192'],
    [false, '192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 168.63.129.16'],
    [false, '::1 :: fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254 fec0::1 ff02::1 100::1 2001:db8::1'],
    [false, '::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:168.63.129.16 ::127.0.0.1 ::ffff:0:127.0.0.1'],
    [false, '64:ff9b::a9fe:a9fe 64:ff9b:1::7f00:1 2002:7f00:1:: 2001::1 not-an-address'],
  ];
  for (const [expected, addresses] of rows) {
    for (const address of addresses.split(' ')) assert.equal(isPublic(address), expected, address);
  }
});

test('proxy: a listed name with a private or a mixed answer is never connected to', async (t) => {
  const origin = await startOrigin(t);
  const names = { 'a.example': [['127.0.0.1']], 'b.example': [['127.0.0.1', '93.184.216.34']] };
  const mapped = { 'c.example': [['::ffff:127.0.0.1']], 'd.example': [['::1', '10.0.0.1']] };
  const feeds = ['a', 'b', 'c', 'd'].map((name) => `http://${name}.example:${origin.port}/feed`);
  const proxy = startProxy(t, { feeds }, { resolve: resolver({ ...names, ...mapped }) });
  for (const url of feeds)
    assert.deepEqual(await verdictOf(await proxy.ask(url)), [403, 'forbidden-target'], url);
  assert.equal(origin.hits.length, 0);
});

test('proxy: a name that does not resolve is unreachable', async (t) => {
  const proxy = startProxy(t, { feeds: ['http://a.example/'] }, { resolve: resolver({}) });
  assert.deepEqual(await verdictOf(await proxy.ask('http://a.example/')), [502, 'unreachable']);
});

test('proxy: a name that is public once and private then reaches nothing private (DNS rebinding)', async (t) => {
  const secret = await startOrigin(t, sendFeed, '127.0.0.2');
  const url = `http://a.example:${secret.port}/feed`;
  let looks = 0;
  const answers = resolver({ 'a.example': [['93.184.216.34'], ['127.0.0.2']] });
  const proxy = startProxy(
    t,
    { feeds: [{ url, minIntervalS: 0 }], timeoutMs: 300 },
    {
      resolve: (...args) => {
        looks++;
        answers(...args);
      },
    },
  );
  const first = (await verdictOf(await proxy.ask(url)))[1];
  assert.ok(first === 'timeout' || first === 'unreachable', `${first}`);
  assert.deepEqual(await verdictOf(await proxy.ask(url)), [403, 'forbidden-target']);
  assert.deepEqual([secret.hits.length, looks], [0, 2]);
});

test('proxy: the addresses that were checked are the ones connected to', async (t) => {
  const origin = await startOrigin(t);
  const url = `http://a.example:${origin.port}/feed`;
  let looks = 0;
  const proxy = startProxy(
    t,
    { feeds: [url] },
    {
      isPublic: (address) => address === '127.0.0.1',
      resolve: (_name, _options, callback) => {
        looks++;
        callback(null, [{ address: looks === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
      },
    },
  );
  assert.deepEqual(await verdictOf(await proxy.ask(url)), [200, feedText.slice(0, 20)]);
  assert.deepEqual([origin.hits.length, looks], [1, 1]);
});

test('proxy: literals are refused at the connection, too, where the URL rules would let one through', async (t) => {
  const origin = await startOrigin(t);
  const { createAgent } = await import('../../proxy/agent.js');
  const { fetch } = await import('undici');
  const dispatcher = createAgent({ allows: isPublic, timeoutMs: 1000 });
  t.after(() => dispatcher.destroy());
  const hosts = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::127.0.0.1]',
    '0.0.0.0',
    '[::]',
    'localhost',
  ];
  for (const host of hosts) {
    await assert.rejects(fetch(`http://${host}:${origin.port}/`, { dispatcher }), (error) => {
      assert.ok(error instanceof Error && error.cause instanceof Error, host);
      assert.ok('code' in error.cause && error.cause.code === 'EBLOCKED', host);
      return true;
    });
  }
  assert.equal(origin.hits.length, 0);
});

test('proxy: a redirect from a listed private feed leads to nothing that is not listed', async (t) => {
  const secret = await startOrigin(t);
  /** @type {Record<string, string>} */
  const targets = {
    '/other': '/secret',
    '/port': `${secret.url}/`,
    '/name': `http://localhost:${secret.port}/`,
    '/v6': `http://[::ffff:127.0.0.1]:${secret.port}/`,
    '/public': `http://a.example/`,
    '/metadata': 'http://169.254.169.254/latest/meta-data/',
    '/file': 'file:///etc/passwd',
  };
  const origin = await startOrigin(t, (request, response) => {
    response.writeHead(302, { location: targets[request.url ?? ''] ?? '/' }).end();
  });
  const feeds = Object.keys(targets).map((path) => origin.url + path);
  const proxy = startProxy(
    t,
    { feeds, allowPrivate: true },
    { resolve: resolver({ 'a.example': [['127.0.0.1']] }) },
  );
  for (const url of feeds)
    assert.deepEqual(await verdictOf(await proxy.ask(url)), [403, 'forbidden-target'], url);
  assert.deepEqual([origin.hits.length, secret.hits.length], [feeds.length, 0]);
});

test('proxy: a redirect from one listed private feed to another is followed', async (t) => {
  const origin = await startOrigin(t, (request, response) =>
    request.url === '/old'
      ? response.writeHead(301, { location: '/new' }).end()
      : sendFeed(request, response),
  );
  const proxy = startProxy(t, { feeds: [`${origin.url}/old`, `${origin.url}/new`], allowPrivate: true });
  const response = await proxy.ask(`${origin.url}/old`);
  assert.deepEqual(
    [response.status, response.headers.get('x-feed-permanent-url')],
    [200, `${origin.url}/new`],
  );
});

test('proxy: these headers and no others reach a publisher', async (t) => {
  const origin = await startOrigin(t);
  const url = `${origin.url}/feed`;
  const proxy = startProxy(t, { feeds: [url], allowPrivate: true });
  await proxy.ask(url, {
    headers: {
      authorization: 'x',
      'accept-language': 'de',
      'x-forwarded-for': '1.2.3.4',
      range: 'bytes=0-1',
    },
  });
  const names = origin.hits[0].raw.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  assert.deepEqual(names.sort(), ['accept', 'accept-encoding', 'connection', 'host', 'user-agent', 'via']);
  assert.equal(origin.hits[0].headers['accept-encoding'], 'gzip, deflate');
});

test('proxy: a proxy that leads to itself through another name stops at the second turn', async (t) => {
  /** @type {ReturnType<typeof startProxy> | undefined} */
  let proxy;
  const origin = await startOrigin(t, (request, response) => {
    const headers = new Headers(/** @type {Record<string, string>} */ ({ ...request.headers }));
    proxy?.ask(`${origin.url}/feed`, { headers: { via: headers.get('via') ?? '' } }).then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
    });
  });
  proxy = startProxy(t, { feeds: [`${origin.url}/feed`], allowPrivate: true });
  assert.deepEqual(await verdictOf(await proxy.ask(`${origin.url}/feed`)), [508, 'loop']);
  assert.equal(origin.hits.length, 1);
});

const zeroes = Buffer.alloc(65536);
const zeros = zlib.gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });

/** @type {[string, import('node:http').RequestListener, [number, string]][]} */
const hostile = [
  [
    'a gzip bomb of 64 MB in 64 kB',
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(zeros),
    [502, 'too-large'],
  ],
  [
    'a body that never ends',
    (_, response) => {
      response.writeHead(200);
      const more = () => response.destroyed || response.write(zeroes, more);
      more();
    },
    [502, 'too-large'],
  ],
  [
    'a length beyond the limit',
    (_, response) => response.writeHead(200, { 'content-length': '999999999' }).write('<rss>'),
    [502, 'too-large'],
  ],
  [
    'less than was announced',
    (_, response) => {
      response.writeHead(200, { 'content-length': '999' }).write('<rss>');
      setImmediate(() => response.destroy());
    },
    [502, 'unreachable'],
  ],
  ['silence', () => {}, [504, 'timeout']],
  ['headers and then silence', (_, response) => response.writeHead(200).flushHeaders(), [504, 'timeout']],
  [
    'a byte now and then',
    (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 40);
      response.on('close', () => clearInterval(timer));
    },
    [504, 'timeout'],
  ],
  [
    'redirects that take their time',
    (request, response) => {
      setTimeout(
        () => response.writeHead(302, { location: request.url === '/feed' ? '/b' : '/feed' }).end(),
        240,
      );
    },
    [504, 'timeout'],
  ],
  ['no HTTP', (request) => request.socket.end('SSH-2.0-x\r\n'), [502, 'unreachable']],
  [
    'a broken gzip stream',
    (_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end('<rss/>'),
    [502, 'unreachable'],
  ],
  [
    'headers of 100 kB',
    (_, r) => r.writeHead(200, { 'x-y': 'z'.repeat(100_000) }).end(),
    [502, 'unreachable'],
  ],
];

for (const [name, answer, expected] of hostile) {
  test(`proxy: ${name} is ${expected.join(' ')} within the time that was set`, async (t) => {
    const origin = await startOrigin(t, answer);
    const feeds = [`${origin.url}/feed`, `${origin.url}/b`];
    const proxy = startProxy(t, { feeds, allowPrivate: true, maxBytes: 5_000_000, timeoutMs: 800 });
    const started = performance.now();
    const response = await proxy.ask(feeds[0]);
    const text = await response.clone().text();
    assert.deepEqual(await verdictOf(response), expected);
    assert.ok(performance.now() - started < 2500);
    assert.doesNotMatch(text, /127\.|\bat |E[A-Z]{4,}/);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  });
}

test('proxy: ten gzip bombs of 64 MB take less memory than one of them holds', async (t) => {
  const origin = await startOrigin(t, (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(zeros);
  });
  const url = `${origin.url}/feed`;
  const policy = { feeds: [{ url, minIntervalS: 0 }], allowPrivate: true, maxBytes: 5_000_000 };
  const proxy = startProxy(t, policy);
  const before = process.memoryUsage().rss;
  for (let i = 0; i < 10; i++) assert.equal((await proxy.ask(url)).status, 502);
  const growth = process.memoryUsage().rss - before;
  assert.ok(growth < 64 * 1024 * 1024, `${growth} bytes`);
  assert.equal(origin.hits.length, 10);
});

test('proxy: the cache is bounded by bytes, whatever the feeds weigh', async () => {
  const cache = createMemoryCache(10_000_000);
  for (let i = 0; i < 100; i++) {
    const bytes = new Uint8Array(3_000_000);
    const entry = { copy: { bytes, finalUrl: '', validators: {} }, failures: 0, earliest: 0, next: 0 };
    cache.set(`${i}`, /** @type {import('../../proxy/cache.js').Entry} */ (/** @type {unknown} */ (entry)));
  }
  const { entries, bytes } = cache.stats?.() ?? { entries: 0, bytes: 0 };
  assert.deepEqual([entries, bytes <= 10_000_000], [3, true]);
  assert.equal(entryBytes({ failures: 0, earliest: 0, next: 0 }), 2048);
});
