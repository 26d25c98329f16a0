/**
 * `npm run build`: the core and the page → dist/. Does only what has changed.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPreset } from './lib/cmake.js';
import { ROOT, step } from './lib/run.js';
import { setUp } from './setup.js';

/**
 * @typedef {import('./lib/bundle.js').Files} Files
 * @typedef {{ kind: 'ok', files: Files } | { kind: 'failed', output: string }} Built
 */

export const DIST = join(ROOT, 'dist');

/** @returns {Promise<Built>}   what failed has been shown */
export async function buildPage() {
  const core = await buildPreset('wasm');
  return core.kind === 'failed' ? core : step('Bundling the page', bundle);
}

/** @returns {Promise<Built>} */
async function bundle() {
  const { bundlePage, stop } = await import('./lib/bundle.js');
  try {
    const files = await bundlePage();
    writeFolder(DIST, files);
    return { kind: 'ok', files };
  } catch (error) {
    return { kind: 'failed', output: `${error instanceof Error ? error.message : error}\n` };
  } finally {
    await stop(); // the bundler's process would live as long as the server of `npm start`
  }
}

/**
 * Makes a folder hold these files and no others; a file that has not changed is left alone.
 * @param {string} folder
 * @param {Files} files
 */
export function writeFolder(folder, files) {
  mkdirSync(folder, { recursive: true });
  const names = [...files.keys()];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const name = relative(folder, path).replaceAll(sep, '/');
    const wanted = entry.isDirectory() ? names.some((file) => file.startsWith(`${name}/`)) : files.has(name);
    if (!wanted) rmSync(path, { recursive: true, force: true });
  }
  for (const [name, bytes] of files) {
    const file = join(folder, name);
    if (holds(file, bytes)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/**
 * @param {string} file
 * @param {Uint8Array} bytes
 */
function holds(file, bytes) {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

async function main() {
  if (!(await setUp({ wasm: true }))) return 1;
  const built = await buildPage();
  if (built.kind === 'failed') return 1;
  const { brotliSize, table } = await import('./lib/sizes.js');
  const shipped = [...built.files].filter(([name]) => !/\.(map|txt|json|d\.ts)$/.test(name));
  const rows = shipped.map(([name, bytes]) => ({ name, raw: bytes.length, brotli: brotliSize(bytes) }));
  const sum = (/** @type {'raw' | 'brotli'} */ key) => rows.reduce((total, row) => total + row[key], 0);
  rows.push({ name: 'whole', raw: sum('raw'), brotli: sum('brotli') });
  console.log(
    table(
      ['dist/', 'bytes', 'brotli'],
      rows.map((row) => [row.name, `${row.raw}`, `${row.brotli}`]),
    ),
  );
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main();
