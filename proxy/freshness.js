/**
 * What a publisher said about time comes in, when the feed may be asked for again goes out (RFC 9111 §4.2, RFC 9110 §10.2.3).
 * Times are milliseconds since 1970, spans are seconds. The timestamps are our own: no shared cache is trusted with them.
 */

const hourS = 3600;
const dayS = 86400;
/** A header may be wrong by months: nobody waits longer than this for news, or for a publisher who asked for quiet. */
const maxFreshS = dayS;
const maxRetryAfterS = 2 * dayS;
/** How long a copy stays usable while its publisher fails. */
const maxStaleS = 7 * dayS;
/** How long after its time a copy is shown at once, while it is asked for anew (RFC 5861 §3). */
const maxWhileS = hourS;
/** After so long without a change, a publisher whose answers cannot be asked for conditionally is asked once a day. */
const restlessS = 7 * dayS;

/**
 * @param {object} answer
 * @param {Headers} answer.headers
 * @param {number} answer.unchangedMs     how long the feed has been the same
 * @param {boolean} answer.conditional    it carries validators
 * @param {number} now
 * @param {number} minIntervalS
 * @param {number} [spread]   0 to 1: feeds that were fetched together shall not all be due together
 * @returns {{ earliest: number, next: number }}   earliest: not before, even if a reader insists; next: not before, else
 */
export function afterAnswer({ headers, unchangedMs, conditional }, now, minIntervalS, spread = 0) {
  const asleep = !conditional && unchangedMs >= restlessS * 1000 && minIntervalS >= hourS;
  const freshS = Math.min(lifetimeS(headers) ?? 0, maxFreshS);
  const waitS = Math.max(minIntervalS, asleep ? dayS : freshS);
  return {
    earliest: now + minIntervalS * 1000,
    next: now + Math.round(waitS * (1 + Math.max(0, spread) / 10)) * 1000,
  };
}

/**
 * A publisher who answered with an error is asked half as often each time, up to once a day; one who was not reached,
 * or not in time, is tried again sooner. No interval is longer for a feed of one's own (minIntervalS 0), but one that
 * hangs: everybody would wait for it each time.
 * @param {{ code: string, retryAfter?: number }} failure
 * @param {number} failures   in a row, this one included
 * @param {number} now
 * @param {number} minIntervalS
 * @returns {{ earliest: number, next: number }}
 */
export function afterFailure(failure, failures, now, minIntervalS) {
  const unheard = failure.code === 'unreachable' || failure.code === 'timeout';
  const hangs = failure.code === 'timeout';
  const firstS = hangs ? 60 : unheard ? Math.min(60, minIntervalS) : minIntervalS;
  const mostS = unheard ? Math.max(hourS, minIntervalS) : Math.max(dayS, minIntervalS);
  const waitS = Math.max(Math.min(firstS * 2 ** (failures - 1), mostS), failure.retryAfter ?? 0);
  return { earliest: now + waitS * 1000, next: now + waitS * 1000 };
}

/**
 * Seconds from Retry-After, which is a number of seconds or a date (RFC 9110 §10.2.3).
 * @param {string | null} value
 * @param {number} now
 * @returns {number | undefined}
 */
export function retryAfterS(value, now) {
  if (value === null) return undefined;
  const seconds = /^\s*\d+\s*$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.ceil(Math.min(Math.max(seconds, 0), maxRetryAfterS));
}

/**
 * @param {number} fetched
 * @param {number} now
 */
export function isUsable(fetched, now) {
  return now - fetched <= maxStaleS * 1000;
}

/**
 * May a copy be shown while it is asked for anew? Not to those who are back after a long while, and want news.
 * @param {{ next: number, copy?: { fetched: number } }} entry
 * @param {number} now
 * @param {number} minIntervalS
 */
export function isShownMeanwhile({ next, copy }, now, minIntervalS) {
  const whileS = Math.min(maxWhileS, minIntervalS);
  return copy !== undefined && isUsable(copy.fetched, now) && now < next + whileS * 1000;
}

/**
 * Cache-Control of a feed: until it may be asked for again, at least a minute and at most an hour; a feed that may be
 * asked for at any time is not kept, so that a reload shows what changed (RFC 5861 for the two stale extensions).
 * @param {number} waitS   until then
 * @param {number} minIntervalS
 */
export function cacheControlFor(waitS, minIntervalS) {
  const restS = Math.min(Math.max(waitS, Math.min(60, minIntervalS)), hourS);
  if (restS <= 0) return 'no-cache';
  return `public, max-age=${restS}, stale-while-revalidate=${maxWhileS}, stale-if-error=${maxStaleS}`;
}

/**
 * What is left of the freshness a publisher promised: s-maxage, else max-age, else Expires, less the answer's Age.
 * @param {Headers} headers
 * @returns {number | undefined}
 */
function lifetimeS(headers) {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-(cache|store)\b/i.test(control)) return 0;
  const age = Number(headers.get('age')) || 0;
  const most = /\bs-maxage\s*=\s*"?(\d+)/i.exec(control) ?? /\bmax-age\s*=\s*"?(\d+)/i.exec(control);
  if (most) return Number(most[1]) - age;
  const until = (Date.parse(headers.get('expires') ?? '') - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isNaN(until) ? undefined : until - age;
}

/**
 * Who kept us waiting in vain last time gets half the time, so that a few that hang do not hold up a whole planet at each refresh;
 * every third time all of it, for those that are slow and not gone.
 * @param {{ failures: number, failure?: { code: string } } | undefined} entry
 * @param {number} timeoutMs
 * @returns {number}
 */
export const patienceFor = (entry, timeoutMs) =>
  entry?.failure?.code === 'timeout' && entry.failures % 3 !== 0 ? timeoutMs / 2 : timeoutMs;
