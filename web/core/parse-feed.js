// A document → the normalised feed, through the parser's module. Apart from parser.js: a planet page never needs it.
import { readFeedTable } from './feed-table.js';

/** @import { About } from './decoding.js' */
/** @import { Outcome } from './module.js' */
/** @import { Parser } from './parser.js' */

/**
 * @param {Parser} parser
 * @param {Uint8Array} bytes
 * @param {About} [about]
 * @returns {Outcome<any>}
 */
export function parseFeed(parser, bytes, about = {}) {
  const table = parser.table('page', bytes, about);
  return table.kind === 'ok' ? { kind: 'ok', value: readFeedTable(table.value) } : table;
}
