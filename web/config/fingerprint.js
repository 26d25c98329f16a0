/** Bytes → a short text that other bytes do not have, save by intent: 64 bits of two FNV-1a hashes, and the length. */

/** @import { FeedConfig } from './planet-config.js' */

/** @param {Uint8Array} bytes */
export function fingerprint(bytes) {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x5bd1e995);
  }
  return `${bytes.length}-${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}`;
}

/** What a subscription may say of how its feed's posts are read: with other settings the same bytes are other posts. */
const SETTINGS = /** @type {const} */ ([
  'tags',
  'titleType',
  'xmlBase',
  'maxEntries',
  'ignoreInFeed',
  'include',
  'exclude',
]);

/**
 * @param {string} print   of a feed's bytes
 * @param {FeedConfig} feed
 * @returns {string}       of what they become
 */
export function withSettings(print, feed) {
  const settings = SETTINGS.filter((key) => feed[key] !== undefined).map((key) => [key, feed[key]]);
  if (settings.length === 0) return print;
  return `${print}+${fingerprint(new TextEncoder().encode(JSON.stringify(settings)))}`;
}
