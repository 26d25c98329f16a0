/**
 * One subscription → its bytes, or why not: directly where the feed is known to allow it, else through each proxy in turn.
 * A feed that is known to allow no page to read it is never asked directly: browsers would write that to the console.
 *
 * @import { FeedConfig } from '../config/planet-config.js'
 * @import { Attempt } from '../model.js'
 *
 * @typedef {object} Fresh
 * @property {'fresh'} kind
 * @property {Uint8Array} bytes          decoded from its transfer, as the server wrote them
 * @property {string} [contentType]
 * @property {string} url                after redirects: what relative links resolve against
 * @property {'direct' | 'proxy'} route
 * @property {boolean} [direct]          whether the feed may be asked directly next time; absent: nothing new was learnt
 * @property {string} [moved]            where it stands for good now, says its server
 * @property {Trouble} [trouble]         why these bytes are the proxy's last good ones and not the feed's newest
 *
 * @typedef {{ kind: 'failed', reason: string, status?: number }} Trouble
 *
 * @typedef {object} NotFetched
 * @property {'failed'} kind
 * @property {string} reason             blocked, mixed_content, timeout, too_large, upstream_status, gone, proxy_unreachable, or a proxy's code
 * @property {number} [status]           HTTP status of the feed's own server
 * @property {string} [detail]
 * @property {'direct' | 'proxy'} route
 * @property {boolean} [direct]
 *
 * @typedef {object} FetchEnv
 * @property {typeof fetch} fetch
 * @property {string[]} proxies          templates with `{url}`
 * @property {string} page               the page's own URL
 * @property {number} maxBytes
 * @property {number} timeoutMs          for each attempt
 * @property {AbortSignal} [signal]
 * @property {(attempt: Attempt) => void} [onAttempt]   told of each when it is over
 */
import { readBody } from './read-body.js';
import { startTimer } from './timer.js';

/** Answers after which another proxy would only say the same. */
const FINAL = new Set(['gone', 'too_large', 'not_a_feed']);
/** Failures that speak of the way, not of the feed: a later attempt that speaks of the feed is worth more to a reader. */
const OF_THE_WAY = new Set([
  'blocked',
  'proxy_unreachable',
  'proxy_status',
  'rate_limited',
  'busy',
  'forbidden_origin',
  'forbidden_target',
]);

/**
 * @param {Pick<FeedConfig, 'url' | 'cors'> & { direct?: boolean }} feed    direct: it once was known to allow it
 * @param {FetchEnv} env
 * @returns {Promise<Fresh | NotFetched>}   rejects only when `signal` is aborted
 */
export async function fetchFeed(feed, env) {
  /** @type {NotFetched | undefined} */
  let failure;
  /** @type {boolean | undefined} */
  let direct;
  for (const step of ladder(feed, env)) {
    /** @type {Attempt} */
    const told = { ...step };
    const outcome = await attempt(step, feed.url, env, told);
    env.signal?.throwIfAborted();
    if (outcome.kind === 'failed') Object.assign(told, { reason: outcome.reason, detail: outcome.detail });
    env.onAttempt?.(told);
    if (step.route === 'direct' && outcome.kind === 'failed' && outcome.reason === 'blocked') direct = false;
    if (step.route === 'direct' && outcome.kind === 'fresh') direct = true;
    if (outcome.kind === 'fresh') return withDirect(outcome, outcome.direct ?? direct);
    if (!failure || (OF_THE_WAY.has(failure.reason) && !OF_THE_WAY.has(outcome.reason))) failure = outcome;
    if (FINAL.has(outcome.reason)) break;
  }
  return withDirect(/** @type {NotFetched} */ (failure), direct);
}

/**
 * @template {Fresh | NotFetched} T
 * @param {T} outcome
 * @param {boolean | undefined} direct
 * @returns {T}
 */
const withDirect = (outcome, direct) => (direct === undefined ? outcome : { ...outcome, direct });

/** @typedef {{ route: 'direct' | 'proxy', url: string }} Step */

/**
 * @param {Pick<FeedConfig, 'url' | 'cors'> & { direct?: boolean }} feed
 * @param {FetchEnv} env
 * @returns {Step[]}
 */
function ladder({ url, cors, direct }, { proxies, page }) {
  const own = new URL(url).origin === new URL(page).origin;
  /** @type {Step[]} */
  const through = proxies.map((proxy) => ({
    route: 'proxy',
    url: proxy.replaceAll('{url}', encodeURIComponent(url)),
  }));
  if (own) return [{ route: 'direct', url }];
  return cors || direct || !through.length ? [{ route: 'direct', url }, ...through] : through;
}

/**
 * @param {Step} step
 * @param {string} feedUrl
 * @param {FetchEnv} env
 * @param {Attempt} told   learns what the answer says of itself
 * @returns {Promise<Fresh | NotFetched>}
 */
