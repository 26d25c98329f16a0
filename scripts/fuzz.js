/**
 * `npm run fuzz [-- --minutes N] [--jobs N]`: feeds the C ABI with mutated documents under ASan and UBSan, and says what it
 * reached. The corpus stays in build/fuzz/corpus from run to run; inputs that break something come to build/fuzz/crashes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildPreset } from './lib/cmake.js';
import { noCounts } from './lib/counts.js';
import { TARGETS, largeDocuments, projectDocuments, seedsFor, writeSeeds } from './lib/fuzz-seeds.js';
import { LONGEST_SECONDS, runFuzzer } from './lib/libfuzzer.js';
import { ROOT, runTool, step } from './lib/run.js';
import { table } from './lib/sizes.js';
import { setUp } from './setup.js';

/**
 * @typedef {import('./lib/counts.js').Counts} Counts
 * @typedef {import('./lib/fuzz-seeds.js').Target} Target
 * @typedef {import('./lib/libfuzzer.js').Crash} Crash
 * @typedef {import('./lib/libfuzzer.js').Progress} Progress
 */

const BUILD = join(ROOT, 'build/fuzz');
const KEPT = join(ROOT, 'tests/fuzz/crashes');
const DICTIONARY = join(ROOT, 'tests/fuzz/feeds.dict');

const MUTATION = ['-max_len=65536', `-dict=${DICTIONARY}`, `-timeout=${LONGEST_SECONDS}`];

/** What is mutated in `npm test`: the same inputs in the same order, some seconds of each target. */
const SHORT_RUNS = /** @type {Record<Target, number>} */ ({
  parse: 4_000,
  table: 6_000,
  planet: 2_500,
  archive: 2_500,
});
/** A slow machine breaks off here. */
const SHORT_SECONDS = 20;

/** How much too much a large document has; a planet reads each a dozen times. */
const SHORT_LARGE = { parse: 2_000 };
const FULL_LARGE = { parse: 100_000, planet: 10_000 };
/** A large document on a machine that does other work besides. */
const LARGE_SECONDS = 120;

/** After so many different faults of one target the rest is not worth its time. */
const MOST_CRASHES = 20;

/** @param {Target} target */
const program = (target) => join(BUILD, `tests/fuzz/${target}_fuzz`);

/**
 * @param {string} kind
 * @param {Target} target
 */
const folder = (kind, target) => join(BUILD, kind, target);

/** @param {string} path */
const filesIn = (path) =>
  existsSync(path)
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [];

/**
 * Runs every file once; those behind one that breaks something too.
 * @param {Target} target
 * @param {string[]} files
 * @param {number} seconds   for one file
 * @returns {Promise<Crash[]>}
 */
async function replay(target, files, seconds) {
  const crashes = [];
  for (let left = files; left.length > 0;) {
    const crashPrefix = `-artifact_prefix=${folder('replayed', target)}/`;
    const outcome = await runFuzzer(program(target), [crashPrefix, `-timeout=${seconds}`, ...left]);
    if (outcome.kind === 'ok') break;
    const running = [...outcome.crash.output.matchAll(/^Running: (.*)$/gm)].at(-1)?.[1];
    const at = running === undefined ? -1 : left.indexOf(running);
    crashes.push({ ...outcome.crash, file: at < 0 ? null : left[at] });
    if (at < 0) break; // it does not even start
    left = left.slice(at + 1);
  }
  return crashes;
}

/** @param {Partial<Record<Target, number>>} large */
function prepare(large) {
  const documents = projectDocuments();
  for (const target of TARGETS) {
    writeSeeds(folder('seeds', target), seedsFor(target, documents));
    writeSeeds(folder('replayed', target), []);
    const count = large[target];
    writeSeeds(folder('large', target), count ? seedsFor(target, largeDocuments(count)) : []);
  }
}

/** @param {Target} target */
async function replayAll(target) {
  const small = [...filesIn(folder('seeds', target)), ...filesIn(join(KEPT, target))];
  return [
    ...(await replay(target, small, LONGEST_SECONDS)),
    ...(await replay(target, filesIn(folder('large', target)), LARGE_SECONDS)),
  ];
}

/**
 * @param {Target} target
 * @param {Crash} crash
 */
function showCrash(target, { why, file, output }) {
  console.error(`${target}: ${why}`);
  if (file) console.error(`  again: ${program(target)} ${file}`);
  else console.error(output.trim().replace(/^/gm, '  '));
}

/**
 * The part of `npm test`: bounded, and the same every time.
 * @returns {Promise<Counts>}   for each target a test that is the replay and one that is the fuzzing
 */
export async function fuzzShortly() {
  const counts = noCounts();
  if (!(await setUp({ fuzz: true })) || (await buildPreset('fuzz')).kind === 'failed') {
    console.error('The core was not fuzzed.');
    return { ...counts, failed: 1 };
  }
  prepare(SHORT_LARGE);
  for (const target of TARGETS) {
    const replayed = await replayAll(target);
    const found = await fuzzFromSeeds(target);
    for (const crash of [...replayed, ...found]) showCrash(target, crash);
    counts.passed += Number(replayed.length === 0) + Number(found.length === 0);
    counts.failed += replayed.length + found.length;
  }
  return counts;
}

/**
 * @param {Target} target
 * @returns {Promise<Crash[]>}
 */
async function fuzzFromSeeds(target) {
  // Finds go where nothing of an earlier run is.
  writeSeeds(folder('short', target), []);
  mkdirSync(folder('crashes', target), { recursive: true });
  const outcome = await runFuzzer(program(target), [
    ...MUTATION,
    '-seed=1',
    '-reload=0',
    `-runs=${SHORT_RUNS[target]}`,
    `-max_total_time=${SHORT_SECONDS}`,
    `-artifact_prefix=${folder('crashes', target)}/`,
    folder('short', target),
    folder('seeds', target),
  ]);
  return outcome.kind === 'ok' ? [] : [outcome.crash];
}

