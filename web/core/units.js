// The units of a JavaScript string (src/text/utf16.hpp) → the string.

const ascii = new TextDecoder();
const wide = new TextDecoder('utf-16le', { ignoreBOM: true });

/**
 * Node's own buffers copy units, where its TextDecoder converts them; other runtimes' Buffer, if any, may do neither.
 * @type {typeof import('node:buffer').Buffer | undefined}
 */
const NodeBuffer = /** @type {any} */ (globalThis).process?.versions?.node && globalThis.Buffer;

/**
 * @param {Uint8Array} bytes   a u32, how many bytes a unit has (1: ASCII, 2: UTF-16LE), and the units
 * @returns {string}
 */
export function readUnits(bytes) {
  const size = bytes[0];
  const units = bytes.subarray(4);
  if (!NodeBuffer) return (size === 1 ? ascii : wide).decode(units);
  const copied = NodeBuffer.from(units.buffer, units.byteOffset, units.byteLength);
  return copied.toString(size === 1 ? 'latin1' : 'utf16le');
}
