/** Days that a reader folds away, and the line above what was there at the last visit → a day's button, and the line. */
import { html, nothing } from 'lit/html.js';

/**
 * @import { Words } from '../locales/en.js'
 * @import { EntryView } from '../model.js'
 * @import { Dates } from '../render/dates.js'
 * @import { Folding } from '../render/scene.js'
 * @import { Reading } from './reading.js'
 */

/**
 * @param {object} env
 * @param {Reading} env.reading
 * @param {Words} env.words
 * @param {Dates} env.dates
 * @param {string} env.locale
 * @param {EntryView[]} env.entries    of the view, the newest first
 * @param {() => void} env.onChange
 * @returns {Folding}
 */
export function createFolding({ reading, words, dates, locale, entries, onChange }) {
  const below = firstOld(entries, reading);
  const { lastVisit } = reading;
  return {
    isFolded: reading.isFolded,

    button(day, entries, open) {
      const folded = entries.length - open.length;
      const act = (/** @type {() => void} */ change) => () => {
        change();
        onChange();
      };
      const unfold = act(() => reading.unfold(day));
      return html` ${
          folded && open.length
            ? html`<button type="button" class="folded" @click=${unfold}>${words.folded(folded)}</button>`
            : nothing
        }<button
          type="button"
          class="fold"
          aria-expanded=${open.length > 0}
          aria-label=${words.postsOf(dates.day(day))}
          @click=${open.length ? act(() => reading.fold(day, entries)) : unfold}
        >
          ${open.length ? nothing : words.postCount(folded)}
        </button>`;
    },

    lineBefore: (entry) =>
      entry === below && lastVisit
        ? html`<p class="last-visit">${words.lastVisit(moment(lastVisit, locale))}</p>`
        : nothing,
  };
}

/** @param {number} seconds   UTC @param {string} locale   shown by the reader's clock */
const moment = (seconds, locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(seconds * 1000);

/** Nothing new, or nothing but new: no line. @param {EntryView[]} entries @param {Reading} reading */
function firstOld(entries, { isNew }) {
  const first = entries.findIndex((entry) => !isNew(entry));
  return first > 0 ? entries[first] : undefined;
}
