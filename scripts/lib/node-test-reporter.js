/**
 * A reporter for `node --test`: names the tests that failed and why, and ends with the counts as one JSON line.
 */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {object} TestData
 * @property {string} name
 * @property {string} [file]
 * @property {number} [line]
 * @property {string | boolean} [skip]
 * @property {string | boolean} [todo]
 * @property {{ type?: string, error?: Error & { cause?: unknown, failureType?: string } }} details
 */

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* reporter(events) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type === 'test:pass' && data.details?.type !== 'suite') countPass(counts, data);
    if (type === 'test:fail' && !onlyBecauseOfSubtests(data)) {
      counts.failed++;
      yield describe(data);
    }
  }
  yield `${JSON.stringify(counts)}\n`;
}

/**
 * @param {Counts} counts
 * @param {TestData} data
 */
function countPass(counts, data) {
  // a test that must not pass yet, or not run, says nothing about the program
  if ((data.skip ?? data.todo) !== undefined) counts.skipped++;
  else counts.passed++;
}

/** @param {TestData} data */
const onlyBecauseOfSubtests = (data) => data.details?.error?.failureType === 'subtestsFailed';

/** @param {TestData} data */
function describe(data) {
  const cause = data.details?.error?.cause ?? data.details?.error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return `\n✖ ${data.name}\n  ${data.file ?? ''}${data.line ? `:${data.line}` : ''}\n${text.replace(/^/gm, '  ')}\n`;
}
