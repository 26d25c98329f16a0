/** `planet-feed/core` in a page: the core as a library, and its two modules beside the program. */
import { loadCore } from '../web/core/core.js';
import { loadParser } from '../web/core/parser.js';

export * from './library.js';

/** @returns {Promise<import('../web/core/core.js').Core>}   rejects with a sentence that says what is wrong */
export const openCore = () => loadCore(planetModule(), parserModule);

/** @returns {Promise<import('../web/core/parser.js').Parser>} */
export const openParser = () => loadParser(parserModule());

// Written out one by one: bundlers look for this form, and bring the files along.
const planetModule = () => fetch(new URL('../dist/planetarium.wasm', import.meta.url));
const parserModule = () => fetch(new URL('../dist/planetarium-parser.wasm', import.meta.url));
