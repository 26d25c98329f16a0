/** Bytes → a short text that other bytes do not have, save by intent: 64 bits of two FNV-1a hashes, and the length. */

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
