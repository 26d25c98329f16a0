/** Files as bytes → a folder that holds them; sizes → a table. */
import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFolder } from '../../scripts/build.js';
import { bundleElement, bundleScript, stop, wasmVersion, importsOf } from '../../scripts/lib/bundle.js';
import { namespaceModules } from '../../scripts/lib/namespace-sizes.js';
import { ROOT, step } from '../../scripts/lib/run.js';
import { brotliSize, table } from '../../scripts/lib/sizes.js';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

test('build: the folder holds the files of this build and none of an older one', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'old'));
  writeFileSync(join(folder, 'old/chunk.js'), 'old');
  writeFolder(folder, new Map([['index.html', bytes('new')]]));
  assert.deepEqual(readdirSync(folder), ['index.html']);
  assert.equal(readFileSync(join(folder, 'index.html'), 'utf8'), 'new');
});

test('build: a file that has not changed is not written again', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = new Map([['index.html', bytes('same')]]);
  writeFolder(folder, files);
  utimesSync(join(folder, 'index.html'), 1, 1);
  writeFolder(folder, files);
  assert.equal(statSync(join(folder, 'index.html')).mtimeMs, 1000);
});

test('build: the version of the core is a part of the hash of its bytes', () => {
  assert.equal(wasmVersion(bytes('')), 'e3b0c44298fc');
});

test('build: the same sources give the same bytes, wherever the project lies', async (t) => {
  t.after(stop);
  const [first, second] = [await bundleScript('0123456789ab'), await bundleScript('0123456789ab')];
  assert.deepEqual(first, second);
  const names = first.map(([name]) => name);
  for (const name of ['page.js', 'page.js.map']) assert.ok(names.includes(name), name);
  for (const [name, contents] of first) assert.ok(!Buffer.from(contents).includes(ROOT), name);
});

test('build: what the script imports is asked for beside it, and what it may ask for later is not', async () => {
  /** @type {[string, Uint8Array][]} */
  const script = [
    ['page.js', bytes('import{a as b}from"./parts/a.js";import"./parts/c.js";import("./parts/later.js")')],
    ['parts/a.js', bytes('import{x}from"./b.js";export{x as a}')],
  ];
  assert.deepEqual(importsOf(script), ['parts/a.js', 'parts/c.js', 'parts/b.js']);
});

test('build: the element is one file of at most 41 KB as it travels, the same every time', async (t) => {
  t.after(stop);
  const [first, second] = [await bundleElement('0123456789ab'), await bundleElement('0123456789ab')];
  assert.deepEqual(first, second);
  const scripts = first.filter(([name]) => name.endsWith('.js'));
  assert.deepEqual(scripts.map(([name]) => name).sort(), ['element.js', 'planetarium.js']);
  for (const [, contents] of scripts) {
    assert.ok(brotliSize(contents) <= 40 * 1000);
    assert.doesNotMatch(Buffer.from(contents).toString(), /^import /m);
  }
});

test("build: a page decodes with the browser's decoder, and brings none", async (t) => {
  t.after(stop);
  for (const [name, script] of await bundleScript('x', { sourcemap: false }))
    assert.doesNotMatch(Buffer.from(script).toString(), /exodus|createRequire|big5|iso-8859-16/, name);
});

test('step: work that was already done says nothing, failed work says what it printed', async () => {
  /** @type {string[]} */
  const said = [];
  await step(
    'Quick',
    async () => ({ kind: 'ok' }),
    (text) => said.push(text),
  );
  await step(
    'Bad',
    async () => ({ kind: 'failed', output: 'why\n' }),
    (text) => said.push(text),
  );
  assert.equal(said.join(''), 'Bad … failed\nwhy\n');
});

test('sizes: a table is aligned, and brotli makes repetition small', () => {
  assert.equal(
    table(
      ['part', 'bytes'],
      [
        ['wasm', '29120'],
        ['js', '7'],
      ],
    ),
    'part  bytes\n────  ─────\nwasm  29120\njs        7',
  );
  assert.ok(brotliSize(bytes('a'.repeat(10_000))) < 30);
});

test('sizes: a namespace module is a row of the registry, or several of one function', () => {
  const source = '{Ns::atom, on_atom, x},\n    {Ns::atom03, on_atom, x},\n  {Ns::itunes, on_itunes},';
  assert.deepEqual(namespaceModules(source), [
    { name: 'atom', namespaces: ['atom', 'atom03'] },
    { name: 'itunes', namespaces: ['itunes'] },
  ]);
  const registry = readFileSync(join(ROOT, 'src/namespaces/registry.cpp'), 'utf8');
  assert.ok(namespaceModules(registry).length > 3);
});
