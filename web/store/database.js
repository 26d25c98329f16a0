/** The one database of all planets of an origin, opened once per page; IndexedDB through idb. */
import { openDB } from 'idb';
import { inTime } from './in-time.js';

/**
 * Stores: `feeds` holds what is remembered of single addresses, by planet and URL; `heads` and `segments` the archives, by
 * planet, and by planet and name.
 */
const VERSION = 2;

/** @type {Promise<import('idb').IDBPDatabase> | undefined} */
let opened;

/**
 * @returns {Promise<import('idb').IDBPDatabase>}   rejects where there is none (private windows, opaque origins, a full
 *          disk), and with TooLate while it does not open: an old page that does not let go of it can hold it for hours
 */
export function openDatabase() {
  if (!opened) {
    const opening = open();
    opened = inTime(opening, 'the database');
    opening.then(
      (db) => (opened = Promise.resolve(db)), // perhaps too late for who asked first
      () => (opened = undefined),
    );
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
