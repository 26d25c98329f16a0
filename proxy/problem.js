/**
 * A machine word comes in, an application/problem+json answer goes out (RFC 9457). Titles are fixed texts:
 * nothing an upstream, a resolver or a stack said reaches a client.
 *
 * @typedef {keyof typeof problems} ProblemCode
 * @typedef {import('./headers.js').Answer} Answer
 *
 * @typedef {object} ProblemDetails
 * @property {number} [upstreamStatus]
 * @property {number} [retryAfter]                                 seconds
 * @property {import('./alternates.js').Alternate[]} [alternates]   feeds an HTML page names
 */

/** Status, how long a client may keep the answer (0: not at all), and what it says. */
export const problems = /** @type {const} */ ({
  'bad-url': [
    400,
    0,
    'The parameter url must be one absolute http or https URL without user name or password.',
  ],
  'forbidden-target': [403, 0, 'This proxy does not fetch that address.'],
  'forbidden-origin': [403, 0, 'This proxy does not answer pages of that origin.'],
  'not-found': [404, 0, 'There is nothing here; feeds are at v1/feed?url=.'],
  method: [405, 0, 'Only GET, HEAD and OPTIONS are answered.'],
  'url-too-long': [414, 0, 'A feed URL has at most 2048 characters.'],
  'rate-limited': [429, 0, 'Too many feeds were asked for; this one can be asked for later.'],
  internal: [500, 0, 'The proxy failed.'],
  unreachable: [502, 60, 'The server of the feed could not be reached.'],
  'upstream-status': [502, 300, 'The server of the feed answered with an error.'],
  gone: [502, 86400, 'The feed is gone for good.'],
  'bad-redirect': [502, 300, 'The server of the feed redirects in a way that cannot be followed.'],
  'too-large': [502, 3600, 'The feed is larger than this proxy passes on.'],
  'not-a-feed': [502, 3600, 'What stands there is not a feed.'],
  busy: [503, 0, 'Too many feeds are being fetched right now.'],
  timeout: [504, 60, 'The server of the feed took too long.'],
  loop: [508, 0, 'The request leads back to a proxy of this kind.'],
});

/**
 * @param {ProblemCode} code
 * @param {ProblemDetails} [details]
 * @param {number} [maxAgeS]   shorter than the code's own, when it will be tried again sooner
 * @returns {Answer}
 */
export function problem(code, details = {}, maxAgeS = Infinity) {
  const [status, ownAgeS, title] = problems[code];
  const ageS = Math.min(ownAgeS, maxAgeS);
  /** @type {Record<string, string>} */
  const headers = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': ageS > 0 ? `public, max-age=${ageS}` : 'no-store',
    'X-Feed-Error': code,
  };
  if (details.upstreamStatus !== undefined)
    headers['X-Feed-Upstream-Status'] = String(details.upstreamStatus);
  if (details.retryAfter !== undefined) headers['Retry-After'] = String(details.retryAfter);
  return { status, headers, body: JSON.stringify({ code, title, status, ...details }) };
}
