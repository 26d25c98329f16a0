/**
 * What the project needs from outside npm, as data: how to see that it is there, what it is for, where it comes from.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, findOnPath, isExecutable } from '../lib/run.js';

/**
 * @typedef {'wasm' | 'native' | 'browser' | 'engines' | 'fuzz'} Purpose
 *
 * @typedef {object} Need
 * @property {string} name
 * @property {string} why          completes "NAME: it …"
 * @property {Purpose[]} purposes
 * @property {string} [aptPackage] its package in Debian and Ubuntu
 * @property {string} [aptSource]  the source package that holds it
 * @property {string} elsewhere    how to get it without apt
 * @property {boolean} [fetchable] CMake can fetch it by URL and hash, so it may be left missing
 * @property {boolean} [spared]    what needs it is left out, and says so, where it is missing
 * @property {() => boolean} present
 */

const EVERY_BUILD = /** @type {Purpose[]} */ (['wasm', 'native', 'fuzz']);

/** Where the source of pugixml is put: Debian's libpugixml-dev ships none, and the core compiles it in. */
export const PUGIXML = join(ROOT, 'build/deps/pugixml');

/** @type {Need[]} */
export const NEEDS = [
  {
    name: 'emcc',
    why: 'compiles the core to WebAssembly',
    purposes: ['wasm'],
    aptPackage: 'emscripten',
    elsewhere:
      'https://emscripten.org/docs/getting_started/downloads.html (set EMSDK, or put emcc on the PATH)',
    present: () => findEmcc() !== null,
  },
  {
    name: 'cmake',
    why: 'drives the build of the core',
    purposes: EVERY_BUILD,
    aptPackage: 'cmake',
    elsewhere: 'https://cmake.org/download/',
    present: () => findOnPath('cmake') !== null,
  },
  {
    name: 'ninja',
    why: 'runs the build of the core',
    purposes: EVERY_BUILD,
    aptPackage: 'ninja-build',
    elsewhere: 'https://ninja-build.org/',
    present: () => findOnPath('ninja') !== null,
  },
  {
    name: 'g++',
    why: "compiles the core's own tests, also with its sanitizers",
    purposes: ['native'],
    aptPackage: 'g++',
    elsewhere: 'https://gcc.gnu.org/',
    present: () => findOnPath('g++') !== null || findOnPath('c++') !== null,
  },
  {
    name: 'clang-format',
    why: 'checks the format of the C++ sources',
    purposes: ['native'],
    aptPackage: 'clang-format',
    elsewhere: 'https://clang.llvm.org/docs/ClangFormat.html',
    present: () => findOnPath('clang-format') !== null,
  },
  {
    name: 'clang++',
    why: 'compiles the core for fuzzing',
    purposes: ['fuzz'],
    aptPackage: 'clang',
    elsewhere: 'https://releases.llvm.org/',
    present: () => findOnPath('clang++') !== null && findOnPath('clang') !== null,
  },
  {
    name: "clang's libFuzzer",
    why: 'makes the inputs of fuzzing and watches memory',
    purposes: ['fuzz'],
    // Ubuntu 22.04 has it in a package that clang depends on.
    aptPackage: isUbuntu('22.04') ? undefined : 'libclang-rt-dev',
    elsewhere: 'https://releases.llvm.org/ (compiler-rt)',
    present: hasLibFuzzer,
  },
  {
    name: 'nlohmann/json.hpp',
    why: 'reads JSON in the core',
    purposes: EVERY_BUILD,
    aptPackage: 'nlohmann-json3-dev',
    elsewhere: 'https://github.com/nlohmann/json',
    fetchable: true,
    present: () => header('nlohmann/json.hpp'),
  },
  {
    name: 'doctest/doctest.h',
    why: "is the frame of the core's own tests",
    purposes: ['native'],
    aptPackage: 'doctest-dev',
    elsewhere: 'https://github.com/doctest/doctest',
    fetchable: true,
    present: () => header('doctest/doctest.h'),
  },
  {
    name: "pugixml's source",
    why: 'reads XML in the core',
    purposes: EVERY_BUILD,
    aptSource: 'pugixml',
    elsewhere: 'https://pugixml.org/',
    fetchable: true,
    present: () => existsSync(join(PUGIXML, 'src/pugixml.cpp')),
  },
  {
    name: 'Chromium',
    why: 'opens the page in the browser tests',
    purposes: ['browser'],
    // Ubuntu has Chromium as a snap only.
    aptPackage: isUbuntu() ? undefined : 'chromium',
    elsewhere: isUbuntu()
      ? '`snap install chromium` (set CHROMIUM to its program where it is not on the PATH)'
      : 'https://www.chromium.org/getting-involved/download-chromium/ (set CHROMIUM to its program)',
    present: () => findChromium() !== null,
  },
  {
    name: 'Firefox',
    why: 'opens the page in the browser tests, as another engine does',
    purposes: ['engines'],
    // Ubuntu has Firefox as a snap only.
    aptPackage: isUbuntu() ? undefined : 'firefox-esr',
    elsewhere: 'https://www.mozilla.org/firefox/',
    spared: true,
    present: () => findFirefox() !== null,
  },
  {
    name: 'WebKitWebDriver',
    why: 'opens the page in the browser tests, as WebKit does',
    purposes: ['engines'],
    aptPackage: 'webkit2gtk-driver',
    elsewhere: 'https://webkitgtk.org/',
    spared: true,
    present: () => findWebKitDriver() !== null,
  },
  {
    name: 'Xvfb',
    why: 'is the display that WebKit draws to in the browser tests',
    purposes: ['engines'],
    aptPackage: 'xvfb',
    elsewhere: 'https://www.x.org/',
    spared: true,
    present: () => findOnPath('Xvfb') !== null,
  },
];

/** @returns {string | null}   the compiler of `$EMSDK`, else the one on the PATH */
export function findEmcc() {
  const emsdk = process.env.EMSDK && join(process.env.EMSDK, 'upstream/emscripten/emcc');
  return emsdk && isExecutable(emsdk) ? emsdk : findOnPath('emcc');
}

/** @returns {string | null}   `$CHROMIUM`, else a browser of that family on the PATH */
export function findChromium() {
  if (process.env.CHROMIUM) return isExecutable(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
    const found = findOnPath(name);
    if (found) return found;
  }
  return null;
}

export const findFirefox = () => findOnPath('firefox-esr') ?? findOnPath('firefox');

const findWebKitDriver = () => findOnPath('WebKitWebDriver');

/** @returns {{ driver: string, browser: string, display: string } | null} */
export function findWebKit() {
  const [driver, display] = [findWebKitDriver(), findOnPath('Xvfb')];
  const browser = readdirIn('/usr/lib')
    .flatMap((machine) =>
      ['4.1', '4.0'].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`),
    )
    .find(isExecutable);
  return driver && display && browser ? { driver, browser, display } : null;
}

/** @param {string} folder */
const readdirIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

/** @param {string} [version]   that one alone */
function isUbuntu(version) {
  const file = '/etc/os-release';
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /^ID=ubuntu$/m.test(text) && (!version || text.includes(`\nVERSION_ID="${version}"\n`));
}

function hasLibFuzzer() {
  const { status, stdout } = spawnSync('clang++', ['-print-runtime-dir'], { encoding: 'utf8' });
  const folder = status === 0 ? stdout.trim() : '';
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('clang_rt.fuzzer'));
}

/** @param {string} path */
const header = (path) =>
  ['/usr/include', '/usr/local/include'].some((folder) => existsSync(join(folder, path)));
