/// <reference path="./globals.d.ts" />
/** The files of the core beside the script that asks for them. */
import { fetchCoreFile } from './fetch/page-files.js';

/** Written out one by one: bundlers look for this form, and bring the files along. */
const FILES = {
  'planetarium.wasm': () => new URL('planetarium.wasm', import.meta.url),
  'planetarium-parser.wasm': () => new URL('planetarium-parser.wasm', import.meta.url),
};

/**
 * @param {keyof typeof FILES} name
 * @param {typeof fetch} fetch
 * @param {string} [folder]   URL of another folder that holds them
 * @returns {Promise<Response>}   rejects with a sentence when there is no such file
 */
export function fetchProgramFile(name, fetch, folder) {
  const url = folder === undefined ? FILES[name]() : new URL(name, folder);
  // The version names the bytes of the core, so that no cache pairs an old core with a new page.
  url.searchParams.set('v', __WASM_VERSION__);
  return fetchCoreFile(url.href, fetch);
}
