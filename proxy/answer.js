/**
 * What is known of a feed comes in, the answer to a reader goes out: a usable copy, however old its publisher's last good
 * word, beats an error.
 *
 * @typedef {import('./cache.js').Copy} Copy
 * @typedef {import('./cache.js').Entry} Entry
 * @typedef {import('./feeds.js').Lookup} Lookup
 * @typedef {import('./headers.js').Answer} Answer
 */
import { cacheControlFor, isUsable } from './freshness.js';
import { acceptsGzip, gzipTag, isNotModified } from './headers.js';
import { problem } from './problem.js';

/** Failures that a copy of before does not paper over: they say what the proxy will not do, not what it could not. */
const refusals = new Set(['forbidden-target', 'loop']);

/**
 * @param {Record<string, string>} base   headers that every answer has
 */
export function createAnswers(base) {
  /** What does not change with the clock is written once an entry and form. @type {WeakMap<Entry, Written>} */
  const written = new WeakMap();

  /**
   * @param {Lookup} lookup
   * @param {Request} request
   * @param {number} now
   * @param {number} minIntervalS
   * @returns {Answer}
   */
  return (lookup, request, now, minIntervalS) => {
    const { entry } = lookup;
    const failure = lookup.kind === 'refused' ? lookup.failure : entry?.failure;
    const copy = entry?.copy && isUsable(entry.copy.fetched, now) ? entry.copy : undefined;
    const waitS =
      failure?.code === 'gone' ? Infinity : Math.max(0, Math.ceil(((entry?.next ?? 0) - now) / 1000));
    if (failure && (!copy || refusals.has(failure.code))) return refusal(lookup, failure, waitS);
    if (!entry || !copy) throw new Error('an entry holds neither a copy nor a failure');
    const gzip = copy.gzip && acceptsGzip(request.headers) ? copy.gzip : undefined;
    const unchanged = isNotModified(request.headers, copy);
    /** @type {Record<string, string>} */
    const headers = {
      ...fixed(entry, copy, unchanged ? null : (gzip ?? copy.bytes)),
      ETag: gzip ? gzipTag(copy.etag) : copy.etag,
      Age: String(Math.max(0, Math.floor((now - copy.fetched) / 1000))),
      'Cache-Control': cacheControlFor(waitS, minIntervalS),
      'X-Feed-Cache': failure ? 'stale-error' : lookup.kind === 'known' ? lookup.how : 'hit',
    };
    if (failure) {
      headers['X-Feed-Error'] = failure.code;
      if (failure.upstreamStatus) headers['X-Feed-Upstream-Status'] = String(failure.upstreamStatus);
    }
    return unchanged
      ? { status: 304, headers, body: null }
      : { status: 200, headers, body: gzip ?? copy.bytes };
  };

  /**
   * @param {Entry} entry
   * @param {Copy} copy
   * @param {Uint8Array | null} body
   * @returns {Record<string, string>}
   */
  function fixed(entry, copy, body) {
    const known = written.get(entry) ?? {};
    written.set(entry, known);
    if (body === null) return (known.none ??= { ...base, ...about(entry, copy) });
    const gzip = body === copy.gzip;
    return (known[gzip ? 'gzip' : 'plain'] ??= {
      ...base,
      ...about(entry, copy),
      'Content-Type': copy.contentType,
      ...(gzip && { 'Content-Encoding': 'gzip' }),
      'Content-Length': String(body.byteLength),
    });
  }
}

/** @typedef {Partial<Record<'gzip' | 'plain' | 'none', Record<string, string>>>} Written */

/**
 * @param {Lookup} lookup
 * @param {import('./cache.js').Failure} failure
 * @param {number} waitS
 */
function refusal({ kind }, failure, waitS) {
  const { code, ...details } = failure;
  if (kind === 'known' && details.retryAfter !== undefined) details.retryAfter = waitS;
  return problem(code, details, kind === 'known' ? waitS : 0);
}

/**
 * @param {Entry} entry
 * @param {Copy} copy
 */
function about({ failure, next }, copy) {
  const modified = Date.parse(copy.validators.lastModified ?? '');
  return {
    // Not as the publisher wrote it: what Date.parse lets pass is more than a date.
    ...(!Number.isNaN(modified) && { 'Last-Modified': new Date(modified).toUTCString() }),
    Vary: 'Accept-Encoding',
    'X-Feed-Url': copy.finalUrl,
    ...(copy.permanentUrl && { 'X-Feed-Permanent-Url': copy.permanentUrl }),
    ...(copy.cors && { 'X-Feed-Cors': '1' }),
    'X-Feed-Fetched': new Date(copy.fetched).toISOString(),
    // A feed that is gone is not asked for again.
    ...(failure?.code !== 'gone' && { 'X-Feed-Next': new Date(next).toISOString() }),
    'X-Feed-Upstream-Status': String(copy.status),
  };
}
