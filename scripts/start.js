/**
 * `npm start [-- DIR]`: sets up what is missing, builds, and serves the demo planet, or the one of DIR. `PORT` moves it.
 */
import { resolve } from 'node:path';
import { buildPage } from './build.js';
import { ROOT } from './lib/run.js';
import { setUp } from './setup.js';

async function main() {
  const folder = process.argv[2] ? resolve(process.argv[2]) : `${ROOT}demo`;
  if (!(await setUp({ wasm: true }))) return 1;
  if ((await buildPage()).kind === 'failed') return 1;
  const { run } = await import('../cli/serve.js');
  return run([folder]);
}

process.exitCode = await main();
