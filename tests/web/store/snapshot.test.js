import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { beginningWith, packSnapshot, unpackSnapshot } from '../../../web/store/snapshot.js';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const packed = new Uint8Array(
  Buffer.concat(
    packSnapshot(
      bytes('head'),
      new Map([
        ['s1', bytes('one')],
        ['s2', bytes('two')],
      ]),
    ),
  ),
);

/** @type {import('../../../web/store/archive-store.js').ArchiveStore} */
const empty = { load: async () => null, save: async () => ({ kind: 'ok' }) };

test('snapshot: what was packed comes out again', async () => {
  const snapshot = unpackSnapshot(packed);
  assert.deepEqual(snapshot?.head, bytes('head'));
  assert.deepEqual(await snapshot?.segment('s2'), bytes('two'));
  assert.equal(await snapshot?.segment('s3'), undefined);
});

test('snapshot: what is cut, too long, of another version or none at all is none', () => {
  assert.equal(unpackSnapshot(packed.subarray(0, packed.length - 1)), null);
  assert.equal(unpackSnapshot(Buffer.concat([packed, bytes('x')])), null);
  assert.equal(unpackSnapshot(bytes('{"version":2,"head":0,"segments":[]}\n')), null);
  assert.equal(unpackSnapshot(bytes('<html>')), null);
});

test('snapshot: a page begins with it where it has nothing of its own, compressed or not', async () => {
  for (const body of [packed, gzipSync(packed)]) {
    const store = beginningWith(empty, 'https://planet.example/snapshot.bin', async () => new Response(body));
    const archived = await store.load();
    assert.ok(archived && 'head' in archived);
    assert.deepEqual(archived.head, bytes('head'));
  }
  const own = { head: bytes('own'), segment: async () => undefined };
  const store = beginningWith({ ...empty, load: async () => own }, '', async () =>
    assert.fail('it was asked for'),
  );
  assert.equal(await store.load(), own);
});

test('snapshot: where it cannot be had, the page begins with nothing', async () => {
  for (const answer of [
    async () => new Response('', { status: 404 }),
    () => Promise.reject(new TypeError('offline')),
  ])
    assert.equal(await beginningWith(empty, 'https://planet.example/snapshot.bin', answer).load(), null);
});
