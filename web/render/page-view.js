/** A scene → the page: masthead, what is shown, days with their posts, people, topics, foot. */
import { html, noChange, nothing } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { SPANS, formatAddress } from '../config/address.js';
import { cloudView } from './cloud-view.js';
import { densityView } from './density-view.js';
import { dressView } from './dress-view.js';
import { entryView } from './entry-view.js';
import { filtersOf, isFiltered, leadOf } from './heading.js';
import { linkTo } from './links.js';
import { neighboursView, pagerView } from './pager-view.js';
import { muteView, peopleView, personCard } from './people-view.js';
import { feedOf, isReading } from './scene.js';
import { subscribeView } from './subscribe-view.js';
import { titlesView } from './titles-view.js';

/** @import { DayView } from '../model.js' */
/** @import { Scene } from './scene.js' */

/** @param {Scene} scene */
export function pageView(scene) {
  const { words } = scene;
  return html`
    <a class="skip" href="#posts">${words.skip}</a>
    ${mastheadView(scene)} ${progressView(scene)}
    <div class="columns">
      <main id="posts" tabindex="-1">
        ${headingView(scene)}
        <div role="status">${scene.notices.map((sentence) => html`<p class="notice">${sentence}</p>`)}</div>
        ${scene.address.entry || isEmpty(scene) ? nothing : densityView(scene)}
        ${pagerView(scene, words.pagesAbove)}
        <div class="h-feed" aria-busy=${isReading(scene)}>
          ${scene.density === 'titles' && !scene.address.entry ? titlesView(scene) : daysView(scene)}
        </div>
        ${scene.partial === 'posts' ? nothing : html`${pagerView(scene, words.pages)} ${hiddenView(scene)} ${neighboursView(scene)}`}
      </main>
      ${scene.partial === 'posts' ? nothing : asideView(scene)}
    </div>
    ${scene.partial ? nothing : footView(scene)}
  `;
}

/** Nothing has come yet: what is drawn now would be pushed away. @param {Scene} scene */
const isEmpty = ({ partial, view }) => partial === 'posts' && view.entries.length === 0;

/** @param {Scene} scene */
const mastheadView = ({ config, icon, search }) =>
  html`<header class="masthead">
    <h1>
      <a href="#/"><img src=${icon} alt="" width="48" height="48" />${config.title}</a>
    </h1>
    ${config.description ? html`<p>${config.description}</p>` : nothing} ${search}
  </header>`;

/** @param {Scene} scene */
function progressView(scene) {
  const { progress, view, words } = scene;
  const reading = isReading(scene);
  const failed = view.feeds.filter(({ state }) => state.kind === 'failed' || state.kind === 'gone').length;
  const said = reading ? noChange : words.finished(view.total, isFiltered(scene) ? 0 : failed);
  // The status speaks when all is read, and of another count: a voice that counts feeds, or tells after each reading that
  // nothing is new, would drown the posts.
  return html`<progress
      max=${progress.total || 1}
      .value=${progress.done}
      aria-label=${words.progress(progress.done, progress.total)}
      ?hidden=${!reading}
    ></progress>
    <p class="hushed" role="status">${said}</p>`;
}

/** @param {Scene} scene */
function headingView(scene) {
  const filters = filtersOf(scene);
  const { words } = scene;
  if (!isFiltered(scene)) return html`<h2 id="shown" tabindex="-1" class="hushed">${words.posts}</h2>`;
  const person = scene.address.entry ? undefined : feedOf(scene, scene.address.feed);
  return html`<div class="heading">
      <h2 id="shown" tabindex="-1">
        ${leadOf(scene)}
        ${filters.map(
          ({ text, without }) =>
            html`<span class="filter"
              ><bdi>${text}</bdi><a class="out" href=${without} aria-label=${words.without(text)}>×</a></span
            > `,
        )}
      </h2>
      <p><a href="#/">${words.everything}</a></p>
    </div>
    ${person ? personCard(scene, person) : nothing}
    ${scene.address.tag ? muteView(scene, { tag: scene.address.tag }) : nothing}`;
}

