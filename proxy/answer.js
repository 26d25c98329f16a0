/**
 * What is known of a feed comes in, the answer to a reader goes out: a usable copy, however old its publisher's last good
 * word, beats an error.
 *
 * @typedef {import('./cache.js').Copy} Copy
 * @typedef {import('./feeds.js').Lookup} Lookup
 * @typedef {import('./headers.js').Answer} Answer
 */
import { cacheControlFor, isUsable } from './freshness.js';
import { acceptsGzip, gzipTag, isNotModified } from './headers.js';
import { problem } from './problem.js';

/** Failures that a copy of before does not paper over: they say what the proxy will not do, not what it could not. */
const refusals = new Set(['forbidden-target', 'loop']);

/**
 * @param {Lookup} lookup
 * @param {Request} request
 * @param {number} now
 * @param {number} minIntervalS
 * @returns {Answer}
 */
export function answerOf(lookup, request, now, minIntervalS) {
  const { entry } = lookup;
  const failure = lookup.kind === 'refused' ? lookup.failure : entry?.failure;
  const copy = entry?.copy && isUsable(entry.copy.fetched, now) ? entry.copy : undefined;
  const waitS =
    failure?.code === 'gone' ? Infinity : Math.max(0, Math.ceil(((entry?.next ?? 0) - now) / 1000));
  if (failure && (!copy || refusals.has(failure.code))) {
    const { code, ...details } = failure;
    if (lookup.kind === 'known' && details.retryAfter !== undefined) details.retryAfter = waitS;
    return problem(code, details, lookup.kind === 'known' ? waitS : 0);
  }
  if (!entry || !copy) throw new Error('an entry holds neither a copy nor a failure');
  const gzip = copy.gzip && acceptsGzip(request.headers) ? copy.gzip : undefined;
  /** @type {Record<string, string>} */
  const headers = {
    ETag: gzip ? gzipTag(copy.etag) : copy.etag,
    ...about(copy),
    Age: String(Math.max(0, Math.floor((now - copy.fetched) / 1000))),
    'Cache-Control': cacheControlFor(waitS, minIntervalS),
    'X-Feed-Cache': failure ? 'stale-error' : lookup.kind === 'known' ? lookup.how : 'hit',
  };
  if (waitS < Infinity) headers['X-Feed-Next'] = isoDate(entry.next);
  if (failure) {
    headers['X-Feed-Error'] = failure.code;
    if (failure.upstreamStatus) headers['X-Feed-Upstream-Status'] = String(failure.upstreamStatus);
  }
  if (isNotModified(request.headers, copy)) return { status: 304, headers, body: null };
  const body = gzip ?? copy.bytes;
  headers['Content-Type'] = copy.contentType;
  if (gzip) headers['Content-Encoding'] = 'gzip';
  headers['Content-Length'] = String(body.byteLength);
  return { status: 200, headers, body };
}

/** What does not change with the clock is written once a copy. @type {WeakMap<Copy, Record<string, string>>} */
const written = new WeakMap();

/** @param {Copy} copy */
function about(copy) {
  const known = written.get(copy);
  if (known) return known;
  const modified = Date.parse(copy.validators.lastModified ?? '');
  const headers = {
    // Not as the publisher wrote it: what Date.parse lets pass is more than a date.
    ...(!Number.isNaN(modified) && { 'Last-Modified': new Date(modified).toUTCString() }),
    Vary: 'Accept-Encoding',
    'X-Feed-Url': copy.finalUrl,
    ...(copy.permanentUrl && { 'X-Feed-Permanent-Url': copy.permanentUrl }),
    ...(copy.cors && { 'X-Feed-Cors': '1' }),
    'X-Feed-Fetched': isoDate(copy.fetched),
    'X-Feed-Upstream-Status': String(copy.status),
  };
  written.set(copy, headers);
  return headers;
}

/** @param {number} ms */
function isoDate(ms) {
  return new Date(ms).toISOString();
}
