/**
 * The CORS proxy for feeds: a Request comes in, a Response goes out. Knows no runtime: fetch, cache, clock and log are given.
 *
 * GET|HEAD v1/feed?url=…   a feed of the policy      GET v1/health   is it up      GET /   what this is
 *
 * @typedef {import('./settings.js').ProxyPolicy} ProxyPolicy
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {import('./headers.js').Answer} Answer
 * @typedef {import('./feeds.js').Lookup} Lookup
 * @typedef {import('./cache.js').Copy} Copy
 *
 * @typedef {object} ProxyEnv
 * @property {import('./upstream.js').Fetch} fetch
 * @property {import('./cache.js').Cache} cache
 * @property {() => number} [now]              ms since 1970
 * @property {(event: object) => void} [log]   one event a fetch, none a hit
 * @property {string} [version]                for User-Agent and v1/health
 * @property {string} [mount]                  path the proxy stands at, such as /proxy
 */
import { createFeeds } from './feeds.js';
import { cacheControlFor, isUsable } from './freshness.js';
import { corsFor, guards, insists, isLooped, isNotModified, preflight } from './headers.js';
import { checkTarget } from './policy.js';
import { problem } from './problem.js';
import { intervalOf, readSettings } from './settings.js';

const maxUrlChars = 2048;

/**
 * @param {ProxyPolicy} policy   throws an Error that names the key when it cannot be
 * @param {ProxyEnv} env
 * @returns {(request: Request) => Promise<Response>}
 */
export function createProxy(
  policy,
  { fetch, cache, now = Date.now, log = () => {}, version = '0', mount = '' },
) {
  const settings = readSettings(policy);
  const userAgent = `Planetarium/${version}${settings.contact ? ` (+${settings.contact})` : ''}`;
  const lookUp = createFeeds({ settings, fetch, cache, now, log, userAgent });

  return async (request) => {
    const cors = corsFor(request.headers, settings.origins);
    /** @type {Answer} */
    let answer;
    try {
      answer = cors.allowed ? await route(request) : problem('forbidden-origin');
    } catch (error) {
      log({ event: 'bug', error });
      answer = problem('internal');
    }
    const { Vary = '', ...headers } = answer.headers;
    const vary = [cors.headers.Vary, Vary].filter(Boolean).join(', ');
    return new Response(request.method === 'HEAD' ? null : answer.body, {
      status: answer.status,
      headers: { ...guards, ...headers, ...cors.headers, ...(vary && { Vary: vary }) },
    });
  };

  /**
   * @param {Request} request
   * @returns {Promise<Answer>}
   */
  async function route(request) {
    const url = new URL(request.url);
    const path = url.pathname.startsWith(`${mount}/`) ? url.pathname.slice(mount.length) : null;
    if (path !== '/v1/feed' && path !== '/v1/health' && path !== '/') return problem('not-found');
    if (request.method === 'OPTIONS') return preflight();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const refusal = problem('method');
      return { ...refusal, headers: { ...refusal.headers, Allow: 'GET, HEAD, OPTIONS' } };
    }
    if (path === '/v1/feed') return feed(request, url);
    return path === '/' ? usage() : health();
  }

  /**
   * @param {Request} request
   * @param {URL} asked
   * @returns {Promise<Answer>}
   */
  async function feed(request, asked) {
    if (isLooped(request.headers)) return problem('loop');
    const urls = asked.searchParams.getAll('url');
    if (urls.length !== 1) return problem('bad-url');
    if (urls[0].length > maxUrlChars) return problem('url-too-long');
    const verdict = checkTarget(urls[0], settings, asked);
    if (verdict.kind === 'failed') return problem(verdict.code);
    const lookup = await lookUp(verdict.url, { insist: insists(request.headers), self: asked });
    return answerOf(lookup, request, now(), intervalOf(verdict.url, settings));
  }

  /** @returns {Answer} */
  function health() {
    return text('application/json', JSON.stringify({ ok: true, version }));
  }

  /** @returns {Answer} */
  function usage() {
    const contact = settings.contact ? `Contact: ${settings.contact}\n` : '';
    const scope = settings.open ? 'any public feed' : 'the feeds of its list';
    return text(
      'text/plain; charset=utf-8',
      `Planetarium's proxy passes on ${scope}: GET ${mount}/v1/feed?url=URL, with the URL encoded.\n${contact}`,
    );
  }
}

/** @type {import('./cache.js').Failure} */
const busy = { code: 'busy', retryAfter: 1 };
/** Failures that a copy of before does not paper over: they say what the proxy will not do, not what it could not. */
const refusals = new Set(['forbidden-target', 'loop']);

/**
 * What is known of a feed becomes an answer: a usable copy, however old its publisher's last good word, beats an error.
 * @param {Lookup} lookup
 * @param {Request} request
 * @param {number} now
 * @param {number} minIntervalS
 * @returns {Answer}
 */
function answerOf(lookup, request, now, minIntervalS) {
  const { entry } = lookup;
  const failure = lookup.kind === 'busy' ? busy : entry?.failure;
  const copy = entry?.copy && isUsable(entry.copy.fetched, now) ? entry.copy : undefined;
  const waitS =
    failure?.code === 'gone' ? Infinity : Math.max(0, Math.ceil(((entry?.next ?? 0) - now) / 1000));
  if (failure && (!copy || refusals.has(failure.code))) {
    const { code, ...details } = failure;
    if (code !== 'busy' && details.retryAfter !== undefined) details.retryAfter = waitS;
    return problem(code, details, waitS);
  }
  if (!copy) throw new Error('an entry holds neither a copy nor a failure');
  /** @type {Record<string, string>} */
  const headers = {
    ...about(copy, now),
    'Cache-Control': cacheControlFor(waitS, minIntervalS),
    'X-Feed-Cache': failure ? 'stale-error' : lookup.kind === 'known' ? lookup.how : 'hit',
  };
  if (entry && waitS < Infinity) headers['X-Feed-Next'] = new Date(entry.next).toISOString();
  if (failure) {
    headers['X-Feed-Error'] = failure.code;
    if (failure.upstreamStatus) headers['X-Feed-Upstream-Status'] = String(failure.upstreamStatus);
  }
  if (isNotModified(request.headers, copy)) return { status: 304, headers, body: null };
  headers['Content-Type'] = copy.contentType;
  headers['Content-Length'] = String(copy.bytes.byteLength);
  return { status: 200, headers, body: copy.bytes };
}

/**
 * @param {Copy} copy
 * @param {number} now
 * @returns {Record<string, string>}
 */
function about(copy, now) {
  const modified = copy.validators.lastModified;
  return {
    ETag: copy.etag,
    ...(modified && !Number.isNaN(Date.parse(modified)) && { 'Last-Modified': modified }),
    Age: String(Math.max(0, Math.floor((now - copy.fetched) / 1000))),
    Vary: 'Accept-Encoding',
    'X-Feed-Url': copy.finalUrl,
    ...(copy.permanentUrl && { 'X-Feed-Permanent-Url': copy.permanentUrl }),
    ...(copy.cors && { 'X-Feed-Cors': '1' }),
    'X-Feed-Fetched': new Date(copy.fetched).toISOString(),
    'X-Feed-Upstream-Status': String(copy.status),
  };
}

/**
 * @param {string} type
 * @param {string} body
 * @returns {Answer}
 */
function text(type, body) {
  return { status: 200, headers: { 'Content-Type': type, 'Cache-Control': 'no-store' }, body };
}
