/** Files of tests of every outcome, run by `node --test` with the project's reporter. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { countNodeTests } from '../../scripts/lib/counts.js';
import { runTool } from '../../scripts/lib/run.js';

const REPORTER = new URL('../../scripts/lib/node-test-reporter.js', import.meta.url).href;

/**
 * @param {import('node:test').TestContext} t
 * @param {Record<string, string>} files
 */
async function runFiles(t, files) {
  const folder = mkdtempSync(join(tmpdir(), 'reporter-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const paths = Object.entries(files).map(([name, source]) => {
    const path = join(folder, name);
    writeFileSync(
      path,
      `import assert from 'node:assert'; import { describe, test } from 'node:test';\n${source}`,
    );
    return path;
  });
  // NODE_TEST_CONTEXT is set inside a test and would make the inner run speak the runner's own protocol
  const args = ['--test', `--test-reporter=${REPORTER}`, '--test-reporter-destination=stdout', ...paths];
  return runTool('env', ['-u', 'NODE_TEST_CONTEXT', process.execPath, ...args]);
}

test('reporter: tests count, suites and parents of failing tests do not', async (t) => {
  const { kind, output } = await runFiles(t, {
    'a.test.mjs': `
      test('good', () => {});
      describe('a suite', () => { test('inner', () => {}); test('bad', () => assert.equal(1, 2)); });
      test('not now', { skip: true }, () => {});
      test('one day', { todo: true }, () => {});`,
  });
  assert.equal(kind, 'failed');
  assert.deepEqual(countNodeTests(output, false), { passed: 2, failed: 1, skipped: 2 });
  assert.match(output, /✖ bad\n {2}.*a\.test\.mjs:\d+\n {2}AssertionError/);
});

test('reporter: a file that does not load is one failure, and says why', async (t) => {
  const { output } = await runFiles(t, {
    'broken.test.mjs': 'nonsense(;',
    'fine.test.mjs': "test('fine', () => {});",
  });
  assert.deepEqual(countNodeTests(output, false), { passed: 1, failed: 1, skipped: 0 });
  assert.match(output, /SyntaxError/);
});
