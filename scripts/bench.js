/**
 * `npm run bench [-- --corpus DIR]`: the bytes of the page by parts, the speed of the core and of the proxy, each beside its
 * budget; `npm run bench -- --proxy`: that of the proxy alone.
 * `npm run bench -- --page`: what Lighthouse says of a built page and of a page with the widget, in some minutes;
 * `npm run bench -- --namespaces`: what each namespace module costs, in some minutes.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage } from './build.js';
import { setUp } from './setup.js';

/** Bytes in brotli of what stands before the first screen. */
const BUDGETS = { wasm: 30_000, libraries: 18_000, own: 16_000, whole: 64_000 };

/** How many times as fast as feedsmith 3 the core makes complete objects. */
const RATIOS = { read: { all: 5, small: 20, json: 0.8 }, left: { all: 20, small: 20, json: 1 } };

/** Of the answers a second of bare node:http, at least; of its 99th percentile, at most. */
const PROXY = { ratio: 0.6, p99: 2 };

const STRINGS = {
  read: 'Bytes → object, every string read',
  left: 'Bytes → object, strings left until wanted',
};

const GROUP_NAMES = { all: 'RSS and Atom', small: 'RSS and Atom under 20 KB', json: 'JSON Feed' };

/** @param {import('./build.js').Files} files */
async function printSizes(files) {
  const { bundleScript, importsOf, wasmVersion } = await import('./lib/bundle.js');
  const { brotliSize, kilobytes, table } = await import('./lib/sizes.js');
  const bytes = (/** @type {string} */ name) => /** @type {Uint8Array} */ (files.get(name));
  const size = (/** @type {string} */ name) => brotliSize(bytes(name));
  const version = wasmVersion(bytes('planetarium.wasm'), bytes('planetarium-parser.wasm'));
  const alone = await bundleScript(version, {
    packages: 'external',
    sourcemap: false,
    legalComments: 'none',
  });
  /** The script, and the parts that it cannot begin without. @param {[string, Uint8Array][]} script */
  const scriptSize = (script) => {
    const files = new Map(script);
    const first = ['page.js', ...importsOf(script).filter((name) => files.has(name))];
    return first.reduce((sum, name) => sum + brotliSize(/** @type {Uint8Array} */ (files.get(name))), 0);
  };
  const ownScript = scriptSize(alone);
  const wasm = size('planetarium.wasm');
  // What the bundle weighs more than our own modules would alone: compression is shared, so parts do not add up otherwise.
  const libraries = scriptSize([...files]) - ownScript;
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
  const { OURS, compareParsers } = await import('../tests/bench/parse-bench.mjs');
  const { table } = await import('./lib/sizes.js');
  for (const strings of /** @type {const} */ (['read', 'left'])) {
    const groups = compareParsers(corpus, strings);
    const rows = groups.flatMap(({ group, bytes, rows: peers }) => [
      [`${GROUP_NAMES[group]}, ${(bytes / 1e6).toFixed(1)} MB`, '', '', '', '', ''],
      ...peers.map(({ peer, feeds, megabytesPerSecond, ratio }) => {
        const speed = `${megabytesPerSecond.toFixed(megabytesPerSecond < 10 ? 1 : 0)} MB/s`;
        const times = peer === OURS ? '' : `${ratio.toFixed(1)} ×`;
        const kept = ratio >= RATIOS[strings][group] ? 'kept' : 'UNDER';
        const held = peer === 'feedsmith' ? [`${RATIOS[strings][group]} ×`, kept] : ['', ''];
        return [`  ${peer}`, `${feeds}`, speed, times, ...held];
      }),
    ]);
    const head = [STRINGS[strings], 'feeds', 'speed', 'we are', 'budget', ''];
    console.log(`${table(head, rows)}\n`);
    const failed = [...new Set(groups.flatMap((group) => group.failed))];
    if (failed.length > 0) console.log(`feedsmith reads these and the core does not: ${failed.join(', ')}\n`);
  }
}

