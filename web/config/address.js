/**
 * The address after `#/` ↔ what it asks for: Feedjack's path grammar, `feed/NICK/tag/TAG/since/WHEN/asc/page/2` in any order.
 * Every view has one canonical address: formatAddress(parseAddress(x)) is it.
 *
 * @import { Query } from '../model.js'
 * @import { Config } from './planet-config.js'
 *
 * @typedef {object} Address
 * @property {string} [feed]     nick
 * @property {string} [author]
 * @property {string} [tag]      lower case
 * @property {string} [search]
 * @property {string} [lang]
 * @property {string} [month]    YYYY-MM
 * @property {string} [since]    YYYY-MM-DD, RFC 3339, or a word of SPANS
 * @property {string} [until]    the same
 * @property {string} [entry]    key
 * @property {boolean} [starred]   what the reader starred
 * @property {boolean} [hidden]    what filters hide, in place of what they let through
 * @property {boolean} [asc]
 * @property {number} [page]     2 and up; the first page has no number
 */

/** Days that the words for a span stand for (Feedjack's). */
export const SPANS = { yesterday: 1, week: 7, '10_days': 10, month: 30, '30_days': 30 };

/** Keys with a value, in the order of the canonical address; FLAGS and `page` follow. */
const KEYS = /** @type {const} */ ([
  'feed',
  'author',
  'tag',
  'search',
  'lang',
  'month',
  'since',
  'until',
  'entry',
]);

const FLAGS = /** @type {const} */ (['starred', 'hidden', 'asc']);

/** @type {Record<string, (value: string) => string | undefined>} */
const READ = {
  tag: (tag) => tag.toLowerCase(),
  lang: (code) => code.toLowerCase(),
  month: (month) => (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? month : undefined),
  since: readWhen,
  until: readWhen,
  entry: (key) => (/^[0-9a-f]{16}$/i.test(key) ? key.toLowerCase() : undefined),
};

/**
 * @param {string} hash    location.hash, or an address without `#/`
 * @returns {{ address: Address, unknown: string[] } | undefined}   what it asks for and the parts that say nothing;
 *   undefined: a plain fragment (`#posts`), no address at all
 */
export function parseAddress(hash) {
  if (/^#[^/]/.test(hash)) return undefined;
  const parts = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean)
    .map(decode);
  /** @type {Record<string, string | number | boolean>} */
  const address = {};
  const unknown = [];
  while (parts.length) {
    const word = /** @type {string} */ (parts.shift());
    const key = word === 'user' ? 'feed' : word;
    if (isFlag(key)) {
      address[key] = true;
      continue;
    }
    const given = isKey(key) || key === 'page' ? parts.shift() : undefined;
    const value =
      given === undefined
        ? undefined
        : key === 'page'
          ? readPage(given)
          : (READ[key] ?? String)(given.trim());
    if (value) address[key] = value;
    else unknown.push(given === undefined ? word : `${word}/${given}`);
  }
  if (address.page === 1) delete address.page;
  return { address, unknown };
}

/** @param {Address} address @returns {string}   `#/…`, the canonical form */
export function formatAddress(address) {
  const parts = KEYS.flatMap((key) => (address[key] ? [key, encode(String(address[key]))] : []));
  for (const flag of FLAGS) if (address[flag]) parts.push(flag);
  if (address.page && address.page > 1) parts.push('page', String(address.page));
  return `#/${parts.join('/')}`;
}

/**
 * @param {Address} address
 * @param {Pick<Config, 'pageSize' | 'order'>} config
 * @param {{ now: number, zone?: [number, number][] }} env    now: UTC seconds; zone: transitions of the view's time zone
 * @returns {Query}
 */
export function queryOf(address, config, { now, zone }) {
  const { feed, author, tag, search, lang, entry, hidden, asc, page, month, since, until } = address;
  const fromDay = [since, month && `${month}-01`].filter(isDay).sort().at(-1);
  const toDay = [until, month && lastDay(month)].filter(isDay).sort()[0];
  return {
    ...(feed && { feed }),
    ...(author && { author }),
    ...(tag && { tag }),
    ...(search && { search }),
    ...(lang && { lang }),
    ...(entry && { entry }),
    ...(since && !isDay(since) && { since: instant(since, now) }),
    ...(until && !isDay(until) && { until: instant(until, now) }),
    ...(fromDay && { fromDay }),
    ...(toDay && { toDay }),
    ...(hidden && { hidden }),
    ...(asc && { asc }),
    ...(page && { page }),
    order: config.order,
    size: config.pageSize,
    ...(zone?.length && { zone }),
    now,
  };
}

/** @param {string} key @returns {key is typeof KEYS[number]} */
const isKey = (key) => /** @type {readonly string[]} */ (KEYS).includes(key);

/** @param {string} key @returns {key is typeof FLAGS[number]} */
const isFlag = (key) => /** @type {readonly string[]} */ (FLAGS).includes(key);

/** @param {string} value */
function readPage(value) {
  return /^[1-9]\d{0,6}$/.test(value) ? Number(value) : undefined;
}

/** @param {string} value */
function readWhen(value) {
  if (Object.hasOwn(SPANS, value)) return value;
  const date = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/i.exec(value);
  if (!date || Number.isNaN(Date.parse(`${value.slice(0, 10)}T00:00Z`))) return undefined;
  const day = value.slice(0, 10);
  // Date.parse takes February 30 for March 1.
  if (new Date(`${day}T00:00Z`).toISOString().slice(0, 10) !== day) return undefined;
  return date[4] ? `${day}T${date[4]}${date[5] ?? ':00'}${(date[6] ?? 'Z').toUpperCase()}` : day;
}

/** A date is a day as the view's clocks show it, from midnight to midnight. @param {string | undefined} when */
const isDay = (when) => /^\d{4}-\d\d-\d\d$/.test(when ?? '');

/** @param {string} when   a time or a word of SPANS @param {number} now @returns {string}   RFC 3339 */
function instant(when, now) {
  const days = Object.hasOwn(SPANS, when) && SPANS[/** @type {keyof typeof SPANS} */ (when)];
  return days ? rfc3339(now - days * DAY) : when;
}

const DAY = 86400;

/** @param {number} seconds */
const rfc3339 = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** @param {string} month */
function lastDay(month) {
  const day = new Date(`${month}-01T00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 1, 0);
  return day.toISOString().slice(0, 10);
}

/** @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a lone percent sign stands for itself
  }
}

/** Keeps what may stand in a fragment readable (RFC 3986 §3.5), escapes the slash that parts the words. @param {string} value */
function encode(value) {
  return encodeURIComponent(
    value.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
  ).replace(/%(?:3A|2C|40|2B|24|3B|3D)/g, decodeURIComponent);
}
