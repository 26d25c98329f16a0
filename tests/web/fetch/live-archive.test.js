import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLiveArchive } from '../../../web/fetch/live-archive.js';

/** @import { ArchivedPlanet, ArchiveStore } from '../../../web/fetch/live-archive.js' */

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** @type {ArchivedPlanet}   the head "damaged" is */
const planet = {
  save: () => ({ kind: 'ok', value: { head: bytes('new'), names: [], segments: new Map() } }),
  load: (head) =>
    new TextDecoder().decode(head) === 'damaged'
      ? { kind: 'failed', reason: 'damaged_archive' }
      : { kind: 'ok', value: { feeds: [], segments: [] } },
  loadSegment: () => ({ kind: 'ok' }),
};

/** @param {Awaited<ReturnType<ArchiveStore['load']>>} loaded */
function storeThatGives(loaded) {
  /** @type {string[]} */
  const log = [];
  /** @type {ArchiveStore} */
  const store = {
    load: async () => loaded,
    async save({ damaged = false }) {
      log.push(`save, ${damaged ? 'damaged' : 'whole'}`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push('saved');
      return { kind: 'ok' };
    },
  };
  return { log, archive: createLiveArchive(store, () => 0) };
}

test('live archive: what a store that does not answer may have is not saved over', async () => {
  const busy = /** @type {const} */ ({ kind: 'failed', reason: 'store_busy', detail: 'it does not answer' });
  const { log, archive } = storeThatGives(busy);
  assert.equal(await archive.load(planet), undefined);
  assert.deepEqual(archive.trouble(), busy);
  assert.equal(await archive.save(planet), false);
  assert.deepEqual([log, archive.trouble()], [[], busy]);
});

test('live archive: a damaged head is told to the store, once', async () => {
  const segment = async () => undefined;
  const { log, archive } = storeThatGives({ head: bytes('damaged'), previous: bytes('old'), segment });
  assert.ok(await archive.load(planet));
  await archive.save(planet);
  await archive.save(planet);
  assert.deepEqual(log, ['save, damaged', 'saved', 'save, whole', 'saved']);
});
