/**
 * What an operator writes about the proxy comes in, complete settings go out; a mistake throws an error that names the key.
 *
 * @typedef {object} ProxyPolicy
 * @property {(string | { url: string, minIntervalS?: number })[]} [feeds]   the allow-list: exact URLs
 * @property {boolean} [open]            any public URL may be fetched; needs `contact` and `limits`
 * @property {string} [contact]          URL of a page, or mailto:, shown to the publishers in User-Agent
 * @property {string[]} [origins]        pages that may read the answers; none: every page
 * @property {number[]} [ports]          beside those of listed URLs; 80 and 443
 * @property {number} [maxBytes]         of a decoded body; 16 MB
 * @property {number} [timeoutMs]        of a whole upstream fetch, redirects and body included; 8000
 * @property {number} [minIntervalS]     seconds between two upstream fetches of one feed; 3600
 * @property {{ inFlight?: number }} [limits]   inFlight: upstream fetches at one time; 32
 * @property {boolean} [allowPrivate]    lifts the address, IP-literal, name and port rules for listed URLs: for tests and a planet at home
 *
 * @typedef {object} ListedFeed
 * @property {number} minIntervalS
 *
 * @typedef {object} Settings
 * @property {Map<string, ListedFeed>} listed    by normalised URL without fragment
 * @property {Set<string>} listedOrigins
 * @property {boolean} open
 * @property {string | null} contact
 * @property {Set<string> | null} origins
 * @property {Set<string>} ports                 as WHATWG `URL.port` writes them: '' is the scheme's own
 * @property {number} maxBytes
 * @property {number} timeoutMs
 * @property {number} minIntervalS
 * @property {{ inFlight: number }} limits
 * @property {boolean} allowPrivate
 */

const known = new Set(
  'feeds open contact origins ports maxBytes timeoutMs minIntervalS limits allowPrivate'.split(' '),
);

/**
 * @param {ProxyPolicy} policy
 * @returns {Settings}
 */
export function readSettings(policy) {
  for (const key of Object.keys(policy)) if (!known.has(key)) throw bad(key, 'is not a key of the proxy');
  for (const key of Object.keys(policy.limits ?? {})) {
    if (key !== 'inFlight') throw bad(`limits.${key}`, 'is not a limit of the proxy');
  }
  const open = flag(policy, 'open');
  if (open && policy.contact === undefined) {
    throw bad('contact', 'is needed in open mode: publishers must be able to reach whoever runs the proxy');
  }
  if (open && policy.limits?.inFlight === undefined) {
    throw bad('limits', 'is needed in open mode, with inFlight: an open proxy without limits is soon abused');
  }
  const minIntervalS = number(policy.minIntervalS, 'minIntervalS', 3600, 0);
  const listed = readFeeds(policy.feeds ?? [], minIntervalS);
  return {
    listed,
    listedOrigins: new Set([...listed.keys()].map((url) => new URL(url).origin)),
    open,
    contact: readContact(policy.contact),
    origins: policy.origins ? new Set(policy.origins.map(readOrigin)) : null,
    ports: new Set((policy.ports ?? []).map(readPort).concat('', '80', '443')),
    maxBytes: number(policy.maxBytes, 'maxBytes', 16 * 1024 * 1024, 1),
    timeoutMs: number(policy.timeoutMs, 'timeoutMs', 8000, 1),
    minIntervalS,
    limits: { inFlight: number(policy.limits?.inFlight, 'limits.inFlight', 32, 1) },
    allowPrivate: flag(policy, 'allowPrivate'),
  };
}

/**
 * Seconds that must pass between two upstream fetches of this feed.
 * @param {URL} url
 * @param {Settings} settings
 */
export function intervalOf(url, settings) {
  return settings.listed.get(url.href)?.minIntervalS ?? settings.minIntervalS;
}

/**
 * @param {NonNullable<ProxyPolicy['feeds']>} feeds
 * @param {number} minIntervalS
 */
function readFeeds(feeds, minIntervalS) {
  if (!Array.isArray(feeds)) throw bad('feeds', 'must be a list of URLs');
  /** @type {Map<string, ListedFeed>} */
  const listed = new Map();
  for (const [index, feed] of feeds.entries()) {
    const at = `feeds[${index}]`;
    const { url: text, minIntervalS: own } = typeof feed === 'string' ? { url: feed } : feed;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol)) throw bad(at, `must be an http or https URL, not ${text}`);
    if (url.username || url.password) {
      throw bad(at, `must not carry a user name or password: ${url.origin}${url.pathname}`);
    }
    url.hash = '';
    listed.set(url.href, { minIntervalS: number(own, `${at}.minIntervalS`, minIntervalS, 0) });
  }
  return listed;
}

/** @param {string | undefined} contact */
function readContact(contact) {
  if (contact === undefined) return null;
  if (!URL.canParse(contact) || !/^(https?|mailto):$/.test(new URL(contact).protocol)) {
    throw bad('contact', `must be an http, https or mailto URL, not ${contact}`);
  }
  // It stands in a comment of User-Agent, which brackets would end (RFC 9110 §5.6.5).
  return new URL(contact).href.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

/** @param {string} origin */
function readOrigin(origin) {
  if (origin === 'null') return origin;
  if (!URL.canParse(origin) || new URL(origin).origin === 'null') throw bad('origins', `holds ${origin}`);
  return new URL(origin).origin;
}

/** @param {number} port */
function readPort(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw bad('ports', `holds ${port}`);
  return String(port);
}

/**
 * @param {ProxyPolicy} policy
 * @param {'open' | 'allowPrivate'} key
 */
function flag(policy, key) {
  const value = policy[key] ?? false;
  if (typeof value !== 'boolean') throw bad(key, 'must be true or false');
  return value;
}

/**
 * @param {number | undefined} value
 * @param {string} key
 * @param {number} fallback
 * @param {number} least
 */
function number(value, key, fallback, least) {
  if (value === undefined) return fallback;
  if (!Number.isFinite(value) || value < least)
    throw bad(key, `must be a number from ${least}, not ${value}`);
  return value;
}

/**
 * @param {string} key
 * @param {string} why
 */
function bad(key, why) {
  return new Error(`proxy policy: ${key} ${why}`);
}
