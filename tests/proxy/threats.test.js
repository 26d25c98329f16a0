// One table of threats, and what readers rely on, held by the proxy on Node and on workerd alike.
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, describe, test } from 'node:test';
import { answerHostile, publishers } from './support/hostile-origin.js';
import { feedText, startOrigin, verdictOf } from './support/origin.js';
import { onNode, onWorkerd } from './support/runtimes.js';

/** @typedef {import('./support/runtimes.js').Running} Running */

const contact = 'https://proxy.example/about';
const hour = 3600_000;
const timeoutMs = 600;

/** @type {[string, [number, string]][]} */
const targets = [
  ...[
    ...[
      '',
      'not a url',
      '//a.example/',
      '/feed',
      'http://',
      'http:///',
      'http://a b',
      'http://xn--a',
      'http://a.example:99999/',
    ],
    ...[
      'http://256.1.1.1',
      'http://1.2.3.4.5',
      'http://[::1',
      'http://a%00b/',
      'http://a.example%2f@b/',
      'http://a\u0000.example/',
    ],
    ...[
      'http://u:p@a.example/',
      'http://u@a.example/',
      'http://example.com@127.0.0.1/',
      'http://a%ef%bc%8f.example/',
    ],
  ].map(badUrl),
  ...[
    ...[
      'file:///etc/passwd',
      'ftp://a.example/',
      'gopher://a.example/',
      'ws://a.example/',
      'data:text/xml,<rss/>',
    ],
    ...[
      'javascript:alert(1)',
      'blob:https://a.example/1',
      'about:blank',
      'chrome://x',
      'view-source:http://a.example/',
    ],
    ...[
      'http://127.0.0.1/',
      'http://10.1.2.3/',
      'http://172.16.0.1/',
      'http://192.168.0.1/',
      'http://0.0.0.0/',
    ],
    ...[
      'http://255.255.255.255/',
      'http://8.8.8.8/',
      'http://2130706433/',
      'http://0x7f000001/',
      'http://0177.0.0.1/',
    ],
    ...[
      'http://127.1/',
      'http://0/',
      'http://127.0.0.1./',
      'http://\u2460\u2461\u2466.0.0.1/',
      'http://%31%32%37.0.0.1/',
    ],
    ...[
      'http://127\u30020\u30020\u30021/',
      'http://127.0.0.1%2e/',
      'http://0x7f.0.0.0x1/',
      'http://00000000177.1/',
    ],
    ...[
      'http://[::1]/',
      'http://[::]/',
      'http://[fe80::1]/',
      'http://[fc00::1]/',
      'http://[fd00:ec2::254]/',
      'http://[ff02::1]/',
    ],
    ...[
      'http://[::ffff:127.0.0.1]/',
      'http://[::127.0.0.1]/',
      'http://[::ffff:0:0:127.0.0.1]/',
      'http://[2606:4700::1111]/',
    ],
    ...[
      'http://[64:ff9b::a9fe:a9fe]/',
      'http://[64:ff9b:1::7f00:1]/',
      'http://[2002:7f00:1::]/',
      'http://[2001::1]/',
    ],
    ...[
      'http://169.254.169.254/latest/meta-data/',
      'http://100.100.100.200/',
      'http://192.0.0.192/',
      'http://168.63.129.16/',
    ],
    ...[
      'http://localhost/',
      'http://LOCALHOST./',
      'http://x.localhost/',
      'http://\u24dbocalhost/',
      'http://loc\u00adalhost/',
    ],
    ...[
      'http://printer.local/',
      'http://metadata.google.internal/',
      'http://nas.home.arpa/',
      'http://intranet/',
      'http://intranet./',
    ],
    ...[
      'http://wiki.corp/',
      'http://a.onion/',
      'http://a..example/',
      'http://.example/',
      'http://localhost%2e/',
    ],
    ...[
      'http://a.example:0/',
      'http://a.example:22/',
      'http://a.example:25/',
      'http://a.example:3306/',
      'http://a.example:6379/',
    ],
    ...['https://a.example:8080/', 'http://a.example\\@127.0.0.1/'.replace('\\@', ':81/@')],
  ].map(forbidden),
  [`http://a.example/${'x'.repeat(3000)}`, [414, 'url-too-long']],
];

/** @param {string} url @returns {[string, [number, string]]} */
function badUrl(url) {
  return [url, [400, 'bad-url']];
}

