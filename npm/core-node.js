/** `planet-feed/core` in Node: the core as a library, and its two modules out of the package. */
import { readFile } from 'node:fs/promises';
import { loadCore } from '../web/core/core.js';
import { loadParser } from '../web/core/parser.js';

export * from './library.js';

/** @returns {Promise<import('../web/core/core.js').Core>} */
export const openCore = () =>
  loadCore(moduleOf('planetarium.wasm'), () => moduleOf('planetarium-parser.wasm'));

/** @returns {Promise<import('../web/core/parser.js').Parser>} */
export const openParser = () => loadParser(moduleOf('planetarium-parser.wasm'));

/** @param {string} name @returns {Promise<Uint8Array<ArrayBuffer>>} */
const moduleOf = async (name) => new Uint8Array(await readFile(new URL(`../dist/${name}`, import.meta.url)));
