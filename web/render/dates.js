/**
 * Times of the core's views → texts in the page's language. Making an Intl formatter costs far more than using one,
 * so each is made once a page, when it is first wanted.
 *
 * @typedef {object} Dates
 * @property {(date: string) => string} day           YYYY-MM-DD → "June 21, 2008"
 * @property {(local: string) => string} time         YYYY-MM-DDTHH:MM, a wall clock → "11:30 PM"
 * @property {(month: string) => string} month        YYYY-MM → "June 2008"
 * @property {(month: string) => string} monthAlone   YYYY-MM → "June"
 * @property {(instant: string) => string} shortDay   RFC 3339 → "Jun 21, 2008", the day it was written with
 */
import { once } from '../locales/counts.js';

/**
 * @param {string} locale
 * @returns {Dates}
 */
export function datesIn(locale) {
  // Wall clocks come without a zone: read and written as UTC, they stay what they are.
  const timeZone = 'UTC';
  const format = (/** @type {Intl.DateTimeFormatOptions} */ options) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone }));
  const long = format({ dateStyle: 'long' });
  const short = format({ dateStyle: 'medium' });
  const clock = format({ timeStyle: 'short' });
  const alone = format({ month: 'long' });
  const month = format({ year: 'numeric', month: 'long' });
  return {
    day: (date) => written(long, `${date}T00:00Z`, date),
    time: (local) => written(clock, `${local}Z`, local),
    month: (text) => written(month, `${text}-01T00:00Z`, text),
    monthAlone: (text) => written(alone, `${text}-01T00:00Z`, text),
    shortDay: (instant) => written(short, `${instant.slice(0, 10)}T00:00Z`, instant),
  };
}

/** @param {() => Intl.DateTimeFormat} format @param {string} date @param {string} otherwise */
function written(format, date, otherwise) {
  const time = Date.parse(date);
  return Number.isNaN(time) ? otherwise : format().format(time);
}
