// What readers rely on over hours, held by the proxy on Node and on workerd alike.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { feedText, startOrigin, verdictOf } from './support/origin.js';
import { onNode, onWorkerd } from './support/runtimes.js';

/** @typedef {import('./support/runtimes.js').Running} Running */

const hour = 3600_000;

for (const runtime of [onNode(), onWorkerd()]) {
  describe(`proxy on ${runtime.name}, over time`, { concurrency: false }, () => {
    /** @type {(() => void)[]} */
    const ends = [];
    after(async () => {
      await runtime.stop();
      for (const end of ends) end();
    });
    /** @type {Awaited<ReturnType<typeof startOrigin>>} */
    let publisher;
    /** @type {Running} */
    let proxy;
    let answer = /** @type {import('node:http').RequestListener} */ ((_, response) => response.end(feedText));

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
}
