/**
 * A permitted URL comes in, what is known of that feed goes out: from the cache while it is fresh, else from its publisher,
 * asked once however many readers wait, with the validators of the last copy (RFC 9111 §4.3).
 *
 * @typedef {import('./cache.js').Entry} Entry
 * @typedef {import('./cache.js').Copy} Copy
 * @typedef {import('./cache.js').Cache} Cache
 * @typedef {import('./upstream.js').Upstream} Upstream
 * @typedef {'hit' | 'miss' | 'revalidated' | 'coalesced'} How
 * @typedef {{ kind: 'known', entry: Entry, how: How } | { kind: 'busy', entry: Entry | undefined }} Lookup
 */
import { afterAnswer, afterFailure } from './freshness.js';
import { contentTypeFor } from './headers.js';
import { intervalOf } from './settings.js';
import { fetchUpstream } from './upstream.js';

/**
 * @param {Upstream & { cache: Cache, log: (event: object) => void }} env
 * @returns {(url: URL, options: { insist: boolean, self: URL }) => Promise<Lookup>}   insist: a reader wants it checked now
 */
export function createFeeds(env) {
  const { settings, cache, now } = env;
  /** @type {Map<string, Promise<Lookup>>} */
  const running = new Map();

  return async (url, { insist, self }) => {
    const key = url.href;
    const held = await cache.get(key);
    if (held && !isDue(held, now(), insist)) return { kind: 'known', entry: held, how: 'hit' };
    const other = running.get(key);
    if (other) return shared(await other);
    if (running.size >= settings.limits.inFlight) return { kind: 'busy', entry: held };
    const job = refresh(url, insist, self).finally(() => running.delete(key));
    running.set(key, job);
    return job;
  };

  /**
   * Not tied to any reader: one who leaves does not stop it for the others.
   * @param {URL} url
   * @param {boolean} insist
   * @param {URL} self
   * @returns {Promise<Lookup>}
   */
  async function refresh(url, insist, self) {
    // Another job may have ended while a slow cache answered the first look.
    const held = await cache.get(url.href);
    if (held && !isDue(held, now(), insist)) return { kind: 'known', entry: held, how: 'hit' };
    const started = now();
    const outcome = await fetchUpstream(url, held?.copy?.validators, self, env);
    const entry = await entryAfter(outcome, held, now(), intervalOf(url, settings));
    await cache.set(url.href, entry);
    env.log({
      event: 'fetch',
      url: url.origin + url.pathname, // the query of a private feed may be its key
      outcome: outcome.kind === 'failed' ? outcome.failure.code : outcome.kind,
      ms: now() - started,
    });
    return { kind: 'known', entry, how: outcome.kind === 'unchanged' ? 'revalidated' : 'miss' };
  }
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
 * @param {Lookup} result
 * @returns {Lookup}
 */
function shared(result) {
  return result.kind === 'known' ? { ...result, how: 'coalesced' } : result;
}

/**
 * @param {Awaited<ReturnType<typeof fetchUpstream>>} outcome
 * @param {Entry | undefined} held
 * @param {number} now
 * @param {number} minIntervalS
 * @returns {Promise<Entry>}
 */
async function entryAfter(outcome, held, now, minIntervalS) {
  if (outcome.kind === 'failed') {
    const failures = (held?.failures ?? 0) + 1;
    const times = afterFailure(outcome.failure, failures, now, minIntervalS);
    return { ...(held?.copy && { copy: held.copy }), failure: outcome.failure, failures, ...times };
  }
  const { response, chain } = outcome;
  const times = afterAnswer(response.headers, now, minIntervalS);
  const about = {
    finalUrl: chain.url.href,
    ...(chain.moved && chain.permanent && { permanentUrl: chain.url.href }),
    fetched: now,
    status: response.status,
  };
  if (outcome.kind === 'fresh') {
    return { copy: await copyOf(outcome, about), failures: 0, ...times };
  }
  const old = /** @type {Copy} */ (held?.copy);
  const { permanentUrl: _, ...kept } = old;
  const validators = { ...old.validators, ...validatorsOf(response, chain.url) };
  return {
    copy: { ...kept, ...about, validators, cors: old.cors && chain.cors },
    failures: 0,
    ...times,
  };
}

/**
 * @param {import('./upstream.js').Fresh} fresh
 * @param {Pick<Copy, 'finalUrl' | 'permanentUrl' | 'fetched' | 'status'>} about
 * @returns {Promise<Copy>}
 */
async function copyOf({ response, chain, bytes, format }, about) {
  return {
    ...about,
    bytes,
    contentType: contentTypeFor(response.headers.get('content-type') ?? '', format),
    etag: await tagOf(bytes),
    validators: validatorsOf(response, chain.url),
    cors: chain.cors,
  };
}

/**
 * Taken anew from every answer, even when the body is the same: a publisher may change them alone.
 * @param {Response} response
 * @param {URL} url
 * @returns {import('./headers.js').Validators}
 */
function validatorsOf(response, url) {
  const etag = response.headers.get('etag');
  const lastModified = response.headers.get('last-modified');
  return { url: url.href, ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

/**
 * A strong entity tag: half a SHA-256 of the body (RFC 9110 §8.8.3).
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function tagOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 16);
  return `"${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}
