/**
 * What is known of a feed comes in, the answer to a reader goes out: a usable copy, however old its publisher's last good
 * word, beats an error.
 *
 * @typedef {import('./cache.js').Copy} Copy
 * @typedef {import('./cache.js').Entry} Entry
 * @typedef {import('./cache.js').Failure} Failure
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
  /** Headers are the same for all who ask within a second. @type {WeakMap<Entry, Map<string, Written>>} */
  const written = new WeakMap();

  /**
   * @param {Lookup} lookup
   * @param {Request} request
   * @param {number} now
   * @param {number} minIntervalS
   * @returns {Answer}   whose headers are shared: not to be changed
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
    const body = isNotModified(request.headers, copy) ? null : (gzip ?? copy.bytes);
    const how = failure ? 'stale-error' : lookup.kind === 'known' ? lookup.how : 'hit';
    const ageS = Math.max(0, Math.floor((now - copy.fetched) / 1000));
    const control = { waitS, minIntervalS, ageS, how, failure };
    return { status: body ? 200 : 304, headers: headersOf(entry, copy, body, gzip, control), body };
  };

  /**
   * @param {Entry} entry
   * @param {Copy} copy
   * @param {Uint8Array | null} body
   * @param {Copy['gzip']} gzip
   * @param {Control} control
   */
  function headersOf(entry, copy, body, gzip, control) {
    const forms = written.get(entry) ?? new Map();
    const form = `${control.how}${body ? ' body' : ''}${gzip ? ' gzip' : ''}`;
    const last = forms.get(form);
    if (last && isSame(last.control, control)) return last.headers;
    const headers = {
      ...base,
      ...about(entry, copy),
      ...(body && ofBody(copy, body, gzip)),
      ETag: gzip ? gzipTag(copy.etag) : copy.etag,
      ...ofMoment(control),
    };
    forms.set(form, { control, headers });
    written.set(entry, forms);
    return headers;
  }
}

/**
 * @typedef {{ waitS: number, minIntervalS: number, ageS: number, how: string, failure: Failure | undefined }} Control
 * @typedef {{ control: Control, headers: Record<string, string> }} Written
 *
 * @param {Control} one
 * @param {Control} other
 */
function isSame(one, other) {
  return (
    one.ageS === other.ageS &&
    one.waitS === other.waitS &&
    one.minIntervalS === other.minIntervalS &&
    one.failure === other.failure
  );
}

/** @param {Control} control */
function ofMoment({ waitS, minIntervalS, ageS, how, failure }) {
  return {
    Age: String(ageS),
    'Cache-Control': cacheControlFor(waitS, minIntervalS),
    'X-Feed-Cache': how,
    ...(failure && { 'X-Feed-Error': failure.code }),
    ...(failure?.upstreamStatus && { 'X-Feed-Upstream-Status': String(failure.upstreamStatus) }),
  };
}

/**
 * @param {Copy} copy
 * @param {Uint8Array} body
 * @param {Copy['gzip']} gzip
 */
function ofBody({ contentType }, body, gzip) {
  return {
    'Content-Type': contentType,
    ...(gzip && { 'Content-Encoding': 'gzip' }),
    'Content-Length': String(body.byteLength),
  };
}

/**
 * @param {Lookup} lookup
 * @param {Failure} failure
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
