/**
 * `npm start [-- DIR] [OPTIONS]`: sets up what is missing, builds, and serves the demo planet, or the one of DIR. `PORT`
 * moves it; options are those of `planetarium serve`.
 */
import { resolve } from 'node:path';
import { buildPage } from './build.js';
import { ROOT } from './lib/run.js';
import { setUp } from './setup.js';

/** npm runs scripts in the project's root: a relative path is meant from where the person stands. */
const HERE = process.env.INIT_CWD ?? process.cwd();

async function main() {
  const args = process.argv.slice(2);
  const folder = args[0]?.startsWith('-') === false ? resolve(HERE, args.shift() ?? '') : `${ROOT}demo`;
  if (!(await setUp({ wasm: true }))) return 1;
  if ((await buildPage()).kind === 'failed') return 1;
  const { run } = await import('../cli/serve.js');
  return run([folder, ...args]);
}

process.exitCode = await main();
