// The parser's module, planetarium-parser.wasm: feeds of every format, one at a time; nothing is kept.
import { withDecoding } from './decoding.js';
import { loadModule, toLines } from './module.js';

/** @import { About } from './decoding.js' */
/** @import { Module, Outcome, Source } from './module.js' */

export class Parser {
  #module;

  /** @param {Module} module */
  constructor(module) {
    this.#module = module;
  }

  /**
   * A whole feed as a feed table (include/planetarium/feed_table.hpp).
   * @param {'planet' | 'page'} reader   for a planet in the core, or for web/core/parse-feed.js
   * @param {Uint8Array} bytes
   * @param {About} about
   * @returns {Outcome<Uint8Array>}      a view that is valid until the next call
   */
  table(reader, bytes, about) {
    const name = reader === 'planet' ? 'parse_table' : 'parse_page';
    return withDecoding(bytes, about, (input, what) => this.#table(name, input, what));
  }

  /**
   * @param {string} name
   * @param {Uint8Array} bytes
   * @param {About} about
   * @returns {Outcome<Uint8Array>}
   */
  #table(name, bytes, about) {
    const status = this.#module.call(name, [], bytes, toLines(about));
    const result = this.#module.result();
    if (status === 0) return { kind: 'ok', value: result };
    return { kind: 'failed', ...JSON.parse(new TextDecoder().decode(result)) };
  }
}

/**
 * @param {Source} source   planetarium-parser.wasm
 * @returns {Promise<Parser>}
 */
export async function loadParser(source) {
  return new Parser(await loadModule(source));
}
