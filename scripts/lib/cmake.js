/**
 * Configures and builds one CMake preset, and runs its tests.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool, step } from './run.js';

/**
 * @typedef {'wasm' | 'native' | 'asan' | 'fuzz'} Preset
 * @typedef {import('./run.js').Outcome} Outcome
 */

/** @type {Record<Preset, string>} */
const LABELS = {
  wasm: 'Compiling the core to WebAssembly',
  native: "Compiling the core's tests",
  asan: "Compiling the core's tests with sanitizers",
  fuzz: 'Compiling the fuzz targets',
};

/**
 * @param {Preset} preset
 * @returns {Promise<Outcome>}
 */
export function buildPreset(preset) {
  return step(LABELS[preset], async () => {
    if (!isConfigured(preset)) {
      const configured = await runTool('cmake', ['--preset', preset]);
      if (configured.kind === 'failed') return configured;
    }
    return runTool('cmake', ['--build', '--preset', preset]);
  });
}

/**
 * @param {Preset} preset
 * @returns {Promise<Outcome>}   with what every test printed
 */
export const runTests = (preset) => runTool('ctest', ['--preset', preset, '--verbose']);

/**
 * The generated build looks after CMakeLists.txt itself, but not after the presets.
 * @param {Preset} preset
 */
function isConfigured(preset) {
  const generated = join(ROOT, 'build', preset, 'build.ninja');
  return existsSync(generated) && modified(generated) >= modified(join(ROOT, 'CMakePresets.json'));
}

/** @param {string} file */
const modified = (file) => statSync(file).mtimeMs;
