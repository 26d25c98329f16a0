/**
 * A URL comes in, whether the proxy may fetch it goes out (WHATWG URL; RFC 6761 and RFC 8375 for names of no public host).
 * What a public name resolves to is known only when a connection is made: the adapter checks that.
 *
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {{ kind: 'ok', url: URL } | { kind: 'failed', code: 'bad-url' | 'forbidden-target' | 'bad-redirect' | 'loop' }} Verdict
 */

// Names that mean a machine or a network of one's own, whoever answers for them.
const privateSuffixes = new Set(
  'localhost local localdomain internal intranet lan home corp private arpa onion i2p alt'.split(' '),
);

/**
 * May a client have this fetched?
 * @param {string} text
 * @param {Settings} settings
 * @param {URL} self   the proxy's own feed endpoint, as this client addressed it
 * @returns {Verdict}
 */
export function checkTarget(text, settings, self) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password) return { kind: 'failed', code: 'bad-url' };
  url.hash = ''; // never travels (RFC 9110 §4.2.4), so URLs are known and compared without it
  if (isSelf(url, self)) return { kind: 'failed', code: 'loop' };
  if (!settings.open && !settings.listed.has(url.href)) return { kind: 'failed', code: 'forbidden-target' };
  return checkHost(url, settings);
}

/**
 * May a redirect be followed? Its target need not be listed, every other rule holds for it.
 * @param {string | null} location
 * @param {URL} from
 * @param {Settings} settings
 * @param {URL} self
 * @returns {Verdict}
 */
export function checkRedirect(location, from, settings, self) {
  if (!location || !URL.canParse(location, from)) return { kind: 'failed', code: 'bad-redirect' };
  const url = new URL(location, from);
  url.hash = '';
  if (url.username || url.password) return { kind: 'failed', code: 'forbidden-target' };
  // Who asked for https was promised that nobody on the way reads or rewrites the feed.
  if (from.protocol === 'https:' && url.protocol === 'http:') return { kind: 'failed', code: 'bad-redirect' };
  if (isSelf(url, self)) return { kind: 'failed', code: 'loop' };
  return checkHost(url, settings);
}

/**
 * Do `allowPrivate` and the list lift the rules for this very URL?
 * @param {URL} url   without fragment
 * @param {Settings} settings
 */
export function isLifted(url, { allowPrivate, listed, lists }) {
  return allowPrivate && (listed.has(url.href) || lists.some((list) => list.url === url.href));
}

/**
 * The rules that hold whoever named the URL.
 * @param {URL} url   without fragment
 * @param {Settings} settings
 * @returns {Verdict}
 */
export function checkHost(url, settings) {
  const forbidden = /** @type {const} */ ({ kind: 'failed', code: 'forbidden-target' });
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return forbidden;
  if (isLifted(url, settings)) return { kind: 'ok', url };
  if (isAddress(url.hostname) || isPrivateName(url.hostname)) return forbidden;
  if (!settings.ports.has(url.port) && !settings.listedOrigins.has(url.origin)) return forbidden;
  return { kind: 'ok', url };
}

/**
 * The URL parser has turned every spelling of an address (octal, hexadecimal, one number, mapped) into one of these two.
 * https://url.spec.whatwg.org/#concept-host-parser
 * @param {string} host
 */
function isAddress(host) {
  return host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host);
}

/** @param {string} host */
function isPrivateName(host) {
  const labels = host.replace(/\.$/, '').split('.');
  return labels.length < 2 || labels.includes('') || privateSuffixes.has(labels[labels.length - 1]);
}

/**
 * @param {URL} url
 * @param {URL} self
 */
function isSelf(url, self) {
  return url.host === self.host && url.pathname === self.pathname;
}
