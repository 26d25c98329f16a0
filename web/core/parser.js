// The parser's module, planetarium-parser.wasm: feeds of every format and lists of them, one at a time; nothing is kept.
import { withDecoding } from './decoding.js';
import { loadModule, toLines } from './module.js';

/** @import { Subscriptions } from '../model.js' */
/** @import { About } from './decoding.js' */
/** @import { Place } from './lazy-text.js' */
/** @import { Module, Outcome, Source } from './module.js' */

const FUNCTIONS = { planet: 'parse_table', page: 'parse_page', lazy: 'parse_lazy' };

/**
 * @typedef {object} Table
 * @property {Uint8Array} table   a view that is valid until the next call
 * @property {Place} place        where the texts lie that were left in their document
 */

export class Parser {
  #module;

  /** @param {Module} module */
  constructor(module) {
    this.#module = module;
  }

  /** Load another one. */
  get crashed() {
    return this.#module.crashed;
  }

  /**
   * A whole feed as a feed table (include/planetarium/feed_table.hpp).
   * @param {'planet' | 'page' | 'lazy'} reader   a planet in the core; web/core/feed-table.js, with all texts or with
   *                                              the long ones left in the bytes
   * @param {Uint8Array} bytes
   * @param {About} about
   * @returns {Outcome<Table>}
   */
  table(reader, bytes, about) {
    return withDecoding(bytes, about, (input, what) => {
      const parsed = this.#module.askBytes(FUNCTIONS[reader], [], input, toLines(what));
      if (parsed.kind !== 'ok') return parsed;
      return { kind: 'ok', value: { table: parsed.value, place: { bytes: input, module: this.#module } } };
    });
  }

  /**
   * A document for other programs (web/core/emit.js).
   * @param {string} about          key=value lines
   * @param {Uint8Array} table      of Planet.queryTable; empty for lists of feeds
   * @returns {Outcome<Uint8Array>}   a view that is valid until the next call
   */
  emit(about, table) {
    return this.#module.askBytes('emit', [], about, table);
  }

  /**
   * A list of subscriptions: OPML 1.0 to 2.0.
   * @param {Uint8Array} bytes
   * @param {About} [about]
   * @returns {Outcome<Subscriptions>}
   */
  readOpml(bytes, about = {}) {
    return withDecoding(bytes, about, (input, what) =>
      this.#module.ask('read_opml', [], input, toLines(what)),
    );
  }
}

/**
 * @param {Source} source   planetarium-parser.wasm
 * @returns {Promise<Parser>}
 */
export async function loadParser(source) {
  return new Parser(await loadModule(source));
}
