/**
 * A name comes in, its addresses go out, asked of the name servers and not of the system's resolver: that one holds a thread
 * for each name, and a few names whose servers never answer would hold them all, and with them files, hashes and compression.
 * What is only in /etc/hosts is a name of one's own, which the proxy refuses anyway.
 */
import { promises as dns } from 'node:dns';

/** Answers that mean: there is such a name, and none of these addresses. */
const empty = new Set(['ENODATA', 'ENOTFOUND']);

/**
 * @param {{ timeoutMs?: number }} [options]
 * @returns {import('./agent.js').Resolve}
 */
export function createResolver({ timeoutMs = 2000 } = {}) {
  const resolver = new dns.Resolver({ timeout: timeoutMs, tries: 2 });
  return (hostname, options, callback) => {
    const name = hostname.replace(/\.?$/, '.'); // no search domains: a public name stays what it is
    Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]).then(([four, six]) => {
      const addresses = [...found(four, 4), ...found(six, 6)];
      const failed = [four, six].find(({ status }) => status === 'rejected');
      if (addresses.length || !failed) callback(null, addresses);
      else callback(/** @type {PromiseRejectedResult} */ (worst(four, six)).reason, []);
    });
  };
}

/**
 * @param {PromiseSettledResult<string[]>} result
 * @param {4 | 6} family
 */
function found(result, family) {
  return result.status === 'fulfilled' ? result.value.map((address) => ({ address, family })) : [];
}

/**
 * A server that did not answer says more than one that has no such record.
 * @param {PromiseSettledResult<string[]>[]} results
 */
function worst(...results) {
  const failed = results.filter(({ status }) => status === 'rejected');
  return failed.find((result) => 'reason' in result && !empty.has(result.reason?.code)) ?? failed[0];
}
