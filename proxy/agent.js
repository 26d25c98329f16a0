/**
 * An undici agent that connects to public addresses only. The check stands where the connection is made and looks at the very
 * addresses it will use: a name that resolves otherwise the next time (DNS rebinding) has nothing to gain.
 */
import dns from 'node:dns';
import net from 'node:net';
import { Agent, buildConnector } from 'undici';

/** Whatever the fetch standard adds for browsers' sake (accept-language, sec-fetch-mode) stays at home. */
const sent = new Set([
  'accept',
  'accept-encoding',
  'if-modified-since',
  'if-none-match',
  'user-agent',
  'via',
]);

/**
 * @typedef {(hostname: string, options: dns.LookupAllOptions, callback: (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void) => void} Resolve
 *
 * @param {{ allows: (address: string) => boolean, resolve?: Resolve, timeoutMs: number }} options
 * @returns {import('undici').Dispatcher}
 */
export function createAgent({ allows, resolve = dns.lookup, timeoutMs }) {
  const connect = buildConnector({
    timeout: timeoutMs,
    lookup: (hostname, options, callback) => {
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, '', 0);
        // One private answer among public ones is enough: which of them is used is not ours to choose.
        if (!addresses.length || addresses.some(({ address }) => !allows(address))) {
          return callback(blocked(hostname), '', 0);
        }
        if (options.all) return callback(null, addresses);
        callback(null, addresses[0].address, addresses[0].family);
      });
    },
  });
  const agent = new Agent({
    maxHeaderSize: 16384,
    connect: (options, callback) => {
      // lookup is never called for an address that is written out.
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (net.isIP(host) && !allows(host)) callback(blocked(host), null);
      else connect(options, callback);
    },
  });
  return agent.compose((dispatch) => (options, handler) => {
    const headers = Object.entries(options.headers ?? {}).filter(([name]) => sent.has(name.toLowerCase()));
    return dispatch({ ...options, headers: Object.fromEntries(headers) }, handler);
  });
}

/** @param {string} host */
function blocked(host) {
  return Object.assign(new Error(`${host} is not public`), { code: 'EBLOCKED' });
}
