import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCacheFile } from '../../proxy/cache-file.js';

/** @typedef {import('../../proxy/cache.js').Entry} Entry */

/** @param {import('node:test').TestContext} t */
function setUp(t) {
  const dir = mkdtempSync(join(tmpdir(), 'proxy-cache-'));
  t.after(() => rmSync(dir, { recursive: true }));
  const path = join(dir, 'cache');
  /** @type {string[]} */
  const warned = [];
  return {
    dir,
    path,
    warned,
    open: (maxBytes = 100_000_000) =>
      openCacheFile(path, { maxBytes, warn: (sentence) => warned.push(sentence) }),
  };
}

/**
 * @param {string} text
 * @param {Partial<Entry>} [more]
 * @returns {Entry}
 */
function entryOf(text, more = {}) {
  return {
    copy: {
      bytes: new Uint8Array(Buffer.from(text)),
      gzip: new Uint8Array([1, 2, 3]),
      contentType: 'application/rss+xml',
      etag: '"1"',
      validators: { url: 'https://a.example/', etag: 'W/"\u00e9"' },
      finalUrl: 'https://a.example/',
      cors: true,
      fetched: 1,
      changed: 1,
      status: 200,
    },
    failures: 0,
    earliest: 2,
    next: 3,
    ...more,
  };
}

/** @type {Entry} */
const gone = { failure: { code: 'gone', upstreamStatus: 410 }, failures: 1, earliest: 5, next: 5 };

test('cache file: what was set is there for the next process, without a word of goodbye', async (t) => {
  const { open, warned } = setUp(t);
  const first = await open();
  await first.set('a', entryOf('one'));
  await first.set('b', gone);
  await first.set('a', entryOf('two', { next: 9 }));
  const second = await open(); // the first one was never closed
  assert.deepEqual([await second.get('a'), await second.get('b')], [entryOf('two', { next: 9 }), gone]);
  assert.equal(second.stats?.().entries, 2);
  assert.deepEqual(warned, []);
  await Promise.all([first.close(), second.close()]);
});

test('cache file: what is set at one time is written at one time, and all of it', async (t) => {
  const { open } = setUp(t);
  const cache = await open();
  await Promise.all(Array.from({ length: 500 }, (_, i) => cache.set(`${i}`, entryOf(`body ${i}`))));
  const again = await open();
  for (let i = 0; i < 500; i++) {
    const entry = /** @type {Entry} */ (await again.get(`${i}`));
    assert.equal(Buffer.from(entry.copy?.bytes ?? []).toString(), `body ${i}`);
  }
  await Promise.all([cache.close(), again.close()]);
});

test('cache file: cut off anywhere, it gives what stands before; of one damaged record the others remain; with a warning', async (t) => {
  const { open, path, warned } = setUp(t);
  const cache = await open();
  for (const key of ['a', 'b', 'c']) await cache.set(key, entryOf(`body of ${key}`));
  await cache.close();
  const whole = readFileSync(path);
  const record = (whole.byteLength - 26) / 3;
  for (let cut = 26; cut < whole.byteLength; cut += 29) {
    writeFileSync(path, whole.subarray(0, cut));
    warned.length = 0;
    const reopened = await open();
    const kept = Math.floor((cut - 26) / record);
    assert.equal(reopened.stats?.().entries, kept, `cut at ${cut}`);
    assert.equal(warned.length, Number.isInteger((cut - 26) / record) ? 0 : 1, `cut at ${cut}`);
    await reopened.close();
  }
  for (let at = 26; at < whole.byteLength; at += 31) {
    const damaged = Buffer.from(whole);
    damaged[at] ^= 0x40;
    writeFileSync(path, damaged);
    warned.length = 0;
    const reopened = await open();
    const { entries = 0 } = reopened.stats?.() ?? {};
    // A length that is damaged hides what stands behind it.
    const isLength = (at - 26) % record < 4;
    assert.ok(isLength ? entries < 3 : entries === 2, `damaged at ${at}: ${entries}`);
    assert.match(warned[0], /is damaged: \d+ of its \d+ bytes are ignored/);
    await reopened.close();
  }
});

test('cache file: after a damaged one, what is set is kept again', async (t) => {
  const { open, path } = setUp(t);
  const cache = await open();
  await cache.set('a', entryOf('one'));
  await cache.close();
  appendFileSync(path, 'torn');
  const second = await open();
  await second.set('b', entryOf('two'));
  await second.close();
  const third = await open();
  assert.equal(third.stats?.().entries, 2);
  await third.close();
});

test('cache file: a file that is something else is put aside, not written over', async (t) => {
  const { open, path, dir, warned } = setUp(t);
  writeFileSync(path, '{"feeds": []}');
  const cache = await open();
  assert.equal(cache.stats?.().entries, 0);
  assert.match(warned[0], /is no cache file of this proxy: it is now .*\.unknown/);
  assert.deepEqual(
    [readdirSync(dir).sort(), readFileSync(`${path}.unknown`, 'utf8')],
    [['cache', 'cache.unknown'], '{"feeds": []}'],
  );
  await cache.close();
});

test('cache file: it does not grow with history, nor beyond what memory holds', async (t) => {
  const { open, path } = setUp(t);
  const cache = await open(5_000_000);
  const body = 'x'.repeat(1_000_000);
  for (let i = 0; i < 60; i++) await cache.set(`${i % 7}`, entryOf(body + i));
  assert.ok(statSync(path).size < 20_000_000, `${statSync(path).size} bytes`);
  await cache.close();
  const again = await open(5_000_000);
  assert.equal(again.stats?.().entries, 4);
  assert.ok(statSync(path).size < 5_000_000);
  assert.equal(
    Buffer.from(/** @type {Entry} */ (await again.get('3')).copy?.bytes ?? []).toString(),
    `${body}59`,
  );
  await again.close();
});

test('cache file: where no file can be, that is said at once', async (t) => {
  const { dir, warned } = setUp(t);
  await assert.rejects(
    openCacheFile(join(dir, 'no/such/folder'), { warn: (sentence) => warned.push(sentence) }),
    /ENOENT/,
  );
});
