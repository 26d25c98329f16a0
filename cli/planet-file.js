/**
 * A folder with a planet.json comes in, its checked config goes out, or one sentence that names the file and what is wrong.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../web/config/planet-config.js';

/**
 * @typedef {import('../web/config/planet-config.js').Config} Config
 * @typedef {{ kind: 'ok', value: Config } | { kind: 'failed', detail: string }} PlanetFile
 *
 * @param {string} dir
 * @param {string} base   URL the folder is served at
 * @param {Map<string, import('../web/model.js').Listed[]>} [lists]   as for readConfig
 * @returns {PlanetFile}
 */
export function readPlanetFile(dir, base, lists) {
  const file = planetFileOf(dir);
  let text;
  try {
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    return failed(`${file} cannot be read: ${reasonOf(error)}.`);
  }
  try {
    const read = readConfig(JSON.parse(text), new URL('planet.json', base).href, lists);
    return read.kind === 'ok' ? read : failed(`${file}: ${read.detail}.`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failed(`${file} is not JSON: ${error.message}.`);
  }
}

/**
 * Changes whenever the file does, or a list of the folder that it names.
 * @param {string} dir
 * @param {string[]} [lists]   file names in the folder
 */
export function stampOf(dir, lists = []) {
  return [planetFileOf(dir), ...lists.map((name) => join(dir, name))].map(stampOfFile).join(' ');
}

/** @param {string} file */
function stampOfFile(file) {
  const about = statSync(file, { bigint: true, throwIfNoEntry: false });
  return about ? `${about.mtimeNs}-${about.size}-${about.ino}` : 'missing';
}

/** @param {string} dir */
function planetFileOf(dir) {
  return join(dir, 'planet.json');
}

/** @param {unknown} error */
function reasonOf(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'ENOTDIR') return 'it is not in a folder';
  if (code === 'EACCES') return 'permission denied';
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param {string} detail
 * @returns {PlanetFile}
 */
function failed(detail) {
  return { kind: 'failed', detail };
}
