/** The feeds of a view → the list of people: face, name, how many posts, and in plain words how the feed does. */
import { html, nothing } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatAddress } from '../config/address.js';
import { excerpt, label } from './excerpt.js';
import { faceOf } from './face.js';
import { hostOf, linkTo } from './links.js';
import { hasOwnNick } from './scene.js';

/** @import { FeedView } from '../model.js' */
/** @import { Scene } from './scene.js' */

/** People of a picture that others follow at once. */
const FIRST = 30;

/** @param {Scene} scene */
export function peopleView(scene) {
  const { view, people = view.feeds, partial, words } = scene;
  return html`<section aria-labelledby="people">
    <h2 id="people">${words.people}</h2>
    <ul class="people">
      ${repeat(
        partial ? people.slice(0, FIRST) : people,
        (feed) => feed.nick,
        (feed) => personView(scene, feed),
      )}
    </ul>
  </section>`;
}

/** @param {Scene} scene @param {FeedView} feed */
function personView(scene, feed) {
  const { address, words } = scene;
  // From a view that shows some of theirs to just these; from one that shows none to all they wrote.
  const target = feed.count ? { ...address, author: undefined, entry: undefined, page: undefined } : {};
  const here = address.feed?.toLowerCase() === feed.nick.toLowerCase();
  const url = linkTo(feed.url);
  const faulty = feed.state.kind === 'ok' && faultOf(feed) ? 'faulty' : '';
  return html`<li class="person ${feed.state.kind} ${faulty}">
    ${faceOf(feed, 36)}
    <p class="who">
      <a href=${formatAddress({ ...target, feed: feed.nick })} aria-current=${here ? 'page' : nothing}
        >${label(feed.name)}</a
      >
      ${hasOwnNick(scene, feed.nick) ? html`<span class="nick">${label(feed.nick)}</span>` : nothing}
    </p>
    <span class="count" title=${words.postCount(feed.count)}>${words.number(feed.count)}</span>
    <p class="state">
      ${stateView(scene, feed)}${url ? html` · <a href=${url} aria-label=${words.feedLink(label(feed.name))}>${words.feed}</a>` : nothing}
    </p>
  </li>`;
}

/** One of them, above the posts that they wrote. @param {Scene} scene @param {FeedView} feed */
export function personCard(scene, feed) {
  const { words } = scene;
  const link = linkTo(feed.link);
  const url = linkTo(feed.url);
  const weblog = label(feed.title ?? (link ? hostOf(link) : ''));
  return html`<div class="card">
    ${faceOf(feed, 64)}
    <p>
      ${weblog && (link ? html`<a href=${link}>${weblog}</a>` : html`<bdi>${weblog}</bdi>`)}
      ${url ? html` · <a href=${url} aria-label=${words.feedLink(label(feed.name))}>${words.feed}</a>` : nothing}
    </p>
    <p class="state">${words.postCount(feed.total)} · ${stateView(scene, feed)}</p>
    ${muteView(scene, { feed: feed.url })}
  </div>`;
}

/** @param {Scene} scene @param {{ feed: string } | { tag: string }} what */
export const muteView = ({ mute, words }, what) =>
  mute
    ? html`<p class="mute">
        <button type="button" class="quiet" @click=${() => mute.toggle(what)}>
          ${mute.is(what) ? words.unmute : words.mute}
        </button>
      </p>`
    : nothing;

/** @param {Scene} scene @param {FeedView} feed */
function stateView(scene, feed) {
  const text = stateText(scene, feed);
  const { onWhy, words } = scene;
  if (!onWhy) return text;
  const ask = () => onWhy({ feed: feed.nick });
  // A sentence breaks over lines as text does; what is in a <button> stays a block.
  return html`<span
    role="button"
    tabindex="0"
    class="why"
    title=${words.whyFeed(label(feed.name))}
    aria-haspopup="dialog"
    @click=${ask}
    @keydown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      ask();
    }}
    >${text}</span
  >`;
}

/** What broke the document, of which posts may be missing: a fault that has no place cost nothing. @param {FeedView} feed */
const faultOf = (feed) => (feed.problems ?? []).find(({ line }) => line);

/** @param {Pick<Scene, 'words' | 'dates'>} scene @param {FeedView} feed @returns {string} */
export function stateText({ words, dates }, feed) {
  const { state } = words;
  const { kind, since } = feed.state;
  if (kind === 'ok') {
    const text = feed.newest ? state.lastPost(dates.shortDay(feed.newest)) : state.noPosts;
    const { reason, detail } = feed.state;
    if (reason === 'moved' && detail) return state.moved(text, label(detail));
    const fault = faultOf(feed);
    return fault?.line ? state.faulty(text, fault.line, label(fault.detail ?? fault.reason)) : text;
  }
  if (kind === 'waiting') return state.waiting;
  const why = excerpt(state.failed(feed.state));
  const text = since ? state.since(why, dates.shortDay(since)) : why;
  return feed.total ? state.kept(text) : text;
}
