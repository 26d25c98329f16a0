/** The one database of all planets of an origin, opened once per page; IndexedDB through idb. */
import { openDB } from 'idb';

/**
 * Stores: `feeds` holds what is remembered of single addresses, by planet and URL; `heads` and `segments` the archives, by
 * planet, and by planet and name.
 */
const VERSION = 2;

/** @type {Promise<import('idb').IDBPDatabase> | undefined} */
let opened;

/** @returns {Promise<import('idb').IDBPDatabase>}   rejects where there is none: private windows, opaque origins, a full disk */
export function openDatabase() {
  if (!opened) {
    opened = open();
    opened.catch(() => (opened = undefined));
  }
  return opened;
}

async function open() {
  const db = await openDB('planetarium', VERSION, {
    upgrade(made, from) {
      if (from < 1) made.createObjectStore('feeds', { keyPath: ['planet', 'url'] });
      if (from < 2) {
        made.createObjectStore('heads', { keyPath: 'planet' });
        made.createObjectStore('segments');
      }
    },
    // A newer page wants to change the database: let it, and go on without.
    blocking: () => db.close(),
    terminated: () => (opened = undefined),
  });
  return db;
}
