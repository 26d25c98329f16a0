/** What a planet holds, counted → the sections below the people: months, a calendar, languages, what many link to. */
import { html, nothing } from 'lit/html.js';
import { formatAddress } from '../../config/address.js';
import { excerpt } from '../excerpt.js';
import { hostOf, linkTo } from '../links.js';
import { calendarView } from './calendar.js';
import { evenMonths, sparkline } from './sparkline.js';

/** @import { Address } from '../../config/address.js' */
/** @import { View } from '../../model.js' */
/** @import { Scene } from '../scene.js' */

/**
 * @typedef {object} Facets          each of the view with the filter aside that it offers; absent: not counted yet
 * @property {NonNullable<View['months']>} [months]
 * @property {NonNullable<View['languages']>} [languages]
 * @property {NonNullable<View['links']>} [links]
 * @property {{ year: number, counts: Map<string, number> }} [calendar]   of the year that was asked for
 */

/** Links shown; the core gives twenty. */
const MOST_LINKED = 7;

/**
 * @param {Scene} scene
 * @param {Facets} facets
 * @param {(year: number) => void} askYear
 */
export function overviewView(scene, facets, askYear) {
  return html`${archiveView(scene, facets, askYear)} ${languagesView(scene, facets)}
  ${linkedView(scene, facets)}`;
}

/** @param {Address} address @returns {Address}   its filters but those of time */
const ofAnyTime = ({ month: _, since: __, until: ___, entry: ____, page: _____, ...rest }) => rest;

/** @param {Scene} scene @param {Facets} facets @param {(year: number) => void} askYear */
function archiveView({ address, words, dates }, { months = [], calendar }, askYear) {
  if (!months.length) return nothing;
  const rest = ofAnyTime(address);
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const open = (address.month ?? address.since ?? months[0].month).slice(0, 4);
  const line = evenMonths(months, months[0].month);
  const best = line.reduce((a, b) => (b.count > a.count ? b : a));
  return html`<section aria-labelledby="archive" class="archive">
    <h2 id="archive">${words.archive}</h2>
    ${sparkline(line, words.perMonth(dates.month(line[0].month), dates.month(months[0].month), best.count, dates.month(best.month)))}
    ${years.map(
      (year) =>
        html`<details ?open=${year === open}>
          <summary>${year}</summary>
          <ul>
            ${months
              .filter(({ month }) => month.startsWith(year))
              .map(
                ({ month, count }) =>
                  html`<li>
                    <a
                      href=${formatAddress({ ...rest, month })}
                      aria-current=${month === address.month ? 'page' : nothing}
                      >${dates.monthAlone(month)}</a
                    >
                    <span class="count" title=${words.postCount(count)}>${words.number(count)}</span>
                  </li>`,
              )}
          </ul>
          ${
            calendar?.year === Number(year)
              ? calendarView({ ...calendar, address: rest, words, dates })
              : html`<button type="button" class="quiet" @click=${() => askYear(Number(year))}>
                  ${words.calendar(year)}
                </button>`
          }
        </details>`,
    )}
  </section>`;
}

/** @param {Scene} scene @param {Facets} facets */
function languagesView({ address, words }, { languages = [] }) {
  if (languages.length < 2 && !address.lang) return nothing;
  const rest = { ...address, entry: undefined, page: undefined };
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  return html`<section aria-labelledby="languages">
    <h2 id="languages">${words.languages}</h2>
    <ul class="counted">
      ${languages.map(
        ({ language, count }) =>
          html`<li>
            <a
              href=${formatAddress({ ...rest, lang: language })}
              aria-current=${language === address.lang ? 'page' : nothing}
              >${language === 'und' ? words.otherLanguages : nameOf(names, language)}</a
            >
            <span class="count" title=${words.postCount(count)}>${words.number(count)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** @param {Intl.DisplayNames} names @param {string} code    as a feed wrote it: anything */
function nameOf(names, code) {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** @param {Scene} scene @param {Facets} facets */
function linkedView({ words }, { links = [] }) {
  if (!links.length) return nothing;
  return html`<section aria-labelledby="linked">
    <h2 id="linked">${words.linked}</h2>
    <ul class="linked">
      ${links.slice(0, MOST_LINKED).map(({ url, title, feeds, entries }) => {
        const href = linkTo(url);
        return html`<li>
          <a href=${href ?? nothing} rel="noopener nofollow ugc">${excerpt(title || url, 80)}</a>
          <p class="state">
            ${href ? `${hostOf(href)} · ` : ''}${words.linkedBy(feeds)}
            ${entries
              .slice(0, 5)
              .map(
                (key, i) =>
                  html`<a href=${formatAddress({ entry: key })} aria-label=${words.linkingPost(i + 1)}
                    >${words.number(i + 1)}</a
                  > `,
              )}
          </p>
        </li>`;
      })}
    </ul>
  </section>`;
}
