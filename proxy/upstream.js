/**
 * A feed's URL and the validators of its last copy come in, what its publisher answered goes out: redirects are followed
 * by hand and each hop is judged like the first (RFC 9110 §15.4), the whole within one deadline.
 *
 * @typedef {import('./cache.js').Failure} Failure
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {import('./headers.js').Validators} Validators
 * @typedef {import('./sniff.js').FeedKind} FeedKind
 *
 * @typedef {object} Chain                 where the redirects led
 * @property {URL} url
 * @property {boolean} moved
 * @property {boolean} permanent           all of them were
 * @property {boolean} cors                each answer lets any page read it
 *
 * @typedef {{ kind: 'fresh', response: Response, chain: Chain, bytes: Uint8Array<ArrayBuffer>, format: FeedKind }} Fresh
 * @typedef {{ kind: 'unchanged', response: Response, chain: Chain }} Unchanged
 * @typedef {{ kind: 'failed', failure: Failure, url: URL }} Failed    url: which answered so
 * @typedef {{ kind: 'refused', failure: Failure }} Refused             by the proxy itself: says nothing of the feed
 * @typedef {{ kind: 'answered', response: Response, chain: Chain }} Answered
 * @typedef {{ kind: 'received', response: Response, chain: Chain, bytes: Uint8Array<ArrayBuffer> }} Received
 *
 * @typedef {(url: string, init: { headers: Record<string, string>, redirect: 'manual', signal: AbortSignal, lifted: boolean }) => Promise<Response>} Fetch
 *   rejects with an error whose `code`, or its cause's, is EBLOCKED where an address is not public; lifted: any address will do
 *
 * @typedef {object} Upstream
 * @property {Settings} settings
 * @property {Fetch} fetch
 * @property {string} userAgent
 * @property {() => number} now
 * @property {import('./admission.js').Admission} admission
 * @property {ReturnType<import('./limits.js').createRoom>} room
 *
 * @typedef {object} Wanted
 * @property {Validators | undefined} validators
 * @property {URL} self
 * @property {number} patienceMs     for all of it
 * @property {boolean} isList         a planet.json will do, too
 */
import { feedLinks } from './alternates.js';
import { retryAfterS } from './freshness.js';
import { allowsAnyOrigin, requestHeaders } from './headers.js';
import { deadline, discard, orAbort, readBody } from './limits.js';
import { checkRedirect, isLifted } from './policy.js';
import { isPlanet, sniff } from './sniff.js';

const maxRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
const permanentRedirects = new Set([301, 308]);

/**
 * @param {URL} url
 * @param {Wanted} wanted
 * @param {Upstream} upstream
 * @returns {Promise<Fresh | Unchanged | Failed | Refused>}
 */
export async function fetchUpstream(url, wanted, upstream) {
  const { signal, clear } = deadline(wanted.patienceMs);
  const way = createWay(url, upstream, signal);
  try {
    const received = await receive(way, wanted, upstream, signal);
    return received.kind === 'received' ? judge(received, wanted, upstream.now()) : received;
  } finally {
    way.leave();
    clear();
  }
}

/**
 * Where a request stands: one host at a time, left when it moves on.
 * @param {URL} url
 * @param {Upstream} upstream
 * @param {AbortSignal} signal
 */
function createWay(url, { admission }, signal) {
  let leave = () => {};
  /** @type {Chain} */
  const chain = { url, moved: false, permanent: true, cors: true };
  return {
    chain,
    leave: () => leave(),
    /** @returns {Promise<Failure | undefined>} */
    async enter() {
      leave();
      leave = () => {};
      const admitted = await admission.host(chain.url, signal);
      if (admitted.kind === 'refused') return admitted.failure;
      leave = admitted.leave;
      return undefined;
    },
  };
}

/**
 * All that touches the network: what breaks here is the way's fault, not ours.
 * @param {ReturnType<typeof createWay>} way
 * @param {Wanted} wanted
 * @param {Upstream} upstream
 * @param {AbortSignal} signal
 * @returns {Promise<Received | Failed | Refused>}
 */
