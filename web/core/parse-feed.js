// A document → the normalised feed, through the parser's module. Apart from parser.js: a planet page never needs it.
import { readFeedTable } from './feed-table.js';

/** @import { About } from './decoding.js' */
/** @import { Outcome } from './module.js' */
/** @import { Parser } from './parser.js' */

/**
 * @param {Parser} parser
 * @param {Uint8Array} bytes
 * @param {About} [about]
 * @param {{ lazy?: boolean }} [options]   lazy: long texts are decoded when they are first read. The feed then holds
 *                                         `bytes`, which must stay as they are.
 * @returns {Outcome<any>}
 */
export function parseFeed(parser, bytes, about = {}, { lazy = false } = {}) {
  const parsed = parser.table(lazy ? 'lazy' : 'page', bytes, about);
  if (parsed.kind !== 'ok') return parsed;
  const { table, place } = parsed.value;
  return { kind: 'ok', value: readFeedTable(table, lazy ? place : undefined) };
}
