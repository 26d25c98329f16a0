/** What a command takes for PLANET → its checked config: a folder, a planet.json, or a list of feeds in any form. */
import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readConfig } from '../web/config/planet-config.js';
import { readAnyList } from './any-list.js';
import { failed } from './arguments.js';

/** What a folder may hold, the dearest first. */
const NAMES = [
  'planet.json',
  'config.ini',
  'planet.ini',
  'planet.opml',
  'opml.xml',
  'feeds.opml',
  'feeds.txt',
  'feeds.csv',
];

/** Stands for the planet's own address where nobody said it: the folder's files are read from disk. */
export const NOWHERE = 'https://planet.invalid/';

/**
 * @typedef {import('../web/config/planet-config.js').Config} Config
 *
 * @typedef {object} AnyPlanet
 * @property {Config} config
 * @property {Record<string, unknown>} planet   for planet.json, as it was written or imported
 * @property {string} folder      where relative addresses lead
 * @property {string} file
 * @property {string} base        URL that the folder stands for, ends with a slash
 * @property {string[]} notes     what could not be taken over
 */

/**
 * @param {string} path
 * @param {object} [options]
 * @param {string} [options.url]     where the planet is published; else its `link`
 * @param {(base: string, folder: string, urls: string[]) => Promise<Map<string, import('../web/model.js').Listed[]>>} [options.readLists]   feeds of the lists it names
 * @returns {Promise<{ kind: 'ok', value: AnyPlanet } | import('./arguments.js').Failed>}
 */
export async function readAnyPlanet(path, { url, readLists } = {}) {
  const file = fileOf(path);
  if (!file) return failed(`${path} holds none of ${NAMES.join(', ')}.`);
  const read = await readAnyList(file);
  if (read.kind === 'failed') return read;
  return readGivenPlanet(read.value.planet, { file, notes: read.value.notes, url, readLists });
}

/**
 * @param {Record<string, unknown>} planet    as a planet.json has it
 * @param {object} where
 * @param {string} where.file                 it stands in, or might: its folder is the planet's
 * @param {string[]} [where.notes]
 * @param {string} [where.url]
 * @param {NonNullable<Parameters<typeof readAnyPlanet>[1]>['readLists']} [where.readLists]
 * @returns {Promise<{ kind: 'ok', value: AnyPlanet } | import('./arguments.js').Failed>}
 */
export async function readGivenPlanet(planet, { file, notes = [], url, readLists }) {
  const folder = dirname(resolve(file));
  const base = baseOf(url ?? planet.link);
  let config = readConfig(planet, `${base}planet.json`);
  if (config.kind === 'ok' && config.value.lists && readLists) {
    const lists = await readLists(base, folder, config.value.lists);
    config = readConfig(planet, `${base}planet.json`, lists);
  }
  if (config.kind === 'failed') return failed(`${file}: ${config.detail}.`);
  return { kind: 'ok', value: { config: config.value, planet, folder, file, base, notes } };
}

/** @param {string} path @returns {string | undefined} */
function fileOf(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  return NAMES.map((name) => join(path, name)).find((file) =>
    statSync(file, { throwIfNoEntry: false })?.isFile(),
  );
}

/** The folder of a page. @param {unknown} link @returns {string} */
function baseOf(link) {
  try {
    const url = new URL(String(link));
    if (!/^https?:$/.test(url.protocol)) return NOWHERE;
    const name = basename(url.pathname);
    return new URL(
      name.includes('.') ? '.' : './',
      url.pathname.endsWith('/') || name.includes('.') ? url : `${url.origin}${url.pathname}/`,
    ).href;
  } catch {
    return NOWHERE;
  }
}
