#!/usr/bin/env node
/**
 * The program: a command and its arguments come in, its exit code goes out. A command is loaded when it is asked for.
 */
import { readFileSync } from 'node:fs';
import { commandOf } from './help/commands.js';
import { helpOf, helpOfAll } from './help/text.js';

/** @type {Record<string, () => Promise<{ run: (args: string[]) => Promise<number> }>>} */
const commands = {
  serve: () => import('./serve.js'),
  proxy: () => import('./proxy.js'),
  parse: () => import('./parse.js'),
  build: () => import('./build.js'),
  check: () => import('./check.js'),
  import: () => import('./import.js'),
  completion: () => import('./help.js').then(({ runCompletion: run }) => ({ run })),
  man: () => import('./help.js').then(({ runMan: run }) => ({ run })),
};

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
async function main([command, ...args]) {
  if (command === '--version' || command === '-v') {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    process.stdout.write(`${JSON.parse(manifest).version}\n`);
    return 0;
  }
  const asked = command === 'help' ? args[0] : command;
  const known = asked === undefined ? undefined : commandOf(asked);
  if ((command === 'help' && !asked) || command === '--help' || command === '-h') {
    process.stdout.write(helpOfAll());
    return 0;
  }
  if (known && (command === 'help' || asksForHelp(args))) {
    process.stdout.write(helpOf(known));
    return 0;
  }
  if (known && command !== 'help') return (await commands[known.name]()).run(args);
  const what = command === undefined ? 'A command is missing' : `There is no command "${asked}"`;
  process.stderr.write(`${what}: planetarium --help lists them.\n`);
  return 2;
}

/** @param {string[]} args */
function asksForHelp(args) {
  const end = args.indexOf('--');
  const read = end < 0 ? args : args.slice(0, end);
  return read.includes('--help') || read.includes('-h');
}

process.exitCode = await main(process.argv.slice(2));
