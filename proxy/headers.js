/**
 * What passes between a page, the proxy and a publisher: every header is written here, none is copied wholesale.
 *
 * @typedef {{ status: number, headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer> | null }} Answer
 * @typedef {{ url: string, etag?: string, lastModified?: string }} Validators   verbatim, and the URL that issued them
 * @typedef {import('./sniff.js').FeedKind} FeedKind
 */

// Fetch standard, "CORS-safelisted response-header name": all others must be exposed by name.
const exposed = [
  'Age',
  'ETag',
  'Last-Modified',
  'Retry-After',
  'X-Feed-Cache',
  'X-Feed-Cors',
  'X-Feed-Error',
  'X-Feed-Fetched',
  'X-Feed-Next',
  'X-Feed-Permanent-Url',
  'X-Feed-Upstream-Status',
  'X-Feed-Url',
].join(', ');

const viaName = 'planetarium';
const via = new RegExp(`\\b${viaName}\\b`, 'i');

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

/** On every answer: a feed opened in a tab must not become a page of this origin, and pages with COEP may embed it. */
export const guards = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** @type {{ allowed: boolean, headers: Record<string, string> }} */
export const anyOrigin = {
  allowed: true,
  headers: { 'Access-Control-Expose-Headers': exposed, 'Access-Control-Allow-Origin': '*' },
};

/**
 * May a page of this origin read answers, and how is it told? A refusal is readable too: the page must be able to say why.
 * A request without Origin comes from no page (or from one of our own origin). https://fetch.spec.whatwg.org/#http-cors-protocol
 * @param {Headers} request
 * @param {Set<string> | null} origins
 * @returns {{ allowed: boolean, headers: Record<string, string> }}
 */
export function corsFor(request, origins) {
  if (!origins) return anyOrigin;
  const origin = request.get('origin');
  /** @type {Record<string, string>} */
  const headers = { 'Access-Control-Expose-Headers': exposed, Vary: 'Origin' };
  if (origin !== null) headers['Access-Control-Allow-Origin'] = origin;
  return { allowed: origin === null || origins.has(origin), headers };
}

/**
 * The answer to a preflight. https://fetch.spec.whatwg.org/#cors-preflight-fetch
 * @returns {Answer}
 */
export function preflight() {
  return {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match, If-Modified-Since, Cache-Control',
      'Access-Control-Max-Age': '86400',
      Vary: 'Access-Control-Request-Method, Access-Control-Request-Headers',
    },
    body: null,
  };
}

/**
 * All that a publisher is told. Accept-Encoding is the transport's own affair.
 * @param {string} userAgent
 * @param {Validators | undefined} validators   only those this very URL issued (RFC 9110 §13.1)
 */
export function requestHeaders(userAgent, validators) {
  /** @type {Record<string, string>} */
  const headers = { 'user-agent': userAgent, accept, via: `1.1 ${viaName}` };
  if (validators?.etag) headers['if-none-match'] = validators.etag;
  if (validators?.lastModified) headers['if-modified-since'] = validators.lastModified;
  return headers;
}

/**
 * Has this request been through a proxy of this kind already? (RFC 9110 §7.6.3)
 * @param {Headers} request
 */
export function isLooped(request) {
  return via.test(request.get('via') ?? '');
}

/**
 * The publisher's type where it is one of XML, JSON or plain text, else what the bytes look like. The charset stays:
 * the bytes do, too. SVG and XHTML are XML that a browser would run, so their names are not passed on.
 * @param {string} upstream
 * @param {FeedKind} kind
 */
export function contentTypeFor(upstream, kind) {
  const type = upstream.split(';')[0].trim().toLowerCase();
  const charset = /;\s*charset\s*=\s*"?([\w.:+-]+)/i.exec(upstream)?.[1];
  const isData = /^(application|text)\/(xml|json|plain|[\w.-]+\+(xml|json))$/.test(type);
  const fallback = kind === 'json' ? 'application/feed+json' : 'application/xml';
  const safe = isData && !type.includes('xhtml') && !type.includes('svg') ? type : fallback;
  return charset ? `${safe}; charset=${charset}` : safe;
}

/**
 * Does the reader want it checked now? Pages say so with `max-age=0` (Fetch standard, cache mode "no-cache").
 * @param {Headers} request
 */
export function insists(request) {
  return /\bno-cache\b|\bmax-age\s*=\s*0+\b/i.test(request.get('cache-control') ?? '');
}

/**
 * May the answer be a 304? If-Modified-Since counts only without If-None-Match (RFC 9110 §13.2.2).
 * @param {Headers} request
 * @param {{ etag: string, validators: Validators }} copy
 */
export function isNotModified(request, copy) {
  const tags = request.get('if-none-match');
  if (tags !== null) return holdsTag(tags, copy.etag) || holdsTag(tags, gzipTag(copy.etag));
  const since = Date.parse(request.get('if-modified-since') ?? '');
  return Date.parse(copy.validators.lastModified ?? '') <= since;
}

/**
 * Is an entity tag among those of If-None-Match, weak or strong? (RFC 9110 §13.1.2)
 * @param {string} tags
 * @param {string} etag   strong
 */
export function holdsTag(tags, etag) {
  return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/**
 * Compressed it is another representation, and has a tag of its own (RFC 9110 §8.8.3.3).
 * @param {string} etag
 */
export function gzipTag(etag) {
  return `${etag.slice(0, -1)}-gzip"`;
}

/**
 * Does a client take gzip? (RFC 9110 §12.5.3)
 * @param {Headers} request
 */
export function acceptsGzip(request) {
  const codings = request.get('accept-encoding');
  if (codings === null) return false;
  const named = /(?:^|[,\s])(?:gzip|x-gzip|\*)\s*(?:;\s*q\s*=\s*([\d.]+))?\s*(?:,|$)/i.exec(codings);
  return named !== null && (named[1] === undefined || Number(named[1]) > 0);
}

const maxValidatorChars = 1024;

/**
 * Taken anew from every answer, even when the body is the same: a publisher may change them alone.
 * One of kilobytes is nobody's validator, and would be sent to and fro for as long as the feed lives.
 * @param {Headers} upstream
 * @param {URL} url
 * @returns {Validators}
 */
export function validatorsOf(upstream, url) {
  const etag = upstream.get('etag') ?? '';
  const lastModified = upstream.get('last-modified') ?? '';
  return {
    url: url.href,
    ...(etag && etag.length <= maxValidatorChars && { etag }),
    ...(lastModified && lastModified.length <= maxValidatorChars && { lastModified }),
  };
}

/**
 * Does a publisher let any page read this answer?
 * @param {Headers} upstream
 */
export function allowsAnyOrigin(upstream) {
  return upstream.get('access-control-allow-origin')?.trim() === '*';
}
