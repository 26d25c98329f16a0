/**
 * `npm test`: sets up, builds, runs every test of the project, and ends with `N passed, N failed`.
 */
import { buildPage } from './build.js';
import { check } from './check.js';
import { fuzzShortly } from './fuzz.js';
import { buildPreset, runTests } from './lib/cmake.js';
import { countDoctest, countNodeTests, countsLine, noCounts, sumCounts } from './lib/counts.js';
import { globFiles } from './lib/files.js';
import { runTool } from './lib/run.js';
import { setUp } from './setup.js';
import { findChromium } from './setup/needs.js';

/**
 * @typedef {import('./lib/counts.js').Counts} Counts
 * @typedef {import('./lib/cmake.js').Preset} Preset
 */

/** A test, or a file of tests, that takes longer than this hangs. */
const LONGEST_MILLISECONDS = 300_000;

/** @type {[string, () => Promise<Counts>][]} */
const SUITES = [
  ['core', () => testCore('native')],
  ['core with sanitizers', () => testCore('asan')],
  ['core under fuzzing', fuzzShortly],
  ['types, format, layers', async () => ({ ...noCounts(), failed: await check() })],
  ['web, proxy, commands and browser', testNode],
];

/**
 * @param {Preset} preset
 * @returns {Promise<Counts>}
 */
async function testCore(preset) {
  if ((await buildPreset(preset)).kind === 'failed') return { ...noCounts(), failed: 1 };
  const { kind, output } = await runTests(preset);
  if (kind === 'failed') process.stdout.write(output);
  return countDoctest(output, kind === 'ok');
}

/** @returns {Promise<Counts>} */
async function testNode() {
  const reporter = new URL('lib/node-test-reporter.js', import.meta.url).href;
  const files = globFiles(/^tests\/.*\.test\.m?js$/);
  const chromium = findChromium();
  const { kind, output } = await runTool(
    process.execPath,
    [
      '--test',
      `--test-timeout=${LONGEST_MILLISECONDS}`,
      `--test-reporter=${reporter}`,
      '--test-reporter-destination=stdout',
      ...files,
    ],
    { env: chromium ? { CHROMIUM: chromium } : {} },
  );
  if (kind === 'failed') process.stdout.write(output);
  return countNodeTests(output, kind === 'ok');
}

async function main() {
  const ready = await setUp({ wasm: true, native: true, browser: true, engines: true });
  if (!ready || (await buildPage()).kind === 'failed') {
    console.log(countsLine({ ...noCounts(), failed: 1 }));
    return 1;
  }
  const results = [];
  for (const [name, run] of SUITES) {
    const started = performance.now();
    const counts = await run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    console.log(`${name}: ${countsLine(counts)}${skipped} (${seconds} s)`);
    results.push(counts);
  }
  const total = sumCounts(results);
  console.log(countsLine(total));
  return total.failed > 0 ? 1 : 0;
}

process.exitCode = await main();
