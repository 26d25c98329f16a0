/**
 * What each namespace module of the core costs: the modules of WebAssembly, built without it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES } from './bundle.js';
import { ROOT, runTool, step } from './run.js';
import { brotliSize } from './sizes.js';

/**
 * @typedef {{ raw: number, brotli: number }} Size
 * @typedef {{ name: string, namespaces: string[] }} NamespaceModule   one may read several namespaces
 * @typedef {{ name: string, costs: Size[] }} Cost                     in the order of MODULES
 */

/** Beside the build of the page, which so stays as it is. */
const FOLDER = join(ROOT, 'build/wasm-without');

/**
 * @param {string} source   of src/namespaces/registry.cpp: rows of {Ns::name, on_function, ...
 * @returns {NamespaceModule[]}
 */
export function namespaceModules(source) {
  /** @type {Map<string, string[]>} */
  const byFunction = new Map();
  for (const [, ns, handler] of source.matchAll(/\{\s*Ns::(\w+),\s*(\w+)/g)) {
    byFunction.set(handler, [...(byFunction.get(handler) ?? []), ns]);
  }
  return [...byFunction.values()].map((namespaces) => ({ name: namespaces[0], namespaces }));
}

/** @returns {Promise<{ kind: 'ok', costs: Cost[] } | { kind: 'failed' }>}   what failed has been shown */
export async function measureNamespaces() {
  const modules = namespaceModules(readFileSync(join(ROOT, 'src/namespaces/registry.cpp'), 'utf8'));
  const all = modules.flatMap(({ namespaces }) => namespaces);
  const whole = await sizesWithout([], 'Building the core with every namespace');
  if (!whole) return { kind: 'failed' };
  /** @type {Cost[]} */
  const costs = [];
  for (const { name, namespaces } of [...modules, { name: 'all of them', namespaces: all }]) {
    const sizes = await sizesWithout(namespaces, `Building the core without ${name}`);
    if (!sizes) return { kind: 'failed' };
    const less = sizes.map(({ raw, brotli }, i) => ({
      raw: whole[i].raw - raw,
      brotli: whole[i].brotli - brotli,
    }));
    costs.push({ name, costs: less });
  }
  return { kind: 'ok', costs };
}

/**
 * @param {string[]} namespaces
 * @param {string} label
 * @returns {Promise<Size[] | null>}
 */
async function sizesWithout(namespaces, label) {
  const built = await step(label, async () => {
    const without = `-DPLANETARIUM_WITHOUT=${namespaces.join(';')}`;
    const configured = await runTool('cmake', ['--preset', 'wasm', '-B', FOLDER, without]);
    return configured.kind === 'failed' ? configured : runTool('cmake', ['--build', FOLDER]);
  });
  if (built.kind === 'failed') return null;
  return MODULES.map((name) => {
    const bytes = readFileSync(join(FOLDER, name));
    return { raw: bytes.length, brotli: brotliSize(bytes) };
  });
}
