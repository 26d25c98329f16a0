/**
 * `npm run check`: types, format, layers and the length of files.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBreaches } from './check-layers.js';
import { formatCpp, formatPretty } from './format.js';
import { globFiles } from './lib/files.js';
import { ROOT, runTool, step } from './lib/run.js';
import { setUp } from './setup.js';

/** @typedef {import('./lib/run.js').Outcome} Outcome */

const LONGEST = 400;

/** @type {[string, () => Promise<Outcome>][]} */
const CHECKS = [
  ['Checking types', () => runTool('node_modules/.bin/tsc', ['-p', 'tsconfig.json'])],
  ['Checking the format of JavaScript, CSS and Markdown', () => formatPretty({ write: false })],
  ['Checking the format of C++', () => formatCpp({ write: false })],
  ['Checking who sees whom', async () => outcome(findBreaches(ROOT))],
  ['Checking the length of files', async () => outcome(longFiles())],
];

/** @returns {Promise<number>}   how many of the checks failed; what they found has been shown */
export async function check() {
  let failed = 0;
  for (const [label, work] of CHECKS) if ((await step(label, work)).kind === 'failed') failed++;
  return failed;
}

/** @returns {string[]} */
function longFiles() {
  const files = globFiles(/^(include|src|web|proxy|cli|tests|scripts)\/.*\.(cpp|hpp|h|c|js|mjs|css)$/);
  return files.flatMap((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1;
    return lines > LONGEST
      ? [`${file} has ${lines} lines, ${LONGEST} are the most: what is its second idea?`]
      : [];
  });
}

/**
 * @param {string[]} complaints
 * @returns {Outcome}
 */
const outcome = (complaints) => ({
  kind: complaints.length > 0 ? 'failed' : 'ok',
  output: complaints.map((line) => `${line}\n`).join(''),
});

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const ready = await setUp({ native: true });
  process.exitCode = ready && (await check()) === 0 ? 0 : 1;
}
