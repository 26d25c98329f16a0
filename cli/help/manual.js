/** The table of commands → the manual page, as man(7) has it. */
import { COMMANDS, VARIABLES } from './commands.js';

/** @param {string} version @returns {string} */
export const manualPage = (version) =>
  [
    `.TH PLANETARIUM 1 "" "Planetarium ${escape(version)}" "User Commands"`,
    '.SH NAME',
    "planetarium \\- a planet of weblogs that runs in the reader's browser",
    '.SH SYNOPSIS',
    '.B planetarium',
    '.I COMMAND',
    '[\\fIOPTIONS\\fR]',
    '.SH COMMANDS',
    ...COMMANDS.flatMap(({ name, takes, says, options, exits }) => [
      `.SS ${quoted([name, takes].filter(Boolean).join(' '))}`,
      ...says.flatMap((paragraph, at) => [...(at ? ['.PP'] : []), line(paragraph)]),
      ...options.flatMap(({ name: option, takes: value, short, says: what }) => [
        '.TP',
        `${short ? `\\fB\\-${short}\\fR, ` : ''}\\fB${escape(`--${option}`)}\\fR${value ? ` \\fI${value}\\fR` : ''}`,
        line(what),
      ]),
      '.PP',
      line(`Exit code ${exits.map(([code, what]) => `${code}: ${what}`).join('; ')}.`),
    ]),
    '.SH EXAMPLES',
    ...COMMANDS.flatMap(({ name, examples }) =>
      examples.flatMap(([args, what]) => [
        '.TP',
        `\\fBplanetarium ${escape(`${name} ${args}`)}\\fR`,
        line(what),
      ]),
    ),
    '.SH ENVIRONMENT',
    ...VARIABLES.flatMap(([name, what]) => ['.TP', `.B ${name}`, line(what)]),
    '',
  ].join('\n');

/** @param {string} text */
const escape = (text) => text.replaceAll('\\', '\\e').replaceAll('-', '\\-');

/** A line that begins with a control character would be a request. @param {string} text */
const line = (text) => escape(text).replace(/^(?=[.'])/, '\\&');

/** @param {string} text */
const quoted = (text) => `"${escape(text).replaceAll('"', '\\(dq')}"`;
