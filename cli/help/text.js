/** The table of commands → what --help prints. */
import { COMMANDS, VARIABLES } from './commands.js';

/** @import { Command } from './commands.js' */

const WIDTH = 100;

/** @returns {string} */
export const helpOfAll = () =>
  [
    "Planetarium: a planet of weblogs that runs in the reader's browser.",
    '',
    'Usage: planetarium COMMAND [OPTIONS]',
    '',
    ...COMMANDS.flatMap((command) => [`  ${usageOf(command)}`, `      ${command.line}`]),
    '',
    '  COMMAND --help    options, exit codes and examples of a command',
    '  --help, --version',
    '',
    'Variables:',
    ...rows(VARIABLES),
    '',
  ].join('\n');

/** @param {Command} command @returns {string} */
export function helpOf({ name, takes, says, options, exits, examples }) {
  const usage = ['Usage: planetarium', name, takes, options.length > 0 && '[OPTIONS]'];
  const given = options.map(({ name: option, takes: value, short, says: what }) => [
    `${short ? `-${short}, ` : ''}--${option}${value ? ` ${value}` : ''}`,
    what,
  ]);
  return [
    usage.filter(Boolean).join(' '),
    ...says.flatMap((paragraph) => ['', ...wrap(paragraph, WIDTH)]),
    ...(given.length > 0 ? ['', 'Options:', ...rows(given)] : []),
    '',
    'Exit codes:',
    ...rows(exits.map(([code, what]) => [String(code), what])),
    '',
    'Examples:',
    ...examples.flatMap(([args, what]) => [`  planetarium ${name} ${args}`, `      ${what}`]),
    '',
  ].join('\n');
}

/** @param {Command} command */
const usageOf = ({ name, takes, options }) =>
  [
    name,
    ...(takes ? [takes] : []),
    ...options
      .filter((option) => !takes.includes(`--${option.name}`))
      .map((option) => `[--${option.name}${option.takes ? ` ${option.takes}` : ''}]`),
  ].join(' ');

/** @param {string[][]} pairs @returns {string[]} */
function rows(pairs) {
  const indent = 4 + Math.max(...pairs.map(([term]) => term.length));
  return pairs.flatMap(([term, what]) =>
    wrap(what, WIDTH - indent).map((line, at) => `${(at ? '' : `  ${term}`).padEnd(indent)}${line}`),
  );
}

/** @param {string} text @param {number} width @returns {string[]} */
function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}
