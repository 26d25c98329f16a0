/** `planetarium completion SHELL` and `planetarium man`: the table of commands, as shells and man read it. */
import { readFileSync } from 'node:fs';
import { SHELLS } from './help/commands.js';
import { completionOf } from './help/completion.js';
import { manualPage } from './help/manual.js';

/** @typedef {{ stdout?: { write: (text: string) => unknown }, stderr?: { write: (text: string) => unknown } }} Streams */

/**
 * @param {string[]} args
 * @param {Streams} [io]
 * @returns {Promise<number>}
 */
export async function runCompletion(args, { stdout = process.stdout, stderr = process.stderr } = {}) {
  const script = args.length === 1 ? completionOf(args[0]) : undefined;
  if (!script) {
    stderr.write(`completion takes a shell: ${SHELLS.join(', ')}.\n`);
    return 2;
  }
  stdout.write(script);
  return 0;
}

/**
 * @param {string[]} args
 * @param {Streams} [io]
 * @returns {Promise<number>}
 */
export async function runMan(args, { stdout = process.stdout, stderr = process.stderr } = {}) {
  if (args.length > 0) {
    stderr.write('man takes nothing.\n');
    return 2;
  }
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  stdout.write(manualPage(JSON.parse(manifest).version));
  return 0;
}
