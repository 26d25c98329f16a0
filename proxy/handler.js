/**
 * The CORS proxy for feeds: a Request comes in, a Response goes out. Knows no runtime: fetch, cache, clock and log are given.
 *
 * GET|HEAD v1/feed?url=…   a feed of the policy      GET v1/health   is it up      GET metrics   for Prometheus
 * GET /   what this is
 *
 * @typedef {import('./settings.js').ProxyPolicy} ProxyPolicy
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {import('./headers.js').Answer} Answer
 *
 * @typedef {object} ProxyEnv
 * @property {import('./upstream.js').Fetch} fetch
 * @property {import('./cache.js').Cache} cache
 * @property {() => number} [now]              ms since 1970
 * @property {(event: object) => void} [log]   one event a fetch, none a hit
 * @property {() => number} [random]
 * @property {import('./feeds.js').FeedsEnv['gzip']} [gzip]   where nothing between here and the client compresses
 * @property {import('./lists.js').ListsEnv['readFile']} [readFile]
 * @property {number} [roomBytes]             for long bodies on their way, all together
 * @property {() => Record<string, [string, number]>} [gauges]   of the runtime, for metrics
 * @property {string} [version]                for User-Agent and v1/health
 * @property {string} [mount]                  path the proxy stands at, such as /proxy
 *
 * @typedef {object} Caller
 * @property {string} [client]                 address that is held to limits.perClient
 * @property {(job: Promise<unknown>) => void} [waitUntil]   keeps the runtime going for a job that outlives the answer
 *
 * @typedef {(request: Request, caller?: Caller) => Promise<Response>} ProxyHandler
 */
import { createAdmission } from './admission.js';
import { createAnswers } from './answer.js';
import { createFeeds } from './feeds.js';
import { anyOrigin, corsFor, guards, insists, isLooped, preflight } from './headers.js';
import { createRoom } from './limits.js';
import { createLists } from './lists.js';
import { createMetrics } from './metrics.js';
import { checkTarget } from './policy.js';
import { problem } from './problem.js';
import { intervalOf, readSettings } from './settings.js';

const maxUrlChars = 2048;
const mostWanted = 2000;
/** So many of the longest bodies may be on their way at one time; short ones beside them. */
const longBodies = 4;

/**
 * @param {ProxyPolicy | Settings} policy   throws an Error that names the key when it cannot be
 * @param {ProxyEnv} env
 * @returns {ProxyHandler}
 */
export function createProxy(policy, env) {
  const handle = createHandler(policy, env);
  return async (request, caller) => handle(request, caller);
}

/**
 * The same for an adapter that gains by an answer at once, where nothing must be waited for.
 * @param {ProxyPolicy | Settings} policy
 * @param {ProxyEnv} env
 * @returns {(request: Request, caller?: Caller) => Response | Promise<Response>}
 */
