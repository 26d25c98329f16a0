/**
 * A planet's archive as the page uses it: what the store holds goes into a core planet, first the head, later the segments;
 * what the planet holds goes back, one save after the other.
 *
 * @import { Failure } from '../model.js'
 *
 * @typedef {object} SavedPlanet     of web/core/core.js, as the next two are
 * @property {Uint8Array} head
 * @property {string[]} names
 * @property {Map<string, Uint8Array>} segments
 *
 * @typedef {object} LoadedPlanet
 * @property {{ feed: string, held: number, memo?: string }[]} feeds
 * @property {string[]} segments     newest last
 *
 * @typedef {object} ArchivedPlanet
 * @property {(what: { now: number, stored: Iterable<string> }) => { kind: 'ok', value: SavedPlanet } | Failure} save
 * @property {(head: Uint8Array) => { kind: 'ok', value: LoadedPlanet } | Failure} load
 * @property {(name: string, bytes?: Uint8Array) => { kind: 'ok' } | Failure} loadSegment
 *
 * @typedef {{ head: Uint8Array, previous?: Uint8Array, segment: (name: string) => Promise<Uint8Array | undefined> }} Archived
 * @typedef {{ kind: 'ok' } | { kind: 'missing', names: string[] } | { kind: 'failed', reason: string, detail: string }} Kept
 * @typedef {{ load: () => Promise<Archived | Failure | null>, save: (what: SavedPlanet & { damaged?: boolean }) => Promise<Kept> }} ArchiveStore   of web/store/archive-store.js
 */

/** @param {ArchiveStore} store @param {() => number} now UTC seconds */
export function createLiveArchive(store, now) {
  /** Names of segments that the store has. */
  let stored = new Set();
  /** @type {Failure | undefined} */
  let trouble;
  /** The last save that was asked for: the next one begins behind it. @type {Promise<unknown>} */
  let saving = Promise.resolve();
  /** The store could not say what it has: a save without that would write over it. */
  let closed = false;
  /** Its last head is damaged: the one before it is the one to keep. */
  let damaged = false;

  return {
    /** Why nothing is kept for the next visit, or something was lost. */
    trouble: () => trouble,

    /**
     * Fills a planet from the last head that is whole.
     * @param {ArchivedPlanet} planet
     * @returns {Promise<{ feeds: LoadedPlanet['feeds'], segments: () => AsyncGenerator<{ name: string, kind: 'ok' | 'failed' }> } | undefined>}   segments: loads
     *          them one by one, the newest first, and tells their names; undefined: there is nothing to load
     */
    async load(planet) {
      stored = new Set();
      damaged = false;
      const archived = await store.load();
      closed = archived !== null && 'kind' in archived;
      if (archived === null) return undefined;
      if ('kind' in archived) {
        trouble = archived;
        return undefined;
      }
      for (const head of [archived.head, archived.previous]) {
        if (!head) continue;
        const loaded = planet.load(head);
        if (loaded.kind === 'failed') {
          trouble = loaded;
          damaged = true;
          continue;
        }
        const { feeds, segments } = loaded.value;
        stored = new Set(segments);
        return { feeds, segments: () => loadSegments(planet, archived, segments) };
      }
      return undefined;
    },

    /**
     * @param {ArchivedPlanet} planet
     * @returns {Promise<boolean>}   whether it is stored; throws when the core has crashed
     */
    save(planet) {
      const before = saving;
      const own = before.then(() => save(planet));
      saving = own.catch(() => {}); // told to who asked for it
      return own;
    },
  };

  /** @param {ArchivedPlanet} planet @param {Archived} archived @param {string[]} names */
  async function* loadSegments(planet, archived, names) {
    for (const name of [...names].reverse()) {
      const bytes = await archived.segment(name);
      const loaded = planet.loadSegment(name, bytes);
      if (loaded.kind === 'failed') {
        trouble = loaded;
        stored.delete(name);
      }
      yield { name, kind: loaded.kind };
    }
  }

  /** @param {ArchivedPlanet} planet */
  async function save(planet) {
    // Another page may have deleted what this one knows to be stored: then it is written again.
    for (let tries = 0; tries < 2 && !closed; tries++) {
      const saved = planet.save({ now: now(), stored });
      if (saved.kind === 'failed') {
        trouble = saved;
        return false;
      }
      const kept = await store.save({ ...saved.value, ...(damaged && { damaged }) });
      if (kept.kind === 'ok') {
        damaged = false;
        stored = new Set(saved.value.names);
        if (trouble?.reason !== 'damaged_archive') trouble = undefined;
        return true;
      }
      if (kept.kind === 'failed') {
        trouble = kept;
        return false;
      }
      for (const name of kept.names) stored.delete(name);
    }
    return false;
  }
}
