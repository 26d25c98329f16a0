/** The days of a year that have posts → its twelve months as on a wall, each such day a link to its posts. */
import { html, nothing } from 'lit/html.js';
import { formatAddress } from '../../config/address.js';

/** @import { Address } from '../../config/address.js' */
/** @import { Words } from '../../locales/en.js' */
/** @import { Dates } from '../dates.js' */

const DAY_MS = 86_400_000;

/**
 * @param {number} year
 * @param {number} month       0–11
 * @param {number} firstDay    of the week: 1 Monday … 7 Sunday, as Intl counts
 * @returns {(string | undefined)[][]}   weeks of seven days, YYYY-MM-DD; undefined: of another month
 */
export function weeksOf(year, month, firstDay) {
  const start = Date.UTC(year, month, 1);
  const before = (new Date(start).getUTCDay() + 7 - (firstDay % 7)) % 7;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const at = week * 7 + day - before;
      return at < 0 || at >= length ? undefined : new Date(start + at * DAY_MS).toISOString().slice(0, 10);
    }),
  );
}

/** @param {string} locale @returns {number}   1 Monday … 7 Sunday */
export function firstDayOf(locale) {
  try {
    const known = /** @type {any} */ (new Intl.Locale(locale));
    return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
  } catch {
    return 1;
  }
}

/**
 * @param {object} what
 * @param {number} what.year
 * @param {Map<string, number>} what.counts    by day, YYYY-MM-DD
 * @param {Address} what.address               what else filters
 * @param {Words} what.words
 * @param {Dates} what.dates
 */
export function calendarView({ year, counts, address, words, dates }) {
  const firstDay = firstDayOf(words.language);
  const most = Math.max(1, ...counts.values());
  return html`<div class="calendar">${Array.from({ length: 12 }, (_, month) => monthView(month))}</div>`;

  /** @param {number} month */
  function monthView(month) {
    const name = dates.month(`${year}-${String(month + 1).padStart(2, '0')}`);
    return html`<table>
      <caption>
        ${name}
      </caption>
      <tbody>
        ${weeksOf(year, month, firstDay).map(
          (week) =>
            html`<tr>
              ${week.map(dayView)}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** @param {string | undefined} day */
  function dayView(day) {
    if (!day) return html`<td></td>`;
    const count = counts.get(day);
    const number = words.number(Number(day.slice(8)));
    if (!count) return html`<td>${number}</td>`;
    return html`<td>
      <a
        class="heat-${Math.ceil((count / most) * 3)}"
        href=${formatAddress({ ...address, since: day, until: day })}
        aria-label="${dates.day(day)}: ${words.postCount(count)}"
        aria-current=${address.since === day && address.until === day ? 'date' : nothing}
        >${number}</a
      >
    </td>`;
  }
}
