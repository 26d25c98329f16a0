/**
 * What the test programs print → how many tests passed and failed.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  const total = noCounts();
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/**
 * @param {string} output   of ctest --verbose over doctest programs
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function countDoctest(output, succeeded) {
  const summary = /\[doctest\] test cases: +(\d+) \| +(\d+) passed \| +(\d+) failed \| +(\d+) skipped/g;
  const counts = sumCounts(
    [...output.matchAll(summary)].map(([, , passed, failed, skipped]) => ({
      passed: Number(passed),
      failed: Number(failed),
      skipped: Number(skipped),
    })),
  );
  return credible(counts, succeeded);
}

/**
 * @param {string} output   of `node --test` with this project's reporter
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function countNodeTests(output, succeeded) {
  const last = /^\{"passed":.*\}$/gm;
  const lines = output.match(last);
  const counts = lines ? /** @type {Counts} */ (JSON.parse(lines[lines.length - 1])) : noCounts();
  return credible(counts, succeeded);
}

/**
 * A program that failed without a failed test, or in which no test ran, is a failure itself.
 * @param {Counts} counts
 * @param {boolean} succeeded
 * @returns {Counts}
 */
function credible(counts, succeeded) {
  const ran = counts.passed + counts.failed > 0;
  return (succeeded && ran) || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** @param {Counts} counts */
export const countsLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
