/** The posts of a page as headlines alone, grouped by how long ago: today, this week, this month, then month by month. */
import { html } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { lineView } from './entry-view.js';

/** @import { EntryView, View } from '../model.js' */
/** @import { Scene } from './scene.js' */

const DAY_MS = 86_400_000;

/**
 * @param {Pick<View, 'days' | 'entries'>} view
 * @param {string} today    YYYY-MM-DD, by the reader's clock
 * @returns {{ group: 'today' | 'week' | 'month' | string, entries: EntryView[] }[]}   any other group: YYYY-MM
 */
export function groupTitles(view, today) {
  const now = Date.parse(`${today}T00:00Z`);
  const groupOf = (/** @type {string} */ date) => {
    const days = (now - Date.parse(`${date}T00:00Z`)) / DAY_MS;
    if (days <= 0) return 'today';
    if (days < 7) return 'week';
    return date.slice(0, 7) === today.slice(0, 7) ? 'month' : date.slice(0, 7);
  };
  /** @type {Map<string, EntryView[]>} */
  const groups = new Map();
  for (const { date, runs } of view.days)
    for (const index of runs.flatMap(({ entries }) => entries)) {
      const group = groupOf(date);
      groups.set(group, [...(groups.get(group) ?? []), view.entries[index]]);
    }
  return [...groups].map(([group, entries]) => ({ group, entries }));
}

/** @param {Scene} scene */
export function titlesView(scene) {
  const { dates, view, words } = scene;
  return repeat(
    groupTitles(view, scene.today),
    ({ group }) => group,
    ({ group, entries }) =>
      html`<section class="day titles">
        <h2>${words.ago[/** @type {keyof typeof words.ago} */ (group)] ?? dates.month(group)}</h2>
        ${repeat(
          entries,
          ({ key }) => key,
          (entry) => lineView(scene, entry),
        )}
      </section>`,
  );
}
