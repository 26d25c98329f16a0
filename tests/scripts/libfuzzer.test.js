/** What libFuzzer prints → how far it came, and why it stopped. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedsFor } from '../../scripts/lib/fuzz-seeds.js';
import { readCrash, readProgress } from '../../scripts/lib/libfuzzer.js';

test('fuzzing: progress is that of the last line, executions those of the statistics', () => {
  const output = `INFO: Seed: 1
#2\tINITED cov: 812 ft: 813 corp: 1/1b exec/s: 0 rss: 40Mb
#4096\tpulse  cov: 2015 ft: 9001 corp: 512/40Kb lim: 65536 exec/s: 2048 rss: 90Mb
#5000\tDONE   cov: 2015 ft: 9003 corp: 513/40Kb lim: 65536 exec/s: 2500 rss: 90Mb
stat::number_of_executed_units: 5001
`;
  assert.deepEqual(readProgress(output), { executions: 5001, coverage: 2015, features: 9003 });
});

test('fuzzing: a crash is named by the claim, the undefined behaviour, or the summary, in this order', () => {
  const written = "artifact_prefix='./'; Test unit written to ./crash-12ab\n";
  const summary = 'SUMMARY: libFuzzer: deadly signal\n';
  const rows = [
    [`Claim does not hold: a result is JSON\n${summary}${written}`, 'a result is JSON'],
    [`src/a.cpp:3:4: runtime error: 1e+300 is outside the range\n${summary}`, '1e+300 is outside the range'],
    ['SUMMARY: AddressSanitizer: heap-use-after-free a.cpp:1\n', 'heap-use-after-free a.cpp:1'],
    ['', 'it ended without a word'],
  ];
  for (const [output, why] of rows) assert.equal(readCrash(output).why, why);
  assert.equal(readCrash(rows[0][0]).file, './crash-12ab');
  assert.equal(readCrash(summary).file, null);
});

test('fuzzing: a seed is a document behind four bytes of no hint, or a script of two documents', () => {
  const documents = ['<rss/>', '{}'].map((text, i) => ({ name: `d${i}`, bytes: Buffer.from(text) }));
  assert.equal(seedsFor('parse', documents)[0].bytes.toString(), '\0\0\0\0<rss/>');
  assert.match(
    seedsFor('planet', documents)[1].bytes.toString(),
    /^%%add a\n\{\}\n%%add b\n<rss\/>\n%%query\n/,
  );
});
