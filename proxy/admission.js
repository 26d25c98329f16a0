/**
 * Who wants a feed, and of which host, comes in; whether there is room for that now goes out. Buckets of tokens hold a client
 * and a host to so many upstream fetches a minute, gates to so many at one time, and a host that asked for quiet has it.
 * Everything here is bounded, whatever keys are made up.
 *
 * @typedef {import('./cache.js').Failure} Failure
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {{ kind: 'ok', leave: () => void } | { kind: 'refused', failure: Failure }} Admitted
 */
import { isOwn } from './settings.js';

const mostKeys = 10_000;
/** Connections to one host at a time: what browsers once kept to, and no publisher complains of. */
const perHostAtOnce = 2;

/** @typedef {ReturnType<typeof createAdmission>} Admission */

/**
 * @param {Settings} settings
 * @param {() => number} now
 */
export function createAdmission(settings, now) {
  const { perClient, perHost, inFlight } = settings.limits;
  const clients = createBuckets(perClient, now);
  const hosts = createBuckets(perHost, now);
  const gate = createGate(perHostAtOnce, Math.max(1, Math.floor(inFlight / 2)));
  /** @type {Map<string, number>} */
  const quiet = new Map();

  return {
    /**
     * May this client have something fetched?
     * @param {string} client
     * @returns {Failure | undefined}
     */
    client(client) {
      const retryAfter = clients.take(clientKey(client));
      return retryAfter > 0 ? { code: 'rate-limited', retryAfter } : undefined;
    },
    /**
     * Before each request to a host, redirects included: who may be redirected to is chosen by strangers.
     * @param {URL} url
     * @param {AbortSignal} signal
     * @returns {Promise<Admitted>}
     */
    async host(url, signal) {
      const host = hostKey(url);
      const own = isOwn(url, settings);
      const restMs = (quiet.get(host) ?? 0) - now();
      if (restMs > 0 && !own) {
        const failure = { code: /** @type {const} */ ('upstream-status'), upstreamStatus: 429 };
        return { kind: 'refused', failure: { ...failure, retryAfter: Math.ceil(restMs / 1000) } };
      }
      const retryAfter = hosts.take(host);
      if (retryAfter > 0) return { kind: 'refused', failure: { code: 'rate-limited', retryAfter } };
      if (own) return { kind: 'ok', leave: () => {} };
      const leave = await gate.enter(host, signal);
      return leave ? { kind: 'ok', leave } : { kind: 'refused', failure: { code: 'busy', retryAfter: 1 } };
    },
    /**
     * A host that answers 429 means all that is asked of it, not one feed.
     * @param {URL} url
     * @param {number} until   ms
     */
    hush(url, until) {
      if (until > now() && !isOwn(url, settings)) remember(quiet, hostKey(url), until);
    },
  };
}

/**
 * One bucket a key: full at first, one token an upstream fetch, refilled evenly.
 * @param {number} perMinute
 * @param {() => number} now
 */
export function createBuckets(perMinute, now) {
  /** @type {Map<string, { tokens: number, at: number }>} */
  const buckets = new Map();
  return {
    /**
     * @param {string} key
     * @returns {number}   0: taken; else the seconds until there is one again
     */
    take(key) {
      if (perMinute === Infinity) return 0;
      const at = now();
      const bucket = buckets.get(key) ?? { tokens: perMinute, at };
      // A clock that is set back must not empty it.
      const gained = (Math.max(0, at - bucket.at) / 60_000) * perMinute;
      bucket.tokens = Math.min(perMinute, bucket.tokens + gained);
      bucket.at = at;
      remember(buckets, key, bucket);
      if (bucket.tokens < 1) return Math.max(1, Math.ceil(((1 - bucket.tokens) / perMinute) * 60 - 1e-6));
      bucket.tokens--;
      return 0;
    },
  };
}

/**
 * So many at a time a key; the others wait in line, so many at most: one slow host shall not hold all there is.
 * @param {number} most
 * @param {number} mostWaiting
 */
export function createGate(most, mostWaiting) {
  /** @type {Map<string, { inside: number, waiting: (() => void)[] }>} */
  const gates = new Map();
  return {
    /**
     * @param {string} key
     * @param {AbortSignal} signal
     * @returns {Promise<(() => void) | null>}   to be called once when done; null: no room, or no time
     */
    async enter(key, signal) {
      const gate = gates.get(key) ?? { inside: 0, waiting: [] };
      gates.set(key, gate);
      if (gate.inside < most) gate.inside++;
      else if (gate.waiting.length >= mostWaiting || !(await turn(gate.waiting, signal))) return null;
      return () => {
        const next = gate.waiting.shift();
        if (next)
          next(); // the place is handed on
        else if (--gate.inside === 0) gates.delete(key);
      };
    },
  };
}

/**
 * @param {(() => void)[]} waiting
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>}
 */
function turn(waiting, signal) {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const go = () => {
      signal.removeEventListener('abort', giveUp);
      resolve(true);
    };
    const giveUp = () => {
      waiting.splice(waiting.indexOf(go), 1);
      resolve(false);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    waiting.push(go);
  });
}

/**
 * The least lately used are forgotten: a bucket by then is as good as full.
 * @template T
 * @param {Map<string, T>} map
 * @param {string} key
 * @param {T} value
 */
function remember(map, key, value) {
  map.delete(key);
  map.set(key, value);
  if (map.size > mostKeys) map.delete(/** @type {string} */ (map.keys().next().value));
}

/** One host, however its root label is written. @param {URL} url */
function hostKey(url) {
  return url.host.replace(/\.(?=:|$)/, '');
}

/**
 * An IPv6 subscriber has a whole /64 to ask from (RFC 6177), so that is one client.
 * @param {string} address
 */
export function clientKey(address) {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1];
  if (!address.includes(':')) return address;
  const [head, tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const groups = (/** @type {string | undefined} */ text) => (text ? text.split(':') : []);
  const before = groups(head);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - groups(tail).length);
  const all = [...before, ...Array(missing).fill('0'), ...groups(tail)];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