async function receive(way, wanted, upstream, signal) {
  const { chain } = way;
  try {
    const answer = await follow(way, wanted, upstream, signal);
    if (answer.kind !== 'answered') return answer;
    if (!carriesFeed(answer.response.status)) {
      discard(answer.response);
      return { ...answer, kind: 'received', bytes: new Uint8Array() };
    }
    const body = await readBody(answer.response, upstream.settings.maxBytes, signal, upstream.room);
    if (body.kind === 'ok') return { ...answer, kind: 'received', bytes: body.bytes };
    if (body.code === 'busy') return { kind: 'refused', failure: { code: 'busy', retryAfter: 1 } };
    return failed(body.code, chain.url);
  } catch (error) {
    if (signal.aborted) return failed('timeout', chain.url);
    return failed(isBlocked(error) ? 'forbidden-target' : 'unreachable', chain.url);
  }
}

/**
 * @param {ReturnType<typeof createWay>} way
 * @param {Wanted} wanted
 * @param {Upstream} upstream
 * @param {AbortSignal} signal
 * @returns {Promise<Answered | Failed | Refused>}
 */
async function follow(way, { validators, self }, { settings, fetch, userAgent }, signal) {
  const { chain } = way;
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const refusal = await way.enter();
    if (refusal) return { kind: 'refused', failure: refusal };
    const own = validators?.url === chain.url.href ? validators : undefined;
    const headers = requestHeaders(userAgent, own);
    const lifted = isLifted(chain.url, settings);
    const asked = fetch(chain.url.href, { headers, redirect: 'manual', signal, lifted });
    const response = await orAbort(asked, signal);
    // A 304 seldom repeats the CORS headers (RFC 9110 §15.4.5): what the copy came with still holds.
    chain.cors &&= response.status === 304 || allowsAnyOrigin(response.headers);
    if (!redirects.has(response.status)) return { kind: 'answered', response, chain };
    discard(response);
    const verdict = checkRedirect(response.headers.get('location'), chain.url, settings, self);
    if (verdict.kind === 'failed') return failed(verdict.code, chain.url);
    chain.url = verdict.url;
    chain.moved = true;
    chain.permanent &&= permanentRedirects.has(response.status);
  }
  return failed('bad-redirect', chain.url);
}

/**
 * @param {Received} received
 * @param {Wanted} wanted
 * @param {number} now
 * @returns {Fresh | Unchanged | Failed}
 */
function judge({ response, chain, bytes }, { validators, isList }, now) {
  const { status, headers } = response;
  if (status === 304 && validators?.url === chain.url.href) return { kind: 'unchanged', response, chain };
  if (!carriesFeed(status)) {
    if (status === 508 && headers.get('x-feed-error') === 'loop') return failed('loop', chain.url);
    const retryAfter = retryAfterS(headers.get('retry-after'), now);
    return failed(status === 410 ? 'gone' : 'upstream-status', chain.url, {
      upstreamStatus: status,
      ...(retryAfter !== undefined && { retryAfter }),
    });
  }
  const format = isList && isPlanet(bytes) ? 'json' : sniff(bytes);
  if (format && format !== 'html') return { kind: 'fresh', response, chain, bytes, format };
  const alternates = format === 'html' ? feedLinks(bytes, headers.get('content-type') ?? '', chain.url) : [];
  return failed('not-a-feed', chain.url, alternates.length ? { alternates } : {});
}

/**
 * 200, and 203 where a proxy on the publisher's side had its hands on it (RFC 9110 §15.3.4).
 * @param {number} status
 */
function carriesFeed(status) {
  return status === 200 || status === 203;
}

/**
 * @param {Failure['code']} code
 * @param {URL} url
 * @param {Omit<Failure, 'code'>} [details]
 * @returns {Failed}
 */
function failed(code, url, details) {
  return { kind: 'failed', failure: { code, ...details }, url };
}

/** @param {unknown} error */
function isBlocked(error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === 'EBLOCKED') return true;
  }
  return false;
}
