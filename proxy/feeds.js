/**
 * A permitted URL comes in, what is known of that feed goes out: from the cache while it is fresh, else from its publisher,
 * asked once however many readers wait, with the validators of the last copy (RFC 9111 §4.3).
 *
 * @typedef {import('./cache.js').Entry} Entry
 * @typedef {import('./cache.js').Copy} Copy
 * @typedef {import('./cache.js').Cache} Cache
 * @typedef {import('./cache.js').Failure} Failure
 * @typedef {import('./upstream.js').Upstream} Upstream
 * @typedef {'hit' | 'stale' | 'miss' | 'revalidated' | 'coalesced'} How
 * @typedef {{ kind: 'known', entry: Entry, how: How } | { kind: 'refused', entry: Entry | undefined, failure: Failure }} Lookup
 *
 * @typedef {object} Asking
 * @property {boolean} insist        a reader wants it checked now
 * @property {URL} self              the proxy's own feed endpoint, as this client addressed it
 * @property {string} client         its address
 * @property {(job: Promise<unknown>) => void} waitUntil   keeps the runtime going for a job that nobody awaits
 * @property {number} minIntervalS   seconds between two fetches of it
 * @property {boolean} [isList]      a planet.json will do, too: known apart from the feeds
 *
 * @typedef {object} FeedsEnv
 * @property {Cache} cache
 * @property {(event: object) => void} log
 * @property {import('./metrics.js').Metrics} metrics
 * @property {() => number} random
 * @property {import('./admission.js').Admission} admission
 * @property {(bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>} [gzip]
 */
import { afterAnswer, afterFailure, isShownMeanwhile, patienceFor } from './freshness.js';
import { contentTypeFor, validatorsOf } from './headers.js';
import { deadline, orAbort } from './limits.js';
import { fetchUpstream } from './upstream.js';

/** Below this, headers outweigh what compression saves. */
const leastGzipBytes = 1024;
/** A runtime may drop a job with the request that began it: nobody waits for it longer than this beyond its time. */
const graceMs = 2000;
/** @type {Failure} */
const busy = { code: 'busy', retryAfter: 1 };

