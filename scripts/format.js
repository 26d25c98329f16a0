/**
 * `npm run format`: rewrites the sources in the project's format; without `--write` only says which ones are not in it.
 */
import { globFiles } from './lib/files.js';
import { runTool } from './lib/run.js';
import { pathToFileURL } from 'node:url';
import { setUp } from './setup.js';

/** @typedef {import('./lib/run.js').Outcome} Outcome */

const PRETTY = /\.(js|mjs|css|html|json|md)$/;
const CPP = /\.(cpp|hpp|h|c)$/;

/** What formatters leave alone: documents whose exact bytes matter, and what npm writes. */
const AS_WRITTEN = /^(demo\/feeds|tests\/feeds)\/|^package-lock\.json$/;

/**
 * @param {{ write: boolean }} options
 * @returns {Promise<Outcome>}
 */
export function formatPretty({ write }) {
  const files = globFiles(PRETTY).filter((file) => !AS_WRITTEN.test(file));
  return runTool('node_modules/.bin/prettier', [
    write ? '--write' : '--check',
    '--log-level',
    'warn',
    ...files,
  ]);
}

/**
 * @param {{ write: boolean }} options
 * @returns {Promise<Outcome>}
 */
export async function formatCpp({ write }) {
  const files = globFiles(CPP);
  if (files.length === 0) return { kind: 'ok', output: '' };
  const { kind, output } = await runTool('clang-format', [
    ...(write ? ['-i'] : ['--dry-run', '-Werror']),
    ...files,
  ]);
  const named = new Set(
    [...output.matchAll(/^([^\s:]+):\d+:\d+: error: code should be/gm)].map((match) => match[1]),
  );
  if (named.size === 0) return { kind, output };
  return {
    kind,
    output: [...named, 'are not in the format: `npm run format` rewrites them.', ''].join('\n'),
  };
}

async function main() {
  if (!(await setUp({ native: true }))) return 1;
  const options = { write: process.argv.includes('--write') };
  const results = [await formatPretty(options), await formatCpp(options)];
  for (const { output } of results) process.stdout.write(output);
  return results.some(({ kind }) => kind === 'failed') ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main();
