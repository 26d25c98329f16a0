// A text of a feed whose characters were left in the document they came in: read when they are first asked for.

/** @import { Module } from './module.js' */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * What a text that was left in its document is read from.
 * @typedef {object} Place
 * @property {Uint8Array} bytes   the document
 * @property {Module} module      planetarium-parser.wasm
 */

/**
 * A text of the feed whose characters still lie in the document: they are read when they are first asked for.
 * `type`, and `src`, `base` and `language` where there are any, are properties like any other.
 */
export class LazyText {
  /** @type {Place} */
  #place;
  #form;
  #offset;
  #length;
  /** @type {string | undefined} */
  #value;

  /**
   * @param {string} type
   * @param {Place} place
   * @param {number} form
   * @param {number} offset
   * @param {number} length   bytes
   */
  constructor(type, place, form, offset, length) {
    this.type = type;
    this.#place = place;
    this.#form = form;
    this.#offset = offset;
    this.#length = length;
  }

  get value() {
    if (this.#value === undefined) {
      this.#value = readBody(this.#place, this.#form, this.#offset, this.#length);
    }
    return this.#value;
  }

  toJSON() {
    const { type, value, ...rest } = this;
    return { type, value: this.value, ...rest };
  }
}
// People walk through an object's properties: this one is among them.
Object.defineProperty(LazyText.prototype, 'value', { enumerable: true });

const PLAIN = 1;

/** @param {number} byte */
const isSpace = (byte) => byte === 32 || (byte >= 9 && byte <= 13 && byte !== 11);

// So many bytes that may begin a C1 control are looked at here; texts with more go to the core, which is faster then.
const FEW = 8;

/**
 * Whether a text has line ends or C1 controls, for which the core has a rule. They are rare, and bytes are searched
 * faster than characters.
 * @param {Uint8Array} raw
 */
function hasRuledCharacters(raw) {
  if (raw.indexOf(0x0d) !== -1) return true;
  let at = raw.indexOf(0xc2);
  for (let seen = 0; at !== -1; seen++) {
    if (seen === FEW || raw[at + 1] < 0xa0) return true;
    at = raw.indexOf(0xc2, at + 1);
  }
  return false;
}

/**
 * @param {Place} place
 * @param {number} form     of include/planetarium/model.hpp's Body
 * @param {number} offset
 * @param {number} length
 * @returns {string}
 */
function readBody({ bytes, module }, form, offset, length) {
  let end = offset + length;
  while (offset < end && isSpace(bytes[offset])) offset++;
  while (end > offset && isSpace(bytes[end - 1])) end--;
  const raw = bytes.subarray(offset, end);
  if (form === PLAIN && !hasRuledCharacters(raw)) return decoder.decode(raw);
  module.call('decode_body', [form], raw);
  return decoder.decode(module.result());
}