/**
 * Fuzzes one target until the time is up, in several processes that share a corpus. One that crashes begins anew.
 * @param {Target} target
 * @param {{ seconds: number, jobs: number }} limits
 * @returns {Promise<{ kind: 'ok', progress: Progress, crashes: Map<string, Crash> }>}
 */
async function fuzz(target, { seconds, jobs }) {
  for (const kind of ['corpus', 'crashes']) mkdirSync(folder(kind, target), { recursive: true });
  const end = performance.now() + seconds * 1000;
  /** @type {Map<string, Crash>} */
  const crashes = new Map();
  const progress = { executions: 0, coverage: 0, features: 0 };
  const worker = async () => {
    for (;;) {
      const left = Math.floor((end - performance.now()) / 1000);
      if (left < 1 || crashes.size >= MOST_CRASHES) return;
      const outcome = await runFuzzer(program(target), [
        ...MUTATION,
        `-max_total_time=${left}`,
        `-artifact_prefix=${folder('crashes', target)}/`,
        folder('corpus', target),
        folder('seeds', target),
      ]);
      progress.executions += outcome.progress.executions;
      progress.coverage = Math.max(progress.coverage, outcome.progress.coverage);
      progress.features = Math.max(progress.features, outcome.progress.features);
      if (outcome.kind === 'ok') return;
      if (!keepCrash(target, outcome.crash, crashes)) return;
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return { kind: 'ok', progress, crashes };
}

/**
 * One input of each fault is kept; none stays in the corpus, where the next run would stumble over it.
 * @param {Target} target
 * @param {Crash} crash
 * @param {Map<string, Crash>} crashes   by why
 * @returns {boolean}   false: the program ended without an input to blame, and would again
 */
function keepCrash(target, crash, crashes) {
  const known = crashes.has(crash.why);
  if (!known) crashes.set(crash.why, crash);
  if (!crash.file) return false;
  const input = readFileSync(crash.file);
  for (const kind of ['corpus', 'seeds'])
    for (const file of filesIn(folder(kind, target)))
      if (hash(readFileSync(file)) === hash(input)) rmSync(file);
  if (known) rmSync(crash.file);
  return true;
}

/** @param {Buffer} bytes */
const hash = (bytes) => createHash('sha1').update(bytes).digest('hex');

/**
 * The same input, smaller, beside the one that was found.
 * @param {Target} target
 * @param {Crash} crash
 * @returns {Promise<Crash>}
 */
async function minimise(target, crash) {
  if (!crash.file) return crash;
  const file = `${crash.file}.small`;
  await runTool(program(target), [
    ...['-minimize_crash=1', '-max_total_time=20', `-timeout=${LONGEST_SECONDS}`, '-rss_limit_mb=2560'],
    ...[`-exact_artifact_path=${file}`, crash.file],
  ]);
  // What is left may show another fault than the one that was looked for.
  const again = existsSync(file) ? await runFuzzer(program(target), [file]) : null;
  if (again?.kind === 'crashed' && again.crash.why === crash.why) return { ...crash, file };
  rmSync(file, { force: true });
  return crash;
}

/**
 * Leaves of the corpus only what reaches something that nothing smaller does.
 * @param {Target} target
 */
async function thinCorpus(target) {
  const merged = folder('merged', target);
  writeSeeds(merged, []);
  const inputs = [folder('corpus', target), folder('seeds', target)];
  const { kind, output } = await runTool(program(target), ['-merge=1', ...MUTATION, merged, ...inputs]);
  if (kind === 'failed') return { kind, output };
  rmSync(folder('corpus', target), { recursive: true, force: true });
  renameSync(merged, folder('corpus', target));
  return { kind, output };
}

/**
 * @param {{ minutes: number, jobs: number }} limits
 * @returns {Promise<number>}   how many faults it found
 */
async function fuzzAll({ minutes, jobs }) {
  prepare(FULL_LARGE);
  const seconds = (minutes * 60) / TARGETS.length;
  const rows = [];
  let faults = 0;
  for (const target of TARGETS) {
    /** @type {Crash[]} */
    let replayed = [];
    await step(`Replaying what is kept for ${target}`, async () => {
      replayed = await replayAll(target);
      for (const { file } of replayed) if (file?.startsWith(folder('seeds', target))) rmSync(file);
      return { kind: 'ok' };
    });
    const { progress, crashes } = await step(`Fuzzing ${target}`, () => fuzz(target, { seconds, jobs }));
    for (const crash of replayed) showCrash(target, crash);
    for (const crash of crashes.values()) showCrash(target, await minimise(target, crash));
    await step(`Thinning the corpus of ${target}`, () => thinCorpus(target));
    const { executions, coverage, features } = progress;
    const kept = filesIn(folder('corpus', target)).length;
    const found = replayed.length + crashes.size;
    rows.push(
      [target, executions, Math.round(executions / seconds), coverage, features, kept, found].map(String),
    );
    faults += found;
  }
  console.log(table(['target', 'executions', 'a second', 'cov', 'ft', 'corpus', 'faults'], rows));
  return faults;
}

async function main() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      jobs: { type: 'string', default: '2' },
    },
  });
  const [minutes, jobs] = [Number(values.minutes), Number(values.jobs)];
  if (!(minutes > 0) || !Number.isInteger(jobs) || jobs < 1) {
    console.error('--minutes takes a number above 0, --jobs a whole number from 1');
    return 2;
  }
  if (!(await setUp({ fuzz: true })) || (await buildPreset('fuzz')).kind === 'failed') return 1;
  return (await fuzzAll({ minutes, jobs })) > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main();
