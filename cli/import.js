/**
 * `planetarium import FILE`: a list of feeds in any form → planet.json on stdout; on stderr what could not be taken over.
 */
import { readConfig } from '../web/config/planet-config.js';
import { readAnyList } from './any-list.js';
import { readOptions } from './arguments.js';
import { optionsOf } from './help/commands.js';

/**
 * @param {string[]} args
 * @param {object} [io]
 * @param {{ write: (text: string) => unknown }} [io.stdout]
 * @param {{ write: (text: string) => unknown }} [io.stderr]
 * @returns {Promise<number>}   exit code
 */
export async function run(args, { stdout = process.stdout, stderr = process.stderr } = {}) {
  const warn = (/** @type {string} */ sentence) => stderr.write(`${sentence}\n`);
  const options = readOptions(args, optionsOf('import'));
  if (options.kind === 'failed') return (warn(options.detail), 2);
  const { positionals } = options.value;
  if (positionals.length !== 1) return (warn('import takes one file: planetarium import FILE.'), 2);
  const read = await readAnyList(positionals[0]);
  if (read.kind === 'failed') return (warn(read.detail), 1);
  const { planet, notes, format } = read.value;
  // What the file says may be nothing that a planet takes: better said now than by the page.
  const checked = readConfig(planet, 'https://planet.invalid/planet.json');
  stdout.write(`${JSON.stringify(planet, null, 2)}\n`);
  for (const note of notes) warn(note);
  if (checked.kind === 'failed') return (warn(`The planet needs a hand: ${checked.detail}.`), 1);
  const count = checked.value.feeds.length;
  warn(`${format}: ${count} ${count === 1 ? 'feed' : 'feeds'}.`);
  return 0;
}
