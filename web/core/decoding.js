// Charsets that the core leaves to others: bytes with a label in, a second call with UTF-8 out.
import { textDecoder } from '#text-decoder';

/** @import { Outcome } from './module.js' */

/**
 * @typedef {object} About   what is known of a document besides its bytes
 * @property {string} [feed]          nick, for a planet
 * @property {string} [url]           where it came from: the first base URI
 * @property {string} [contentType]   value of the Content-Type header
 * @property {string} [charset]       what the bytes were decoded to before they came here
 * @property {string} [originalCharset]   what they were then
 * @property {boolean} [misfit]       true when something had to be replaced, not fitting that
 * @property {string} [unknownCharset]    a label that nobody knows
 * @property {number} [receivedAt]    UTC seconds
 * @property {number} [now]           UTC seconds
 * @property {string[]} [past]        of each entry, where another planet held them: SECONDS[,edited][,flooded][,deleted]
 */

/**
 * @template T
 * @param {Uint8Array} bytes
 * @param {About} about
 * @param {(bytes: Uint8Array, about: About) => Outcome<T>} call
 * @returns {Outcome<T>}
 */
export function withDecoding(bytes, about, call) {
  const outcome = call(bytes, about);
  if (outcome.kind === 'ok' || outcome.reason !== 'unsupported_encoding') return outcome;
  const label = outcome.detail ?? '';
  const decoded = decodeLabelled(bytes, label);
  if (decoded) {
    const { text, misfit } = decoded;
    const utf8 = new TextEncoder().encode(text);
    return call(utf8, { ...about, charset: 'utf-8', originalCharset: label, misfit });
  }
  // A Content-Type with an unknown label may stand above a declaration with another: two at most.
  if (about.unknownCharset) return call(bytes, { ...about, charset: 'utf-8' });
  return withDecoding(bytes, { ...about, unknownCharset: label }, call);
}

/**
 * @param {Uint8Array} bytes
 * @param {string} label
 * @returns {{ text: string, misfit: boolean } | null}   null when no charset has that label
 */
function decodeLabelled(bytes, label) {
  try {
    return { text: textDecoder(label, { fatal: true }).decode(bytes), misfit: false };
  } catch (error) {
    if (error instanceof RangeError) return null;
    return { text: textDecoder(label).decode(bytes), misfit: true };
  }
}
