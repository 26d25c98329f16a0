/** The core's files → cores. Each file is fetched and compiled once, however many planets a page has. */
import { compile } from './module.js';
import { loadCore } from './core.js';

/** @import { Core } from './core.js' */
/** @import { Source } from './module.js' */

/** @typedef {'planetarium.wasm' | 'planetarium-parser.wasm'} CoreFile */

/**
 * @param {(name: CoreFile) => Source} open   called when a file is first needed; and again after it could not be had
 * @returns {{ newCore: () => Promise<Core>, warm: () => void }}   newCore: what crashes it leaves the others alone; warm: the
 *          first will be asked for soon
 */
export function createProgram(open) {
  /** @type {Map<CoreFile, Promise<WebAssembly.Module>>} */
  const compiled = new Map();
  /** @param {CoreFile} name */
  const moduleOf = (name) => {
    let module = compiled.get(name);
    if (!module) {
      compiled.set(name, (module = compile(open(name))));
      module.catch(() => compiled.delete(name));
    }
    return module;
  };
  return {
    newCore: () => loadCore(moduleOf('planetarium.wasm'), () => moduleOf('planetarium-parser.wasm')),
    warm: () => void moduleOf('planetarium.wasm'),
  };
}
