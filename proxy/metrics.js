/**
 * What was answered and fetched is counted, and told in Prometheus' text format. No label holds what a stranger chose.
 * https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */

const prefix = 'planetarium_proxy_';
const bounds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** @typedef {ReturnType<typeof createMetrics>} Metrics */

export function createMetrics() {
  /** @type {Map<string, number>} */
  const answers = new Map();
  /** @type {Map<string, number>} */
  const fetches = new Map();
  const buckets = bounds.map(() => 0);
  let seconds = 0;
  let fetched = 0;

  return {
    /** @param {string} outcome   how the cache stood, or the code of a refusal */
    answered(outcome) {
      answers.set(outcome, (answers.get(outcome) ?? 0) + 1);
    },
    /**
     * @param {string} outcome
     * @param {number} ms
     */
    fetched(outcome, ms) {
      fetches.set(outcome, (fetches.get(outcome) ?? 0) + 1);
      seconds += ms / 1000;
      fetched++;
      for (const [i, bound] of bounds.entries()) if (ms <= bound * 1000) buckets[i]++;
    },
    /**
     * @param {Record<string, [string, number]>} gauges   name → what it is, and how much
     * @returns {string}
     */
    text(gauges) {
      return [
        ...counter('requests_total', 'Answers to clients, by how the cache stood or by error code.', answers),
        ...counter('upstream_requests_total', 'Fetches from publishers, by how they ended.', fetches),
        ...head('upstream_seconds', 'How long fetches from publishers took.', 'histogram'),
        ...bounds.map((bound, i) => `${prefix}upstream_seconds_bucket{le="${bound}"} ${buckets[i]}`),
        `${prefix}upstream_seconds_bucket{le="+Inf"} ${fetched}`,
        `${prefix}upstream_seconds_sum ${seconds}`,
        `${prefix}upstream_seconds_count ${fetched}`,
        ...Object.entries(gauges).flatMap(([name, [help, value]]) => [
          ...head(name, help, 'gauge'),
          `${prefix}${name} ${value}`,
        ]),
        '',
      ].join('\n');
    },
  };
}

/**
 * @param {string} name
 * @param {string} help
 * @param {Map<string, number>} counts
 */
function counter(name, help, counts) {
  return [
    ...head(name, help, 'counter'),
    ...[...counts].sort().map(([outcome, count]) => `${prefix}${name}{outcome="${outcome}"} ${count}`),
  ];
}

/**
 * @param {string} name
 * @param {string} help
 * @param {string} type
 */
function head(name, help, type) {
  return [`# HELP ${prefix}${name} ${help}`, `# TYPE ${prefix}${name} ${type}`];
}
