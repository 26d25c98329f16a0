/**
 * Runs the outside tools: a step says one line when it takes a while, and shows a tool's output only when it fails.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A step that takes less than this says nothing, so that work which was already done stays silent. */
const QUIET_MILLISECONDS = 500;

/**
 * @typedef {object} Options
 * @property {string} [cwd]                     the project's root unless told
 * @property {Record<string, string>} [env]     added to this process's
 *
 * @typedef {{ kind: 'ok', output: string } | { kind: 'failed', output: string }} Outcome   both streams as they came
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 */
export function runTool(command, args, { cwd = ROOT, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const output = () => Buffer.concat(chunks).toString();
    child.on('error', (error) => resolve({ kind: 'failed', output: `${command}: ${error.message}\n` }));
    child.on('close', (code) => resolve({ kind: code === 0 ? 'ok' : 'failed', output: output() }));
  });
}

/**
 * A piece of work under one line: its label and the time it took, nothing when it took no time.
 * @template {{ kind: string, output?: string }} T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {(text: string) => void} [write]
 * @returns {Promise<T>}   the work's own result; what a failed one printed has been shown
 */
export async function step(label, work, write = (text) => process.stdout.write(text)) {
  const started = performance.now();
  let said = false;
  const say = () => {
    said = true;
    write(`${label} … `);
  };
  const timer = setTimeout(say, QUIET_MILLISECONDS);
  const result = await work();
  clearTimeout(timer);
  if (result.kind === 'failed' && !said) say();
  if (result.kind === 'failed') write(`failed\n${result.output ?? ''}`);
  else if (said) write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return result;
}

/**
 * @param {string} command
 * @returns {string | null}   where on the PATH it is
 */
export function findOnPath(command) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder || '.', command);
    if (isExecutable(file)) return file;
  }
  return null;
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
