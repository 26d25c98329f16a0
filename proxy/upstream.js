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
 * @typedef {{ kind: 'failed', failure: Failure }} Failed
 * @typedef {{ kind: 'answered', response: Response, chain: Chain }} Answered
 * @typedef {{ kind: 'received', response: Response, chain: Chain, bytes: Uint8Array<ArrayBuffer> }} Received
 *
 * @typedef {(url: string, init: { headers: Record<string, string>, redirect: 'manual', signal: AbortSignal }) => Promise<Response>} Fetch
 *   rejects with an error whose `code`, or its cause's, is EBLOCKED where an address is not public
 *
 * @typedef {object} Upstream
 * @property {Settings} settings
 * @property {Fetch} fetch
 * @property {string} userAgent
 * @property {() => number} now
 */
import { feedLinks } from './alternates.js';
import { retryAfterS } from './freshness.js';
import { allowsAnyOrigin, requestHeaders } from './headers.js';
import { deadline, discard, orAbort, readBody } from './limits.js';
import { checkRedirect } from './policy.js';
import { sniff } from './sniff.js';

const maxRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
const permanentRedirects = new Set([301, 308]);

/**
 * @param {URL} url
 * @param {Validators | undefined} validators
 * @param {URL} self
 * @param {Upstream} upstream
 * @returns {Promise<Fresh | Unchanged | Failed>}
 */
export async function fetchUpstream(url, validators, self, upstream) {
  const received = await receive(url, validators, self, upstream);
  return received.kind === 'failed' ? received : judge(received, validators, upstream.now());
}

/**
 * All that touches the network: what breaks here is the way's fault, not ours.
 * @param {URL} url
 * @param {Validators | undefined} validators
 * @param {URL} self
 * @param {Upstream} upstream
 * @returns {Promise<Received | Failed>}
 */
async function receive(url, validators, self, upstream) {
  const { timeoutMs, maxBytes } = upstream.settings;
  const { signal, clear } = deadline(timeoutMs);
  try {
    const answer = await follow(url, validators, self, upstream, signal);
    if (answer.kind === 'failed') return answer;
    if (!carriesFeed(answer.response.status)) {
      discard(answer.response);
      return { ...answer, kind: 'received', bytes: new Uint8Array() };
    }
    const body = await readBody(answer.response, maxBytes, signal);
    return body.kind === 'failed' ? failed(body.code) : { ...answer, kind: 'received', bytes: body.bytes };
  } catch (error) {
    if (signal.aborted) return failed('timeout');
    return failed(isBlocked(error) ? 'forbidden-target' : 'unreachable');
  } finally {
    clear();
  }
}

/**
 * @param {URL} first
 * @param {Validators | undefined} validators
 * @param {URL} self
 * @param {Upstream} upstream
 * @param {AbortSignal} signal
 * @returns {Promise<Answered | Failed>}
 */
async function follow(first, validators, self, { settings, fetch, userAgent }, signal) {
  const chain = { url: first, moved: false, permanent: true, cors: true };
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const own = validators?.url === chain.url.href ? validators : undefined;
    const headers = requestHeaders(userAgent, own);
    const response = await orAbort(fetch(chain.url.href, { headers, redirect: 'manual', signal }), signal);
    // A 304 seldom repeats the CORS headers (RFC 9110 §15.4.5): what the copy came with still holds.
    chain.cors &&= response.status === 304 || allowsAnyOrigin(response.headers);
    if (!redirects.has(response.status)) return { kind: 'answered', response, chain };
    discard(response);
    const verdict = checkRedirect(response.headers.get('location'), chain.url, settings, self);
    if (verdict.kind === 'failed') return failed(verdict.code);
    chain.url = verdict.url;
    chain.moved = true;
    chain.permanent &&= permanentRedirects.has(response.status);
  }
  return failed('bad-redirect');
}

/**
 * @param {Received} received
 * @param {Validators | undefined} validators
 * @param {number} now
 * @returns {Fresh | Unchanged | Failed}
 */
function judge({ response, chain, bytes }, validators, now) {
  const { status, headers } = response;
  if (status === 304 && validators?.url === chain.url.href) return { kind: 'unchanged', response, chain };
  if (!carriesFeed(status)) {
    if (status === 508 && headers.get('x-feed-error') === 'loop') return failed('loop');
    const retryAfter = retryAfterS(headers.get('retry-after'), now);
    return failed(status === 410 ? 'gone' : 'upstream-status', {
      upstreamStatus: status,
      ...(retryAfter !== undefined && { retryAfter }),
    });
  }
  const format = sniff(bytes);
  if (format && format !== 'html') return { kind: 'fresh', response, chain, bytes, format };
  const alternates = format === 'html' ? feedLinks(bytes, headers.get('content-type') ?? '', chain.url) : [];
  return failed('not-a-feed', alternates.length ? { alternates } : {});
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
 * @param {Omit<Failure, 'code'>} [details]
 * @returns {Failed}
 */
function failed(code, details) {
  return { kind: 'failed', failure: { code, ...details } };
}

/** @param {unknown} error */
function isBlocked(error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === 'EBLOCKED') return true;
  }
  return false;
}
