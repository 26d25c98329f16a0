/**
 * The name of a time zone → its transitions, for the core, which knows offsets and no zones.
 * Intl answers the offset at an instant; the changes between are found by halving.
 */

const MINUTE = 60; // no zone changes within one
const DAY = 86400;
/** Morocco leaves its standard time for about a month each Ramadan: steps must be shorter than the shortest span. */
const STEP = 10 * DAY;
const BEGINNING = -62135596800; // 0001-01-01, before which no feed has posts
const FIRST_YEAR = Date.UTC(1995, 0, 1) / 1000; // weblogs are not older

/** @type {Map<string, [number, number][]>} */
const known = new Map();

/**
 * @param {string} timezone    published, viewer, or an IANA name that Intl knows
 * @param {number} now         UTC seconds; the table reaches two years beyond
 * @returns {[number, number][] | undefined}   [from (UTC seconds), offset (minutes)], ascending; undefined: the offsets the posts were written with
 */
export function zoneTransitions(timezone, now) {
  if (timezone === 'published') return undefined;
  const name = timezone === 'viewer' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : timezone;
  let transitions = known.get(name);
  if (!transitions)
    known.set(name, (transitions = findTransitions(offsetIn(name), FIRST_YEAR, now + 730 * DAY)));
  return transitions;
}

/**
 * @param {(seconds: number) => number} offsetAt
 * @param {number} from
 * @param {number} to
 * @returns {[number, number][]}
 */
function findTransitions(offsetAt, from, to) {
  let offset = offsetAt(from);
  /** @type {[number, number][]} */
  const transitions = [[BEGINNING, offset]];
  for (let at = from; at < to; at += STEP) {
    const next = offsetAt(at + STEP);
    if (next === offset) continue;
    transitions.push([firstMinute(offsetAt, next, at, at + STEP), next]);
    offset = next;
  }
  return transitions;
}

/** @param {(seconds: number) => number} offsetAt @param {number} offset @param {number} before @param {number} after */
function firstMinute(offsetAt, offset, before, after) {
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}

/** @param {string} timeZone @returns {(seconds: number) => number}   minutes */
function offsetIn(timeZone) {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (seconds) => {
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(seconds * 1000)) ?? [];
    return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
  };
}

/** @param {number} seconds   UTC @returns {string}   the reader's own day then, YYYY-MM-DD */
export function dayHere(seconds) {
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
