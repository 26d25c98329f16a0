/** What apt and npm print and keep → what set-up makes of it. Nothing is installed here. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { announcement, nodeIsNewEnough, sentence, setUp } from '../../scripts/setup.js';
import { readPlan, sourceLines } from '../../scripts/setup/apt.js';
import { missingPackages } from '../../scripts/setup/npm-packages.js';

/** @type {import('../../scripts/setup/needs.js').Need} */
const EMCC = {
  name: 'emcc',
  why: 'compiles the core to WebAssembly',
  purposes: ['wasm'],
  aptPackage: 'emscripten',
  elsewhere: 'https://emscripten.org/',
  present: () => false,
};

test('set-up: the cost of an installation is read from what apt would do', () => {
  const output = `The following NEW packages will be installed:
  emscripten llvm-14
0 upgraded, 2 newly installed, 0 to remove and 133 not upgraded.
Need to get 79.7 MB/80.7 MB of archives.
After this operation, 1,390 MB of additional disk space will be used.
Do you want to continue? [Y/n] N
Abort.
`;
  assert.deepEqual(readPlan(output), { kind: 'ok', download: '79.7 MB', disk: '1,390 MB' });
});

test('set-up: a package that the lists do not know fails the plan', () => {
  const output = 'Reading package lists...\nE: Unable to locate package emscripten\n';
  assert.deepEqual(readPlan(output), { kind: 'failed', output });
});

test('set-up: packages that are there already cost nothing', () => {
  const output = '0 upgraded, 0 newly installed, 0 to remove and 133 not upgraded.\n';
  assert.deepEqual(readPlan(output), { kind: 'ok', download: '0 B', disk: '0 B' });
});

test("set-up: sources come from the machine's own mirrors of its own distribution, each once", () => {
  const targets = `http://mirror.example/debian/ bookworm main Debian
http://mirror.example/debian/ bookworm main Debian
http://mirror.example/security/ bookworm-security main Debian
https://browsers.example/ stable main Vendor

`;
  const withoutKeyring = sourceLines(targets).map((line) => line.replace(/\[signed-by=\S+\] /, ''));
  assert.deepEqual(withoutKeyring, [
    'deb-src http://mirror.example/debian/ bookworm main',
    'deb-src http://mirror.example/security/ bookworm-security main',
  ]);
});

test('set-up: what will be installed, why and how much is said before', () => {
  const text = announcement([EMCC, { ...EMCC, aptPackage: 'cmake', why: 'drives the build of the core' }], {
    download: '229 MB',
    disk: '1,390 MB',
  });
  assert.match(text, /^Planetarium needs 229 MB of packages \(1,390 MB on disk\), by apt( and sudo)?:$/m);
  assert.match(
    text,
    /\n {2}emscripten {2}compiles the core to WebAssembly\n {2}cmake {7}drives the build of the core$/,
  );
});

test('set-up: a thing that cannot be installed gets one sentence: what, why, how to get it', () => {
  assert.equal(
    sentence({ ...EMCC, aptPackage: undefined }),
    'emcc is missing, which compiles the core to WebAssembly. Get it and run this again: https://emscripten.org/',
  );
});

test('set-up: node_modules lacks what the lock names in another version, optional packages aside', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/lit': { version: '3.3.3' },
      'node_modules/idb': { version: '8.0.4' },
      'node_modules/@esbuild/aix-ppc64': { version: '0.28.2', optional: true },
      'node_modules/@esbuild/linux-x64': { version: '0.28.2', optional: true },
    },
  };
  const installed = {
    packages: {
      'node_modules/lit': { version: '3.3.2' },
      'node_modules/@esbuild/linux-x64': { version: '0.28.1' },
    },
  };
  assert.deepEqual(missingPackages(wanted, installed), [
    'node_modules/lit',
    'node_modules/idb',
    'node_modules/@esbuild/linux-x64',
  ]);
});

test('set-up: a machine where everything is there is ready without a word', async (t) => {
  const said = t.mock.method(console, 'log', () => {});
  assert.equal(await setUp({ wasm: true, native: true, browser: true }), true);
  assert.equal(said.mock.callCount(), 0);
});

test('set-up: Node is new enough from the version that package.json asks for', () => {
  const versions = ['18.20.4', '20.9.0', '20.18.0', '20.20.2', '22.0.0'];
  assert.deepEqual(
    versions.filter((version) => nodeIsNewEnough(version, '20.18')),
    ['20.18.0', '20.20.2', '22.0.0'],
  );
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const oldest = engines.node.replace('>=', '');
  assert.deepEqual([nodeIsNewEnough(oldest), nodeIsNewEnough('20.17.9')], [true, false]);
});
