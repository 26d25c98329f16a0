/**
 * One run of a libFuzzer program, and what its words mean.
 */
import { runTool } from './run.js';

/**
 * @typedef {{ executions: number, coverage: number, features: number }} Progress
 * @typedef {{ kind: 'ok', progress: Progress } | { kind: 'crashed', progress: Progress, crash: Crash }} FuzzOutcome
 * @typedef {{ why: string, file: string | null, output: string }} Crash
 *   why: one sentence, the same for the same fault; file: the input that showed it, where libFuzzer kept it
 */

const LIMITS = ['-rss_limit_mb=2560', '-malloc_limit_mb=2000', '-print_final_stats=1'];

/** Seconds for one input, on an idle machine many times what any takes. */
export const LONGEST_SECONDS = 10;

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<FuzzOutcome>}
 */
export async function runFuzzer(program, args) {
  const options = { env: { ASAN_OPTIONS: 'allocator_may_return_null=0:detect_stack_use_after_return=0' } };
  const { kind, output } = await runTool(program, [...LIMITS, ...args], options);
  const progress = readProgress(output);
  return kind === 'ok' ? { kind, progress } : { kind: 'crashed', progress, crash: readCrash(output) };
}

/**
 * @param {string} output
 * @returns {Progress}   of the last line that says it; zeros where none does
 */
export function readProgress(output) {
  const lines = [...output.matchAll(/^#(\d+)\s+\S+(?: +cov: (\d+))?(?: +ft: (\d+))?/gm)];
  const number = (/** @type {string | undefined} */ text) => Number(text ?? 0);
  const executed = /^stat::number_of_executed_units: +(\d+)/m.exec(output)?.[1];
  const most = (/** @type {number} */ group) => Math.max(0, ...lines.map((line) => number(line[group])));
  return { executions: executed ? number(executed) : most(1), coverage: most(2), features: most(3) };
}

/**
 * @param {string} output   of a program that ended badly
 * @returns {Crash}
 */
export function readCrash(output) {
  const why =
    /^Claim does not hold: (.*)$/m.exec(output)?.[1] ??
    /runtime error: (.*)$/m.exec(output)?.[1] ??
    /^SUMMARY: \w+: (.*)$/m.exec(output)?.[1] ??
    'it ended without a word';
  const file = /Test unit written to (\S+)$/m.exec(output)?.[1] ?? null;
  return { why, file, output };
}
