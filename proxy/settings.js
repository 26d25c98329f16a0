/**
 * What an operator writes about the proxy comes in, complete settings go out; a mistake throws an error that names the key.
 * proxy/config.schema.json says the same to editors.
 *
 * @typedef {{ url: string, minIntervalS?: number }} PolicyFeed
 * @typedef {{ list: string, minIntervalS?: number }} PolicyList   a planet.json or OPML; minIntervalS: how often it is read again, 300
 *
 * @typedef {object} ProxyPolicy
 * @property {string | (string | PolicyFeed | PolicyList)[]} [feeds]   the allow-list: exact URLs and lists; a text is one list
 * @property {boolean} [open]            any public URL may be fetched; needs `contact` and `limits`
 * @property {string} [contact]          URL of a page, or mailto:, shown to the publishers in User-Agent
 * @property {string[]} [origins]        pages that may read the answers; none: every page
 * @property {number[]} [ports]          beside those of listed URLs; 80 and 443
 * @property {number} [maxBytes]         of a decoded body; 16 MB
 * @property {number} [timeoutMs]        of a whole upstream fetch, redirects and body included; 8000
 * @property {number} [minIntervalS]     seconds between two upstream fetches of one feed; 3600
 * @property {boolean | number} [trustProxy]   how many proxies in front are believed when they name the client; true: 1
 * @property {{ perClient?: number, perHost?: number, inFlight?: number }} [limits]   upstream fetches a minute, and at one time
 * @property {boolean} [allowPrivate]    lifts the address, IP-literal, name and port rules for listed URLs: for tests and a planet at home
 *
 * @typedef {object} ListedFeed
 * @property {number} minIntervalS
 *
 * @typedef {{ perClient: number, perHost: number, inFlight: number }} Limits
 *
 * @typedef {object} Settings
 * @property {Map<string, ListedFeed>} fixed     feeds that the policy itself names, by normalised URL without fragment
 * @property {{ url: string, minIntervalS: number }[]} lists
 * @property {Map<string, ListedFeed>} listed    those, and what the lists hold just now
 * @property {Set<string>} listedOrigins
 * @property {boolean} open
 * @property {string | null} contact
 * @property {Set<string> | null} origins
 * @property {Set<string>} ports                 as WHATWG `URL.port` writes them: '' is the scheme's own
 * @property {number} maxBytes
 * @property {number} timeoutMs
 * @property {number} minIntervalS
 * @property {number} trustProxy
 * @property {Limits} limits
 * @property {boolean} allowPrivate
 */

export const policyKeys =
  'feeds open contact origins ports maxBytes timeoutMs minIntervalS trustProxy limits allowPrivate'.split(
    ' ',
  );

const limitKeys = ['perClient', 'perHost', 'inFlight'];
const hourS = 3600;
const listIntervalS = 300;

/**
 * @param {ProxyPolicy | Settings} policy   settings that were read already stay what they are
 * @returns {Settings}
 */
export function readSettings(policy) {
  return 'listed' in policy ? policy : readPolicy(policy);
}

/**
 * @param {ProxyPolicy} policy
 * @returns {Settings}
 */
function readPolicy(policy) {
  for (const key of Object.keys(policy)) {
    if (!policyKeys.includes(key))
      throw bad(key, `is not a key of the proxy; there are ${policyKeys.join(', ')}`);
  }
  const open = flag(policy, 'open');
  if (open && policy.contact === undefined) {
    throw bad('contact', 'is needed in open mode: publishers must be able to reach whoever runs the proxy');
  }
  const minIntervalS = number(policy.minIntervalS, 'minIntervalS', hourS, 0);
  const { fixed, lists } = readFeeds(policy.feeds ?? [], minIntervalS);
  const settings = {
    fixed,
    lists,
    listed: fixed,
    listedOrigins: new Set(),
    open,
    contact: readContact(policy.contact),
    origins: policy.origins === undefined ? null : new Set(items(policy.origins, 'origins').map(readOrigin)),
    ports: new Set(
      items(policy.ports ?? [], 'ports')
        .map(readPort)
        .concat('', '80', '443'),
    ),
    maxBytes: number(policy.maxBytes, 'maxBytes', 16 * 1024 * 1024, 1),
    timeoutMs: number(policy.timeoutMs, 'timeoutMs', 8000, 1),
    minIntervalS,
    trustProxy: readTrust(policy.trustProxy),
    limits: readLimits(policy.limits, open),
    allowPrivate: flag(policy, 'allowPrivate'),
  };
  relist(settings, []);
  return settings;
}

/**
 * Makes these, beside the policy's own, the feeds that may be fetched.
 * @param {Settings} settings
 * @param {string[]} found   in its lists; what is no fetchable URL is left out
 */
