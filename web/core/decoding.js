// Charsets that the core leaves to the platform: bytes with a label in, a second call with UTF-8 out.

/** @import { Outcome } from './module.js' */

/**
 * @typedef {object} About   what is known of a document besides its bytes
 * @property {string} [feed]          nick, for a planet
 * @property {string} [url]           where it came from: the first base URI
 * @property {string} [contentType]   value of the Content-Type header
 * @property {string} [charset]
 * @property {string} [originalCharset]
 * @property {number} [receivedAt]    UTC seconds
 * @property {number} [now]           UTC seconds
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
  const { text, label } = decodeLabelled(bytes, outcome.detail ?? '');
  return call(new TextEncoder().encode(text), { ...about, charset: 'utf-8', originalCharset: label });
}

/**
 * @param {Uint8Array} bytes
 * @param {string} label   of any charset
 * @returns {{ text: string, label: string }}   an unknown label is read as UTF-8
 */
function decodeLabelled(bytes, label) {
  try {
    return { text: new TextDecoder(label).decode(bytes), label };
  } catch {
    return { text: new TextDecoder().decode(bytes), label: 'utf-8' };
  }
}
