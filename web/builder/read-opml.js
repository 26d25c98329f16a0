/** A list of subscriptions → its feeds, by the core's parser, which is asked for with the first list. */
import { loadParser } from '../core/parser.js';
import { fetchProgramFile } from '../program-files.js';

/** @param {Uint8Array} bytes @param {{ url?: string }} about */
export async function readOpml(bytes, about) {
  const file = fetchProgramFile('planetarium-parser.wasm', (...asked) => fetch(...asked), document.baseURI);
  return (await loadParser(file)).readOpml(bytes, about);
}
