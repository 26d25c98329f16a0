// A text of a feed whose characters were left in the document they came in: read when they are first asked for.

import { readUnits } from './units.js';

/** @import { Module } from './module.js' */

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

/**
 * @param {Place} place
 * @param {number} form     of include/planetarium/model.hpp's Body
 * @param {number} offset
 * @param {number} length
 * @returns {string}
 */
function readBody({ bytes, module }, form, offset, length) {
  module.call('decode_body', [form], bytes.subarray(offset, offset + length));
  return readUnits(module.result());
}
