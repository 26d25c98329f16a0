/**
 * An entry of the cache comes in, bytes that can be kept anywhere go out, and the other way round.
 * Layout: u32 length of a JSON text, the text, the body, the body compressed; numbers are little-endian.
 *
 * @typedef {import('./cache.js').Entry} Entry
 */

const version = 1;

/**
 * @param {string} key
 * @param {Entry} entry
 * @returns {Uint8Array<ArrayBuffer>[]}   to be written one after the other
 */
export function packEntry(key, { copy, ...rest }) {
  const { bytes, gzip, ...about } = copy ?? {};
  const head = new TextEncoder().encode(
    JSON.stringify({
      version,
      key,
      ...rest,
      ...(copy && { copy: about, bytes: bytes?.byteLength, gzip: gzip?.byteLength }),
    }),
  );
  const packed = new Uint8Array(4 + head.byteLength);
  new DataView(packed.buffer).setUint32(0, head.byteLength, true);
  packed.set(head, 4);
  return [packed, ...(bytes ? [bytes] : []), ...(gzip ? [gzip] : [])];
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes   are not kept: bodies are copies
 * @returns {{ key: string, entry: Entry } | null}   null: not what packEntry wrote, or not in this version
 */
export function unpackEntry(bytes) {
  const packed = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength); // of a Buffer, slice is no copy
  try {
    const size = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(packed.subarray(4, 4 + size));
    const {
      version: written,
      key,
      copy,
      bytes: bodyBytes = 0,
      gzip = 0,
      failure,
      failures,
      earliest,
      next,
    } = JSON.parse(text);
    const whole = packed.byteLength === 4 + size + bodyBytes + gzip;
    if (written !== version || !whole || typeof key !== 'string' || !Number.isFinite(next)) return null;
    const body = packed.slice(4 + size, 4 + size + bodyBytes);
    return {
      key,
      entry: {
        ...(copy && {
          copy: { ...copy, bytes: body, ...(gzip && { gzip: packed.slice(4 + size + bodyBytes) }) },
        }),
        ...(failure && { failure }),
        failures,
        earliest,
        next,
      },
    };
  } catch {
    return null;
  }
}
