/** A file with feeds in any form that people have → planet.json, and what could not be taken over. */
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { importPlanet } from '../web/config/import/import-planet.js';
import { loadParser } from '../web/core/parser.js';
import { failed } from './arguments.js';

const parserFile = fileURLToPath(new URL('../dist/planetarium-parser.wasm', import.meta.url));

/** Far more than any list of people; a wrong file is refused before it is held in memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * @typedef {import('../web/config/import/planet-ini.js').Imported & { format: string }} AnyList
 *
 * @param {string} file
 * @param {string} [wasm]    planetarium-parser.wasm
 * @returns {Promise<{ kind: 'ok', value: AnyList } | import('./arguments.js').Failed>}
 */
export async function readAnyList(file, wasm = parserFile) {
  /** @type {Uint8Array} */
  let bytes;
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) return failed(`${file} is larger than any list: ${size} bytes.`);
    bytes = new Uint8Array(await readFile(file));
  } catch (error) {
    return failed(`${file} cannot be read: ${reasonOf(error)}.`);
  }
  const read = await importPlanet(
    bytes,
    {},
    {
      readOpml: async (opml, about) =>
        (await loadParser(new Uint8Array(await readFile(wasm)))).readOpml(opml, about),
      domParser: async () => {
        const { JSDOM } = await import('jsdom');
        return new new JSDOM('').window.DOMParser();
      },
    },
  );
  if (read.kind === 'ok') return read;
  const { reason, detail } = read;
  return failed(
    `${file} ${detail && /^(?:is|holds|names) /.test(detail) ? detail : `is no list of feeds: ${detail ?? reason}`}.`,
  );
}

/** @param {unknown} error */
export function reasonOf(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'ENOTDIR') return 'it is not in a folder';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'permission denied';
  if (code === 'ENOSPC') return 'the disk is full';
  return error instanceof Error ? error.message : String(error);
}