/** @param {Upstream & FeedsEnv} env */
export function createFeeds(env) {
  const { settings, cache, now, admission, metrics } = env;
  /** @type {Map<string, { job: Promise<Lookup>, since: number }>} */
  const running = new Map();

  return {
    running: () => running.size,
    /**
     * @param {URL} url
     * @param {Asking} asking
     * @returns {Lookup | Promise<Lookup>}
     */
    lookUp(url, asking) {
      const key = keyOf(url, asking);
      const held = cache.get(key);
      return held instanceof Promise
        ? held.then((entry) => answer(key, url, entry, asking))
        : answer(key, url, held, asking);
    },
  };

  /**
   * @param {string} key
   * @param {URL} url
   * @param {Entry | undefined} held
   * @param {Asking} asking
   * @returns {Lookup | Promise<Lookup>}
   */
  function answer(key, url, held, asking) {
    if (held && !isDue(held, now(), asking.insist)) return { kind: 'known', entry: held, how: 'hit' };
    const job = joined(key) ?? begun(key, url, held, asking);
    if (!held || asking.insist || !isShownMeanwhile(held, now(), asking.minIntervalS)) return job;
    return { kind: 'known', entry: held, how: 'stale' };
  }

  /** @param {string} key */
  function joined(key) {
    const other = running.get(key);
    if (!other || now() - other.since > settings.timeoutMs + graceMs) return undefined;
    return inTime(other.job);
  }

  /**
   * @param {string} key
   * @param {URL} url
   * @param {Entry | undefined} held
   * @param {Asking} asking
   * @returns {Promise<Lookup>}
   */
  function begun(key, url, held, asking) {
    const failure = running.size >= settings.limits.inFlight ? busy : admission.client(asking.client);
    if (failure) return Promise.resolve({ kind: 'refused', entry: held, failure });
    const place = { since: now(), job: refresh(key, url, asking).finally(() => leave()) };
    const leave = () => running.get(key) === place && running.delete(key);
    running.set(key, place);
    // Not tied to any reader: one who leaves does not stop it for the others.
    asking.waitUntil(place.job.catch((error) => env.log({ event: 'bug', error })));
    return place.job;
  }

  /**
   * @param {Promise<Lookup>} job
   * @returns {Promise<Lookup>}
   */
  async function inTime(job) {
    const { signal, clear } = deadline(settings.timeoutMs + graceMs);
    try {
      const result = await orAbort(job, signal);
      return result.kind === 'known' ? { ...result, how: 'coalesced' } : result;
    } catch (error) {
      if (!signal.aborted) throw error;
      return { kind: 'refused', entry: undefined, failure: busy };
    } finally {
      clear();
    }
  }

  /**
   * @param {string} key
   * @param {URL} url
   * @param {Asking} asking
   * @returns {Promise<Lookup>}
   */
  async function refresh(key, url, { insist, self, minIntervalS, isList = false }) {
    // Another job may have ended while a slow cache answered the first look.
    const held = await cache.get(key);
    if (held && !isDue(held, now(), insist)) return { kind: 'known', entry: held, how: 'hit' };
    const started = now();
    const outcome = await fetchUpstream(
      url,
      { validators: held?.copy?.validators, self, isList, patienceMs: patienceFor(held, settings.timeoutMs) },
      env,
    );
    const ms = now() - started;
    const word =
      outcome.kind === 'fresh' || outcome.kind === 'unchanged' ? outcome.kind : outcome.failure.code;
    metrics.fetched(word, ms);
    env.log({
      event: 'fetch',
      url: url.origin + url.pathname, // the query of a private feed may be its key
      outcome: word,
      ...('failure' in outcome &&
        outcome.failure.upstreamStatus && { status: outcome.failure.upstreamStatus }),
      ...(outcome.kind === 'fresh' && { bytes: outcome.bytes.byteLength }),
      ms,
    });
    if (outcome.kind === 'refused') return { kind: 'refused', entry: held, failure: outcome.failure };
    const entry = await entryAfter(outcome, held, minIntervalS);
    await cache.set(key, entry);
    return { kind: 'known', entry, how: outcome.kind === 'unchanged' ? 'revalidated' : 'miss' };
  }

  /**
   * @param {Exclude<Awaited<ReturnType<typeof fetchUpstream>>, { kind: 'refused' }>} outcome
   * @param {Entry | undefined} held
   * @param {number} minIntervalS
   * @returns {Promise<Entry>}
   */
  async function entryAfter(outcome, held, minIntervalS) {
    const at = now();
    if (outcome.kind === 'failed') {
      const { failure } = outcome;
      const failures = (held?.failures ?? 0) + 1;
      const times = afterFailure(failure, failures, at, minIntervalS);
      if (failure.upstreamStatus === 429) admission.hush(outcome.url, times.next);
      return { ...(held?.copy && { copy: held.copy }), failure, failures, ...times };
    }
    const copy =
      outcome.kind === 'fresh'
        ? await copyOf(outcome, held?.copy, at)
        : renewed(outcome, /** @type {Copy} */ (held?.copy), at);
    const { etag, lastModified } = copy.validators;
    const answer = {
      headers: outcome.response.headers,
      unchangedMs: at - copy.changed,
      conditional: etag !== undefined || lastModified !== undefined,
    };
    return { copy, failures: 0, ...afterAnswer(answer, at, minIntervalS, env.random()) };
  }

  /**
   * @param {import('./upstream.js').Fresh} fresh
   * @param {Copy | undefined} old
   * @param {number} at
   * @returns {Promise<Copy>}
   */
  async function copyOf({ response, chain, bytes, format }, old, at) {
    const etag = await tagOf(bytes);
    const same = old?.etag === etag;
    const gzip = same ? old.gzip : await compressed(bytes);
    return {
      ...placeOf(response, chain),
      fetched: at,
      changed: same ? old.changed : at,
      bytes: same ? old.bytes : bytes,
      ...(gzip && { gzip }),
      contentType: contentTypeFor(response.headers.get('content-type') ?? '', format),
      etag,
      validators: validatorsOf(response.headers, chain.url),
      cors: chain.cors,
    };
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  async function compressed(bytes) {
    if (!env.gzip || bytes.byteLength < leastGzipBytes) return undefined;
    const gzip = await env.gzip(bytes);
    return gzip.byteLength < bytes.byteLength * 0.9 ? gzip : undefined;
  }
}

/**
 * @param {URL} url
 * @param {Asking} asking
 */
export function keyOf(url, { isList }) {
  return isList ? `list ${url.href}` : url.href;
}

/**
 * A feed that is gone (410) is never asked for again.
 * @param {Entry} entry
 * @param {number} now
 * @param {boolean} insist
 */
function isDue(entry, now, insist) {
  return entry.failure?.code !== 'gone' && now >= (insist ? entry.earliest : entry.next);
}

/**
 * @param {Response} response
 * @param {import('./upstream.js').Chain} chain
 */
function placeOf(response, chain) {
  return {
    finalUrl: chain.url.href,
    ...(chain.moved && chain.permanent && { permanentUrl: chain.url.href }),
    status: response.status,
  };
}

/**
 * @param {import('./upstream.js').Unchanged} unchanged
 * @param {Copy} old
 * @param {number} at
 * @returns {Copy}
 */
function renewed({ response, chain }, old, at) {
  const { permanentUrl: _, ...kept } = old;
  return {
    ...kept,
    ...placeOf(response, chain),
    fetched: at,
    validators: { ...old.validators, ...validatorsOf(response.headers, chain.url) },
    cors: old.cors && chain.cors,
  };
}

/**
 * A strong entity tag: half a SHA-256 of the body (RFC 9110 §8.8.3).
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function tagOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 16);
  return `"${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}