export function createHandler(policy, env) {
  const {
    fetch,
    cache,
    now = Date.now,
    log = () => {},
    random = Math.random,
    version = '0',
    mount = '',
  } = env;
  const settings = readSettings(policy);
  const metrics = createMetrics();
  const feeds = createFeeds({
    settings,
    fetch,
    cache,
    now,
    log,
    random,
    metrics,
    gzip: env.gzip,
    admission: createAdmission(settings, now),
    room: createRoom(env.roomBytes ?? longBodies * settings.maxBytes),
    userAgent: `Planetarium/${version}${settings.contact ? ` (+${settings.contact})` : ''}`,
  });
  const base = settings.origins ? guards : { ...guards, ...anyOrigin.headers };
  const answerOf = createAnswers(base);
  const lists = createLists({ settings, lookUp: feeds.lookUp, now, log, readFile: env.readFile });
  /** @type {Record<string, (request: Request, url: URL, caller: Caller) => Answer | Promise<Answer>>} */
  const routes = { '/v1/feed': feed, '/v1/health': health, '/metrics': measured, '/': usage };

  /**
   * What readers ask for they ask for again: request URLs whose reading and judging is done, as long as the list is the same.
   * @type {Map<string, { listed: unknown, feed: (request: Request, caller: Caller) => Answer | Promise<Answer> }>}
   */
  const wanted = new Map();

  return (request, caller = {}) => {
    const cors = corsFor(request.headers, settings.origins);
    try {
      const answer = cors.allowed ? route(request, caller) : problem('forbidden-origin');
      if (!(answer instanceof Promise)) return respond(request, answer, cors.headers);
      return answer.then(
        (found) => respond(request, found, cors.headers),
        (error) => respond(request, failed(error), cors.headers),
      );
    } catch (error) {
      return respond(request, failed(error), cors.headers);
    }
  };

  /** @param {unknown} error */
  function failed(error) {
    log({ event: 'bug', error });
    return problem('internal');
  }

  /**
   * @param {Request} request
   * @param {Answer} answer
   * @param {Record<string, string>} cors
   */
  function respond(request, { status, headers, body }, cors) {
    metrics.answered(headers['X-Feed-Cache'] ?? headers['X-Feed-Error'] ?? 'other');
    // What comes from the cache, which is most, has them already.
    const whole = cors === anyOrigin.headers && 'Access-Control-Allow-Origin' in headers;
    const all = whole ? headers : { ...headers, ...guards, ...cors };
    if (cors.Vary && headers.Vary) all.Vary = `${cors.Vary}, ${headers.Vary}`;
    return new Response(request.method === 'HEAD' ? null : body, { status, headers: all });
  }

  /**
   * @param {Request} request
   * @param {Caller} caller
   * @returns {Answer | Promise<Answer>}
   */
  function route(request, caller) {
    const known = wanted.get(request.url);
    if (known && known.listed === settings.listed && request.method === 'GET') {
      return isLooped(request.headers) ? problem('loop') : known.feed(request, caller);
    }
    const url = new URL(request.url);
    const path = url.pathname.startsWith(`${mount}/`) ? url.pathname.slice(mount.length) : '';
    if (!Object.hasOwn(routes, path)) return problem('not-found');
    if (request.method === 'OPTIONS') return preflight();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const refusal = problem('method');
      return { ...refusal, headers: { ...refusal.headers, Allow: 'GET, HEAD, OPTIONS' } };
    }
    return routes[path](request, url, caller);
  }

  /**
   * @param {Request} request
   * @param {URL} self
   * @param {Caller} caller
   * @returns {Promise<Answer>}
   */
  async function feed(request, self, caller) {
    if (isLooped(request.headers)) return problem('loop');
    const urls = self.searchParams.getAll('url');
    if (urls.length !== 1) return problem('bad-url');
    if (urls[0].length > maxUrlChars) return problem('url-too-long');
    await lists.refresh(self, caller);
    const verdict = checkTarget(urls[0], settings, self);
    if (verdict.kind === 'failed') {
      // What no list names today may be in the one that could not be read.
      const early = verdict.code === 'forbidden-target' && lists.isIncomplete();
      return early ? problem('busy', { retryAfter: 10 }) : problem(verdict.code);
    }
    const { url } = verdict;
    if (wanted.size >= mostWanted) wanted.clear();
    wanted.set(request.url, {
      listed: settings.listed,
      feed: (again, by) => permitted(again, url, self, by),
    });
    return permitted(request, url, self, caller);
  }

  /**
   * @param {Request} request
   * @param {URL} url   may be fetched
   * @param {URL} self
   * @param {Caller} caller
   * @returns {Answer | Promise<Answer>}
   */
  function permitted(request, url, self, { client = '', waitUntil = () => {} }) {
    lists.refresh(self, { client, waitUntil });
    const minIntervalS = intervalOf(url, settings);
    const asking = { insist: insists(request.headers), self, client, waitUntil, minIntervalS };
    const lookup = feeds.lookUp(url, asking);
    if (!(lookup instanceof Promise)) return answerOf(lookup, request, now(), minIntervalS);
    return lookup.then((found) => answerOf(found, request, now(), minIntervalS));
  }

  /**
   * Whoever watches over a proxy has its lists read, also when nobody reads.
   * @param {Request} _request
   * @param {URL} self
   * @param {Caller} caller
   * @returns {Answer}
   */
  function health(_request, self, caller) {
    lists.refresh(self, caller);
    return text('application/json', JSON.stringify({ ok: true, version }));
  }

  /** @returns {Answer} */
  function measured() {
    const { entries = 0, bytes = 0 } = cache.stats?.() ?? {};
    const gauges = {
      upstream_in_flight: gauge('Fetches from publishers under way.', feeds.running()),
      listed_feeds: gauge('Feeds that may be fetched by name.', settings.listed.size),
      ...(cache.stats && {
        cache_entries: gauge('Feeds that are remembered.', entries),
        cache_bytes: gauge('Memory they take.', bytes),
      }),
      ...env.gauges?.(),
    };
    return text('text/plain; version=0.0.4; charset=utf-8', metrics.text(gauges));
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

/**
 * @param {string} help
 * @param {number} value
 * @returns {[string, number]}
 */
function gauge(help, value) {
  return [help, value];
}

/**
 * @param {string} type
 * @param {string} body
 * @returns {Answer}
 */
function text(type, body) {
  return { status: 200, headers: { 'Content-Type': type, 'Cache-Control': 'no-store' }, body };
}