export function relist(settings, found) {
  const listed = new Map(settings.fixed);
  for (const text of found) {
    const url = feedUrlOf(text);
    if (url && !listed.has(url.href)) listed.set(url.href, { minIntervalS: settings.minIntervalS });
  }
  settings.listed = listed;
  const urls = [...listed.keys(), ...settings.lists.map((list) => list.url)];
  settings.listedOrigins = new Set(urls.map((url) => new URL(url).origin));
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
 * Who lists a feed with a short interval owns it, or has asked its owner: its host need not be spared.
 * @param {URL} url
 * @param {Settings} settings
 */
export function isOwn(url, settings) {
  return (settings.listed.get(url.href)?.minIntervalS ?? hourS) < hourS;
}

/**
 * @param {NonNullable<ProxyPolicy['feeds']>} feeds
 * @param {number} minIntervalS
 */
function readFeeds(feeds, minIntervalS) {
  /** @type {Map<string, ListedFeed>} */
  const fixed = new Map();
  /** @type {Settings['lists']} */
  const lists = [];
  if (typeof feeds === 'string') return { fixed, lists: [readList({ list: feeds }, 'feeds')] };
  for (const [index, feed] of items(feeds, 'feeds').entries()) {
    const at = `feeds[${index}]`;
    if (typeof feed === 'object' && feed && 'list' in feed) {
      lists.push(readList(feed, at));
      continue;
    }
    const { url: text, minIntervalS: own } = typeof feed === 'string' ? { url: feed } : Object(feed);
    const url = feedUrlOf(text);
    if (!url) {
      const bare = URL.canParse(text) ? new URL(text) : null;
      if (bare?.username || bare?.password) {
        throw bad(at, `must not carry a user name or password: ${bare.origin}${bare.pathname}`);
      }
      throw bad(at, `must be an http or https URL, not ${JSON.stringify(text)}`);
    }
    fixed.set(url.href, { minIntervalS: number(own, `${at}.minIntervalS`, minIntervalS, 0) });
  }
  return { fixed, lists };
}

/**
 * @param {PolicyList} list
 * @param {string} at
 */
function readList({ list, minIntervalS }, at) {
  const url = URL.canParse(list) ? new URL(list) : null;
  if (!url || !/^(https?|file):$/.test(url.protocol) || url.username || url.password) {
    throw bad(
      at,
      `must name a planet.json or OPML by an http or https URL, not ${url ? url.protocol : list}`,
    );
  }
  url.hash = '';
  return { url: url.href, minIntervalS: number(minIntervalS, `${at}.minIntervalS`, listIntervalS, 0) };
}

/** @param {unknown} text */
function feedUrlOf(text) {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  url.hash = '';
  return url;
}

/**
 * A list bounds by itself how much its publishers can be asked; whoever is open to all is bounded by what is written here.
 * @param {ProxyPolicy['limits']} limits
 * @param {boolean} open
 * @returns {Limits}
 */
function readLimits(limits, open) {
  for (const key of Object.keys(limits ?? {})) {
    if (!limitKeys.includes(key)) {
      throw bad(`limits.${key}`, `is not a limit of the proxy; there are ${limitKeys.join(', ')}`);
    }
  }
  if (open && !limitKeys.some((key) => Object.hasOwn(limits ?? {}, key))) {
    throw bad(
      'limits',
      'is needed in open mode, with perClient, perHost, inFlight: an open proxy without is soon abused',
    );
  }
  return {
    perClient: number(limits?.perClient, 'limits.perClient', open ? 60 : Infinity, 1),
    perHost: number(limits?.perHost, 'limits.perHost', open ? 30 : Infinity, 1),
    inFlight: number(limits?.inFlight, 'limits.inFlight', 32, 1),
  };
}

/** @param {ProxyPolicy['trustProxy']} trust */
function readTrust(trust = false) {
  const hops = Number(trust);
  if (
    (typeof trust !== 'boolean' && typeof trust !== 'number') ||
    !Number.isInteger(hops) ||
    hops < 0 ||
    hops > 10
  ) {
    throw bad(
      'trustProxy',
      `must be true, false or how many proxies stand in front, not ${JSON.stringify(trust)}`,
    );
  }
  return hops;
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
 * @template T
 * @param {T[]} value
 * @param {string} key
 */
function items(value, key) {
  if (!Array.isArray(value)) throw bad(key, `must be a list, not ${JSON.stringify(value)}`);
  return value;
}

/**
 * @param {ProxyPolicy} policy
 * @param {'open' | 'allowPrivate'} key
 */
function flag(policy, key) {
  const value = policy[key] ?? false;
  if (typeof value !== 'boolean') throw bad(key, `must be true or false, not ${JSON.stringify(value)}`);
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
  if (!Number.isFinite(value) || value < least) {
    throw bad(key, `must be a number from ${least}, not ${JSON.stringify(value)}`);
  }
  return value;
}

/**
 * @param {string} key
 * @param {string} why
 */
export function bad(key, why) {
  return new Error(`proxy policy: ${key} ${why}`);
}
