/**
 * `npm run bench [-- --corpus DIR]`: the bytes of the page by parts and the speed of the core, each beside its budget.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage } from './build.js';
import { setUp } from './setup.js';

/** Bytes in brotli of what stands before the first screen. */
const BUDGETS = { wasm: 30_000, libraries: 18_000, own: 16_000, whole: 64_000 };

/** How many times as fast as feedsmith 3 the core makes complete objects. */
const RATIOS = { all: 5, small: 20, json: 0.8 };

const GROUP_NAMES = { all: 'RSS and Atom', small: 'RSS and Atom under 20 KB', json: 'JSON Feed' };

/** @param {import('./build.js').Files} files */
async function printSizes(files) {
  const { bundleScript, wasmVersion } = await import('./lib/bundle.js');
  const { brotliSize, kilobytes, table } = await import('./lib/sizes.js');
  const bytes = (/** @type {string} */ name) => /** @type {Uint8Array} */ (files.get(name));
  const size = (/** @type {string} */ name) => brotliSize(bytes(name));
  const version = wasmVersion(bytes('planetarium.wasm'), bytes('planetarium-parser.wasm'));
  const alone = await bundleScript(version, {
    packages: 'external',
    sourcemap: false,
    legalComments: 'none',
  });
  const ownScript = brotliSize(alone[0][1]);
  const wasm = size('planetarium.wasm');
  // What the bundle weighs more than our own modules would alone: compression is shared, so parts do not add up otherwise.
  const libraries = size('planetarium.js') - ownScript;
  const sheets = size('planetarium.css') + size('index.html') + size('icon.svg');
  const own = ownScript + sheets;
  const row = (/** @type {string} */ name, /** @type {number} */ count, /** @type {number} */ budget) => [
    name,
    kilobytes(count),
    kilobytes(budget),
    count <= budget ? 'kept' : 'OVER',
  ];
  const rows = [
    row('core (wasm)', wasm, BUDGETS.wasm),
    row('libraries (lit, DOMPurify, idb)', libraries, BUDGETS.libraries),
    row('own script, style, html, icon', own, BUDGETS.own),
    row('whole page', wasm + libraries + own, BUDGETS.whole),
    ['asked for later: the parser (wasm)', kilobytes(size('planetarium-parser.wasm')), '', ''],
  ];
  console.log(`${table(['Before the first screen', 'brotli', 'budget', ''], rows)}\n`);
}

/** @param {string | undefined} corpus */
async function printSpeeds(corpus) {
  const { compareParsers } = await import('../tests/bench/parse-bench.mjs');
  const { table } = await import('./lib/sizes.js');
  const results = compareParsers(corpus);
  const rows = results.map(({ group, ours, feedsmith, ratio }) => [
    GROUP_NAMES[group],
    `${ours.files}`,
    `${(ours.bytes / 1e6).toFixed(1)} MB`,
    `${ours.megabytesPerSecond.toFixed(0)} MB/s`,
    `${feedsmith.megabytesPerSecond.toFixed(0)} MB/s`,
    `${ratio.toFixed(1)} ×`,
    `${RATIOS[group]} ×`,
    ratio >= RATIOS[group] ? 'kept' : 'UNDER',
  ]);
  const head = ['Bytes → object', 'feeds', 'bytes', 'this core', 'feedsmith', 'ratio', 'budget', ''];
  console.log(table(head, rows));
  const failed = [...new Set(results.flatMap(({ ours }) => ours.failed))];
  if (failed.length > 0) console.log(`\nfeedsmith reads these and the core does not: ${failed.join(', ')}`);
}

async function main() {
  const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
  if (!(await setUp({ wasm: true }))) return 1;
  const built = await buildPage();
  if (built.kind === 'failed') return 1;
  await printSizes(built.files);
  await printSpeeds(values.corpus && resolve(process.env.INIT_CWD ?? '.', values.corpus));
  return 0;
}

process.exitCode = await main();