/** @param {string | undefined} corpus */
async function printMemory(corpus) {
  const { measureMemory } = await import('../tests/bench/memory-bench.mjs');
  const { table } = await import('./lib/sizes.js');
  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const rows = measureMemory(corpus).map(({ feeds, linearBytes, heapBytes }) => [
    `${feeds}`,
    megabytes(linearBytes),
    megabytes(heapBytes),
  ]);
  console.log(table(['After so many feeds, one by one', 'linear memory', 'JavaScript heap'], rows));
}

async function printProxy() {
  const { measureProxy } = await import('../tests/bench/proxy-bench.mjs');
  const { table } = await import('./lib/sizes.js');
  const count = (/** @type {number} */ number) => number.toLocaleString('en', { maximumFractionDigits: 0 });
  const rows = (await measureProxy()).map(({ what, bare, proxy }) => {
    const ratio = proxy.perSecond / bare.perSecond;
    const slower = proxy.p99 / bare.p99;
    const kept = ratio >= PROXY.ratio && slower <= PROXY.p99 ? 'kept' : 'UNDER';
    const times = [`${ratio.toFixed(2)} ×`, `${PROXY.ratio} ×`];
    return [
      what,
      count(proxy.perSecond),
      count(bare.perSecond),
      ...times,
      `${slower.toFixed(1)} ×`,
      `${PROXY.p99} ×`,
      kept,
    ];
  });
  const head = ['Proxy, answers a second', 'ours', 'bare node:http', 'ratio', 'budget', 'p99', 'budget', ''];
  console.log(`\n${table(head, rows)}`);
}

/** What Lighthouse gives at least, of 100, and by how much a widget below the fold may change its host's performance. */
const LIGHTHOUSE = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100, widget: 1 };

async function printPages() {
  const { measurePages } = await import('../tests/bench/page-bench.mjs');
  const { kilobytes, table } = await import('./lib/sizes.js');
  const seen = await measurePages();
  const rows = seen.map(({ what, scores, lcp, tbt, cls, bytes }) => [
    what,
    ...Object.values(scores).map(String),
    `${(lcp / 1000).toFixed(1)} s`,
    `${tbt.toFixed(0)} ms`,
    cls.toFixed(3),
    kilobytes(bytes),
  ]);
  const { widget, ...least } = LIGHTHOUSE;
  rows.push(['goals for the built page', ...Object.values(least).map(String), '', '', '0', '']);
  const head = ['Lighthouse, mobile', ...Object.keys(least), 'LCP', 'TBT', 'CLS', 'gzip'];
  console.log(table(head, rows));
  const [, host, withWidget] = seen.map(({ scores }) => scores.performance);
  const kept = Math.abs(host - withWidget) <= widget ? 'kept' : 'OVER';
  console.log(
    `The widget changes its host's performance by ${withWidget - host} (${widget} at most: ${kept})`,
  );
}

async function printNamespaces() {
  const { measureNamespaces } = await import('./lib/namespace-sizes.js');
  const { table } = await import('./lib/sizes.js');
  const measured = await measureNamespaces();
  if (measured.kind === 'failed') return 1;
  const rows = measured.costs.map(({ name, costs }) => [
    name,
    ...costs.flatMap(({ raw, brotli }) => [`${raw}`, `${brotli}`]),
  ]);
  const head = ['A namespace costs, in bytes', 'page', 'brotli', 'parser', 'brotli'];
  console.log(table(head, rows));
  return 0;
}

async function main() {
  const options = /** @type {const} */ ({
    corpus: { type: 'string' },
    namespaces: { type: 'boolean' },
    page: { type: 'boolean' },
    proxy: { type: 'boolean' },
  });
  const { values } = parseArgs({ options });
  if (!(await setUp({ wasm: !values.proxy }))) return 1;
  if (values.proxy) {
    await printProxy();
    return 0;
  }
  if (values.namespaces) return printNamespaces();
  const built = await buildPage();
  if (built.kind === 'failed') return 1;
  if (values.page) {
    await printPages();
    return 0;
  }
  const corpus = values.corpus && resolve(process.env.INIT_CWD ?? '.', values.corpus);
  await printSizes(built.files);
  await printSpeeds(corpus);
  await printMemory(corpus);
  await printProxy();
  return 0;
}

process.exitCode = await main();
