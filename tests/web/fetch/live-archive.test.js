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

test('live archive: however many want to save, one save is over before the next begins', async () => {
  const { log, archive } = storeThatGives(null);
  assert.deepEqual(await Promise.all([1, 2, 3].map(() => archive.save(planet))), [true, true, true]);
  assert.deepEqual(log, Array(3).fill(['save, whole', 'saved']).flat());
});

test('live archive: a planet that crashes while it is saved keeps no other from being saved', async () => {
  const { log, archive } = storeThatGives(null);
  const crash = () => {
    throw new WebAssembly.RuntimeError('unreachable');
  };
  const crashed = archive.save({ ...planet, save: crash });
  const saved = archive.save(planet);
  await assert.rejects(crashed, WebAssembly.RuntimeError);
  assert.equal(await saved, true);
  assert.deepEqual(log, ['save, whole', 'saved']);
});

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
