// The parser's module, planetarium-parser.wasm: feeds of every format, one at a time; nothing is kept.
import { withDecoding } from './decoding.js';
import { readFeedTable } from './feed-table.js';
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
   * @param {Uint8Array} bytes
   * @param {About} [about]
   * @returns {Outcome<any>}   the normalised feed
   */
  parse(bytes, about = {}) {
    return withDecoding(bytes, about, (input, what) => {
      const outcome = this.#table('parse_page', input, what);
      return outcome.kind === 'ok' ? { kind: 'ok', value: readFeedTable(outcome.value) } : outcome;
    });
  }

  /**
   * The same as a feed table, for a planet.
   * @param {Uint8Array} bytes
   * @param {About} about
   * @returns {Outcome<Uint8Array>}   a view that is valid until the next call
   */
  parseToTable(bytes, about) {
    return withDecoding(bytes, about, (input, what) => this.#table('parse_table', input, what));
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
