// Ten thousand requests, each of them due at its publisher, a tenth of whom hang, drip, bomb or break off.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { hosts, rounds } from './support/chaos.js';

const mostGrowth = 128 * 1024 * 1024;

test('proxy: of ten thousand requests none is answered wrongly, and memory stays bounded', async (t) => {
  const child = fork(new URL('support/chaos-run.js', import.meta.url));
  t.after(() => child.kill('SIGKILL'));
  const started = performance.now();
  const [result] = /** @type {[import('./support/chaos-run.js').ChaosResult]} */ (
    await once(child, 'message')
  );
  const { seen, wrong, early, most } = result;
  t.diagnostic(
    `${rounds * hosts} requests in ${((performance.now() - started) / 1000).toFixed(1)} s: ${JSON.stringify(seen)}; ` +
      `memory ${mb(early)} after ${2 * hosts}, ${mb(most)} at most`,
  );
  assert.deepEqual([wrong.slice(0, 5), seen.feed], [[], rounds * hosts * 0.9]);
  assert.ok(most - early < mostGrowth);
});

/** @param {number} bytes */
function mb(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
