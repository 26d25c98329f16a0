/** Outputs of the test programs → the counts read from them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countDoctest, countNodeTests, countsLine, sumCounts } from '../../scripts/lib/counts.js';

const DOCTEST = `test 1
    Start 1: text
1: [doctest] test cases:  12 |  11 passed | 1 failed | 3 skipped
1: [doctest] assertions: 100 | 100 passed | 0 failed |
2: [doctest] test cases: 5 | 5 passed | 0 failed | 0 skipped
`;

test('counts: every doctest program of a run adds its test cases, not its assertions', () => {
  assert.deepEqual(countDoctest(DOCTEST, false), { passed: 16, failed: 1, skipped: 3 });
});

test('counts: a program that dies before its summary is a failure', () => {
  assert.deepEqual(countDoctest('Segmentation fault\n', false), { passed: 0, failed: 1, skipped: 0 });
  assert.deepEqual(countNodeTests('boom\n', false), { passed: 0, failed: 1, skipped: 0 });
});

test('counts: a program in which no test ran is a failure', () => {
  assert.deepEqual(countDoctest('[doctest] test cases: 0 | 0 passed | 0 failed | 0 skipped\n', true), {
    passed: 0,
    failed: 1,
    skipped: 0,
  });
  assert.deepEqual(countNodeTests('', true), { passed: 0, failed: 1, skipped: 0 });
});

test('counts: node tests are read from the last line of the reporter, whatever tests printed before', () => {
  const output =
    'a test says {"passed":9}\n{"passed":1,"failed":1,"skipped":0}\n{"passed":41,"failed":0,"skipped":2}\n';
  assert.deepEqual(countNodeTests(output, true), { passed: 41, failed: 0, skipped: 2 });
});

test('counts: the last line of a run', () => {
  const total = sumCounts([
    { passed: 16, failed: 1, skipped: 3 },
    { passed: 41, failed: 0, skipped: 2 },
  ]);
  assert.equal(countsLine(total), '57 passed, 1 failed');
});