async function attempt({ route, url }, feedUrl, { fetch, page, maxBytes, timeoutMs, signal }, told) {
  if (page.startsWith('https:') && url.startsWith('http:') && !isLoopback(url))
    return failed(route, 'mixed_content');
  const timer = startTimer(timeoutMs, signal);
  try {
    const response = await fetch(url, { signal: timer.signal, referrerPolicy: 'no-referrer' });
    Object.assign(told, headOf(response, route));
    if (!response.ok) return await refusal(response, route);
    const body = await readBody(response, maxBytes);
    if (!body) return failed(route, 'too_large', { detail: String(maxBytes) });
    const { headers } = response;
    return {
      kind: 'fresh',
      bytes: body,
      ...(headers.get('content-type') && { contentType: String(headers.get('content-type')) }),
      url: (route === 'proxy' ? headers.get('x-feed-url') : response.url) || feedUrl,
      route,
      ...(route === 'proxy' && toldBy(headers, feedUrl)),
    };
  } catch {
    // fetch rejects with a TypeError for every network failure and tells a page no more than that.
    return timer.expired()
      ? failed(route, 'timeout')
      : failed(route, route === 'proxy' ? 'proxy_unreachable' : 'blocked');
  } finally {
    timer.stop();
  }
}

/** @param {Response} response @param {'direct' | 'proxy'} route @returns {Partial<Attempt>} */
function headOf({ headers, status, url }, route) {
  const head = (/** @type {string} */ name) => headers.get(name) ?? undefined;
  const contentType = head('content-type');
  if (route === 'direct') return { status, final: url || undefined, contentType };
  return {
    status: Number(head('x-feed-upstream-status')) || undefined,
    final: head('x-feed-url'),
    contentType,
    cache: head('x-feed-cache'),
    fetched: head('x-feed-fetched'),
  };
}

/**
 * What a proxy says of a feed beside its bytes (docs/proxy.md).
 * @param {Headers} headers
 * @param {string} feedUrl
 * @returns {Pick<Fresh, 'direct' | 'moved' | 'trouble'>}
 */
function toldBy(headers, feedUrl) {
  const moved = headers.get('x-feed-permanent-url') ?? '';
  const reason = headers.get('x-feed-error')?.replaceAll('-', '_');
  const status = reason === 'upstream_status' && Number(headers.get('x-feed-upstream-status'));
  return {
    ...(headers.get('x-feed-cors') === '1' && { direct: true }),
    ...(/^https?:/.test(moved) && moved !== feedUrl && { moved }),
    ...(reason &&
      !OF_THE_WAY.has(reason) && { trouble: { kind: 'failed', reason, ...(status && { status }) } }),
  };
}

/**
 * @param {Response} response
 * @param {'direct' | 'proxy'} route
 * @returns {Promise<NotFetched>}
 */
async function refusal(response, route) {
  const status = response.status;
  if (route === 'direct') {
    await response.body?.cancel();
    return failed(route, status === 410 ? 'gone' : 'upstream_status', { status });
  }
  const problem = await problemOf(response);
  const code = response.headers.get('x-feed-error') ?? problem.code;
  if (typeof code !== 'string' || !code) return failed(route, 'proxy_status', { detail: String(status) });
  if (code === 'not-a-feed') return failed(route, 'not_a_feed', { detail: namesOf(problem.alternates) });
  const upstream = Number(response.headers.get('x-feed-upstream-status') ?? problem.upstreamStatus);
  return failed(route, code.replaceAll('-', '_'), {
    ...(upstream ? { status: upstream } : {}),
    ...(typeof problem.title === 'string' && problem.title ? { detail: problem.title } : {}),
  });
}

/**
 * The core says it alike (src/parse/not_a_feed.cpp), which never sees what a proxy keeps back.
 * @param {unknown} alternates   feeds that a web page names
 */
function namesOf(alternates) {
  const urls = Array.isArray(alternates) ? alternates.map((one) => one?.url).filter(Boolean) : [];
  if (urls.length === 0) return 'not a feed';
  return `a web page, not a feed; it names its feed${urls.length > 1 ? 's' : ''}: ${urls.join(', ')}`;
}

/** RFC 9457. @param {Response} response @returns {Promise<{ code?: unknown, title?: unknown, upstreamStatus?: unknown, alternates?: unknown }>} */
async function problemOf(response) {
  const bytes = await readBody(response, 65536);
  try {
    return Object(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return {};
  }
}

/** Browsers let a secure page read http from the same machine (W3C Secure Contexts §3.1). @param {string} url */
const isLoopback = (url) => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

/**
 * @param {'direct' | 'proxy'} route
 * @param {string} reason
 * @param {{ status?: number, detail?: string }} [more]
 * @returns {NotFetched}
 */
const failed = (route, reason, more) => ({ kind: 'failed', reason, ...more, route });