/** @param {Scene} scene */
const daysView = (scene) =>
  repeat(
    scene.view.days,
    (day) => day.date,
    (day) => dayView(scene, day),
  );

/** @param {Scene} scene @param {DayView} day */
function dayView(scene, day) {
  const { view, folding } = scene;
  const all = day.runs.flatMap((run) => run.entries.map((index) => ({ run, entry: view.entries[index] })));
  const open = folding ? all.filter(({ entry }) => !folding.isFolded(day.date, entry)) : all;
  const entriesOf = (/** @type {typeof all} */ posts) => posts.map(({ entry }) => entry);
  return html`${open.length ? folding?.lineBefore(open[0].entry) : nothing}
    <section class="day">
      <h2>
        <time datetime=${day.date}>${scene.dates.day(day.date)}</time
        >${folding?.button(day.date, entriesOf(all), entriesOf(open))}
      </h2>
      ${repeat(
        open,
        ({ entry }) => entry.key,
        ({ entry, run }, at) =>
          html`${at ? folding?.lineBefore(entry) : nothing}${entryView(scene, entry, run !== open[at - 1]?.run)}`,
      )}
    </section>`;
}

/** Only for who hides something: what the planet itself leaves out is its own affair. @param {Scene} scene */
const hiddenView = ({ address, mute, view, words }) =>
  mute?.any && view.hidden && !address.hidden && !address.entry
    ? html`<p class="hidden-posts">
        <a href=${formatAddress({ ...address, hidden: true, page: undefined })}
          >${words.hiddenPosts(view.hidden)}</a
        >
      </p>`
    : nothing;

/** @param {Scene} scene */
const asideView = (scene) =>
  html`<aside>
    ${scene.welcome ?? nothing} ${cloudView(scene)} ${peopleView(scene)} ${scene.overview ?? nothing}
    ${linksView(scene)} ${subscribeView(scene)}
  </aside>`;

/** @param {Scene} scene */
function linksView({ config, words }) {
  const views = config.views ?? [];
  const links = config.links ?? [];
  return html`${
    views.length
      ? html`<section aria-labelledby="views">
          <h2 id="views">${words.views}</h2>
          <ul>
            ${views.map(({ name, query }) => html`<li><a href="#/${query.replace(/^#?\/?/, '')}">${name}</a></li>`)}
          </ul>
        </section>`
      : nothing
  }
  ${
    links.length
      ? html`<section aria-labelledby="links">
          <h2 id="links">${words.links}</h2>
          <ul>
            ${links.map(({ title, url }) => html`<li><a href=${linkTo(url) ?? nothing}>${title}</a></li>`)}
          </ul>
        </section>`
      : nothing
  }`;
}

/** @param {Scene} scene */
function footView(scene) {
  const { address, config, words } = scene;
  const rest = { ...address, entry: undefined, page: undefined };
  const owner = config.owner?.name ?? config.owner?.email;
  const mail = config.owner?.email && linkTo(`mailto:${config.owner.email}`);
  return html`<footer>
    <p>
      ${words.readSince}
      ${Object.keys(SPANS).map((span) => {
        const text = words.sinceLinks[/** @type {keyof typeof words.sinceLinks} */ (span)];
        return text
          ? html`<a href=${formatAddress({ ...rest, since: span, asc: true })}>${text}</a> `
          : nothing;
      })}
      (${words.oldestFirst})
    </p>
    ${
      owner || config.link
        ? html`<p>
            ${owner ? (mail ? html`<a href=${mail}>${owner}</a> ` : owner) : nothing}
            ${config.link ? html`<a href=${config.link}>${config.title}</a>` : nothing}
          </p>`
        : nothing
    }
    ${dressView(scene)}
    ${
      scene.onSettings
        ? html`<p>
            <button type="button" class="quiet" aria-haspopup="dialog" @click=${scene.onSettings}>
              ${words.settings}
            </button>
          </p>`
        : nothing
    }
  </footer>`;
}
