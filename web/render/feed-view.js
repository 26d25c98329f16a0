/** A scene → the posts alone, as they stand in another site: by day, by weblog, or one after the other. */
import { html } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { entryView } from './entry-view.js';
import { linkTo } from './links.js';
import { feedOf } from './scene.js';

/** @import { EntryView } from '../model.js' */
/** @import { PostScene } from './scene.js' */

/** @typedef {'day' | 'feed' | 'none'} Grouping */

/** @param {PostScene} scene @param {Grouping} group */
export function feedView(scene, group) {
  const groups =
    group === 'day' ? byDay(scene) : group === 'feed' ? byFeed(scene) : [['', scene.view.entries]];
  return html`<div class="h-feed" part="posts">
    ${repeat(
      /** @type {[string, EntryView[]][]} */ (groups),
      ([key]) => key,
      ([key, entries]) =>
        html`<section class=${group} part="group">
          ${group === 'day' ? html`<h2 part="day"><time datetime=${key}>${scene.dates.day(key)}</time></h2>` : ''}
          ${postsView(scene, entries)}
        </section>`,
    )}
  </div>`;
}

/** @param {PostScene} scene @param {EntryView[]} entries */
const postsView = (scene, entries) =>
  repeat(
    entries,
    ({ key }) => key,
    (entry, at) => entryView(scene, entry, entry.feed !== entries[at - 1]?.feed),
  );

/** @param {PostScene} scene @returns {[string, EntryView[]][]} */
const byDay = ({ view }) =>
  view.days.map(({ date, runs }) => [date, runs.flatMap((run) => run.entries).map((at) => view.entries[at])]);

/** The weblog that spoke last comes first. @param {PostScene} scene @returns {[string, EntryView[]][]} */
function byFeed({ view }) {
  /** @type {Map<string, EntryView[]>} */
  const groups = new Map();
  for (const entry of view.entries) groups.set(entry.feed, [...(groups.get(entry.feed) ?? []), entry]);
  return [...groups];
}

/**
 * Where a link of a post leads outside of a planet's page: to the weblog, to the post; elsewhere there is nothing.
 * @param {import('../model.js').View} view
 * @returns {PostScene['href']}
 */
export const outward = (view) => (address) => {
  if (address.feed) return linkTo(feedOf({ view }, address.feed)?.link);
  return linkTo(address.entry && view.entries.find(({ key }) => key === address.entry)?.link);
};