/** @param {string} url @returns {[string, [number, string]]} */
function forbidden(url) {
  return [url, [403, 'forbidden-target']];
}

for (const runtime of [onNode(), onWorkerd()]) {
  describe(`proxy on ${runtime.name}`, { concurrency: false }, () => {
    /** @type {Awaited<ReturnType<typeof startOrigin>>} */
    let origin;
    /** @type {Running} */
    let listed;
    /** @type {Running} */
    let open;
    /** @type {(() => void)[]} */
    const ends = [];

    before(async () => {
      origin = await startOrigin(
        /** @type {any} */ ({ after: (/** @type {() => void} */ end) => ends.push(end) }),
        answerHostile,
      );
      const feeds = publishers.map(([, path]) => ({ url: origin.url + path, minIntervalS: 60 }));
      listed = await runtime.start({ feeds, allowPrivate: true, maxBytes: 1_000_000, timeoutMs });
      open = await runtime.start({
        open: true,
        contact,
        limits: { perClient: 1000, perHost: 1000 },
        timeoutMs,
      });
    });
    after(async () => {
      await runtime.stop();
      for (const end of ends) end();
    });

    for (const [url, expected] of targets) {
      test(`${runtime.name}: ${JSON.stringify(url).slice(0, 60)} is answered with ${expected.join(' ')}`, async () => {
        const response = await open.ask(url);
        assert.equal(response.headers.get('access-control-allow-origin'), '*');
        assert.equal(response.headers.get('cache-control'), 'no-store');
        assert.deepEqual(await verdictOf(response), expected);
      });
    }

    test(`${runtime.name}: a url that is missing, twice there, or spelt otherwise is none`, async () => {
      for (const query of [
        '',
        '?',
        '?url',
        '?url=',
        '?URL=https://a.example/',
        '?url=https://a.example/&url=https://a.example/',
      ]) {
        assert.deepEqual(await verdictOf(await fetch(`${open.url}v1/feed${query}`)), [400, 'bad-url'], query);
      }
    });

    for (const [name, path, , codes] of publishers) {
      test(`${runtime.name}: ${name} from a publisher is ${codes.map((code) => code || 'a feed').join(' or ')}, in time`, async () => {
        const started = performance.now();
        const response = await listed.ask(origin.url + path);
        const body = await response.text();
        assert.ok(performance.now() - started < timeoutMs + 2000);
        const code = response.headers.get('x-feed-error') ?? '';
        assert.ok(codes.includes(code), `${response.status} ${code} ${body.slice(0, 100)}`);
        assert.equal(response.headers.get('access-control-allow-origin'), '*');
        assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
        assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'$/);
        if (code === '') assert.equal(body, feedText);
        else assert.doesNotMatch(body, /127\.|\bat |E[A-Z]{4,}|secret|localhost/);
      });
    }

    test(`${runtime.name}: none of that reached what is not listed`, () => {
      assert.ok(!origin.hits.some(({ path }) => path === '/secret'));
    });

    test(`${runtime.name}: headers are ours alone, both ways`, async () => {
      const response = await listed.ask(`${origin.url}/headers`, {
        headers: {
          authorization: 'x',
          cookie: 'a=b',
          'accept-language': 'de',
          range: 'bytes=0-1',
          'x-forwarded-for': '1.2.3.4',
        },
      });
      // The HTTP server of the runtime adds the last ones.
      const own = [...response.headers.keys()].filter(
        (name) => !['connection', 'date', 'keep-alive', 'transfer-encoding'].includes(name),
      );
      assert.equal(response.status, 200);
      assert.deepEqual(
        own.filter((name) => !name.startsWith('x-feed-')),
        [
          ...[
            'access-control-allow-origin',
            'access-control-expose-headers',
            'age',
            'cache-control',
            'content-length',
          ],
          ...[
            'content-security-policy',
            'content-type',
            'cross-origin-resource-policy',
            'etag',
            'vary',
            'x-content-type-options',
          ],
        ],
      );
      assert.equal(response.headers.get('x-feed-url'), `${origin.url}/headers`);
      const asked = origin.hits.filter(({ path }) => path === '/headers').at(-1)?.headers ?? {};
      for (const name of [
        'authorization',
        'cookie',
        'accept-language',
        'range',
        'x-forwarded-for',
        'referer',
        'origin',
      ]) {
        assert.equal(asked[name], undefined, name);
      }
      assert.deepEqual(
        [asked.via, String(asked['user-agent']).slice(0, 12)],
        ['1.1 planetarium', 'Planetarium/'],
      );
    });

    test(`${runtime.name}: the proxy is not asked through itself`, async () => {
      assert.deepEqual(await verdictOf(await open.ask(`${open.url}v1/feed?url=x`)), [508, 'loop']);
      assert.deepEqual(
        await verdictOf(await open.ask('https://a.example/', { headers: { via: '1.1 planetarium' } })),
        [508, 'loop'],
      );
    });

    test(`${runtime.name}: methods, preflight, HEAD, 304, health and metrics`, async () => {
      const url = `${origin.url}/feed`;
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const response = await listed.ask(url, { method });
        assert.deepEqual(
          [response.headers.get('allow'), ...(await verdictOf(response))],
          ['GET, HEAD, OPTIONS', 405, 'method'],
        );
      }
      const preflight = await listed.ask(url, { method: 'OPTIONS' });
      assert.deepEqual([preflight.status, preflight.headers.get('access-control-max-age')], [204, '86400']);
      const get = await listed.ask(url);
      const head = await listed.ask(url, { method: 'HEAD' });
      assert.deepEqual(
        [await get.text(), await head.text(), head.headers.get('etag')],
        [feedText, '', get.headers.get('etag')],
      );
      const etag = get.headers.get('etag') ?? '';
      const unchanged = await listed.ask(url, { headers: { 'if-none-match': etag } });
      assert.deepEqual(
        [
          unchanged.status,
          unchanged.headers.get('access-control-allow-origin'),
          unchanged.headers.get('etag'),
        ],
        [304, '*', etag],
      );
      assert.equal((await (await fetch(`${listed.url}v1/health`)).json()).ok, true);
      assert.match(
        await (await fetch(`${listed.url}metrics`)).text(),
        /^planetarium_proxy_requests_total\{outcome="hit"\} \d+$/m,
      );
      assert.deepEqual(await verdictOf(await fetch(`${listed.url}http://a.example/`)), [404, 'not-found']);
    });

    test(`${runtime.name}: what no client library sends is refused, and the next request on that connection is its own`, async () => {
      const { hostname, port } = new URL(open.url);
      const status = (/** @type {string} */ text) =>
        new Promise((resolve) => {
          const socket = net.connect(Number(port), hostname, () => socket.write(text));
          let answer = '';
          socket.on('data', (data) => ((answer += data), socket.end()));
          socket.on('error', () => resolve('closed'));
          socket.on('close', () => resolve(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'closed'));
        });
      const host = `Host: ${hostname}:${port}\r\n`;
      /** @type {[string, string[]][]} */
      const rows = [
        // An absolute target is the same resource (RFC 9112 §3.2.2): the proxy's own first page.
        [`GET http://169.254.169.254/ HTTP/1.1\r\n${host}\r\n`, ['200']],
        [`GET http://169.254.169.254/v1/feed HTTP/1.1\r\n${host}\r\n`, ['400']],
        [`CONNECT 169.254.169.254:80 HTTP/1.1\r\n${host}\r\n`, ['closed', '400', '405', '404', '501']],
        [`TRACE /v1/feed HTTP/1.1\r\n${host}\r\n`, ['405', '501', '400']],
        [`GET /v1/feed?url=${'x'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`, ['414', '431', 'closed']],
        [`GET /v1/feed HTTP/1.1\r\nHost: a b\r\n\r\n`, ['400']],
        [`GET \\v1\\feed HTTP/1.1\r\n${host}\r\n`, ['400', '404']],
        [
          `POST /v1/feed HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /`,
          ['400', '405'],
        ],
        [
          `GET /v1/feed HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
          ['400', 'closed', '501'],
        ],
      ];
      for (const [text, expected] of rows) {
        const seen = await status(text);
        // Miniflare answers 500 to what its own front cannot read.
        assert.ok(
          expected.includes(String(seen)) || (runtime.name === 'workerd' && seen === '500'),
          `${text.slice(0, 60)}: ${seen}`,
        );
      }
    });

    describe(`${runtime.name}: over time`, { concurrency: false }, () => {
      /** @type {Awaited<ReturnType<typeof startOrigin>>} */
      let publisher;
      /** @type {Running} */
      let proxy;
      let answer = /** @type {import('node:http').RequestListener} */ (
        (_, response) => response.end(feedText)
      );

      before(async () => {
        const keep = /** @type {any} */ ({ after: (/** @type {() => void} */ end) => ends.push(end) });
        publisher = await startOrigin(keep, (request, response) => answer(request, response));
        const feeds = ['/one', '/two', '/three', '/four'].map((path) => publisher.url + path);
        proxy = await runtime.start({
          feeds,
          allowPrivate: true,
          timeoutMs: 20_000,
          origins: ['https://planet.example'],
          limits: { perClient: 3 },
        });
      });

      test(`${runtime.name}: two hundred readers at once are one fetch, also when the first of them leaves`, async () => {
        /** @type {(() => void) | undefined} */
        let release;
        answer = (_, response) => (release = () => response.end(feedText));
        const leaving = new AbortController();
        const first = proxy.ask(`${publisher.url}/one`, { signal: leaving.signal, client: '192.0.2.1' });
        while (!release) await new Promise((resolve) => setImmediate(resolve));
        const others = Array.from({ length: 199 }, () =>
          proxy.ask(`${publisher.url}/one`, { client: '192.0.2.1' }),
        );
        leaving.abort();
        await assert.rejects(first);
        // All of them are there when one that is refused, asked last, has been.
        await proxy.ask('https://a.example/');
        release();
        const statuses = await Promise.all(others.map(async (other) => (await other).status));
        assert.deepEqual([new Set(statuses), publisher.hits.length], [new Set([200]), 1]);
      });

      test(`${runtime.name}: a copy is shown for an hour beyond its time, then news are waited for, then a failure is told`, async () => {
        answer = (_, response) => response.writeHead(200, { etag: 'W/"x"' }).end(feedText.replace('A', 'B'));
        const seen = async () => {
          const response = await proxy.ask(`${publisher.url}/one`, { client: '192.0.2.2' });
          const title = /<title>(.)/.exec(await response.text())?.[1];
          return [title, response.headers.get('x-feed-cache'), response.headers.get('x-feed-error')];
        };
        await proxy.moveClock(1.5 * hour);
        assert.deepEqual(await seen(), ['A', 'stale', null]);
        let now = await seen();
        while (now[1] === 'stale') now = await seen();
        assert.deepEqual(now, ['B', 'hit', null]);
        answer = (request, response) =>
          response.writeHead(request.headers['if-none-match'] === 'W/"x"' ? 304 : 500).end();
        await proxy.moveClock(4 * hour);
        assert.deepEqual(await seen(), ['B', 'revalidated', null]);
        answer = (_, response) => response.writeHead(503).end();
        await proxy.moveClock(7 * hour);
        assert.deepEqual(await seen(), ['B', 'stale-error', 'upstream-status']);
      });

      test(`${runtime.name}: a client over its limit is told so, whatever it says of itself; others are not`, async () => {
        answer = (_, response) => response.end(feedText);
        await proxy.moveClock(100 * hour);
        const verdicts = [];
        for (const path of ['/one', '/two', '/three', '/four']) {
          /** @type {Record<string, string>} */
          const spoofed =
            runtime.name === 'Node' ? { 'x-forwarded-for': `${path.length}.1.1.1, 192.0.2.9` } : {};
          const response = await proxy.ask(publisher.url + path, { client: '192.0.2.9', headers: spoofed });
          verdicts.push((await verdictOf(response))[0]);
          if (response.status === 429) assert.ok(Number(response.headers.get('retry-after')) > 0);
        }
        assert.deepEqual(verdicts, [200, 200, 200, 429]);
        assert.equal((await proxy.ask(`${publisher.url}/four`, { client: '192.0.2.10' })).status, 200);
      });

      test(`${runtime.name}: pages of other origins are refused readably, and no answer is kept for the wrong one`, async () => {
        /** @type {[string, number][]} */
        const rows = [
          ['https://planet.example', 200],
          ['https://evil.example', 403],
          ['null', 403],
        ];
        for (const [origin, status] of rows) {
          const response = await proxy.ask(`${publisher.url}/one`, { headers: { origin } });
          assert.deepEqual(
            [
              response.status,
              response.headers.get('access-control-allow-origin'),
              response.headers.get('vary')?.split(',')[0],
            ],
            [status, origin, 'Origin'],
          );
        }
      });
    });
  });
}
