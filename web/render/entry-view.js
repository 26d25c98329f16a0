/** One entry → an h-entry: who, what, when. The author's card stands in every entry and shows in the first of a run. */
import { html, nothing } from 'lit/html.js';
import { enclosuresView } from './enclosures-view.js';
import { excerpt, fewMarks, firstOf, label, spacedText } from './excerpt.js';
import { faceOf } from './face.js';
import { foundView } from './found-view.js';
import { hostOf, linkTo } from './links.js';
import { feedOf, hasOwnNick, hrefOf } from './scene.js';

/** @import { EntryView, FeedView } from '../model.js' */
/** @import { PostScene } from './scene.js' */

/**
 * @param {PostScene} scene
 * @param {EntryView} entry
 * @param {boolean} headsRun
 */
export function entryView(scene, entry, headsRun) {
  if (scene.ownPost) return scene.ownPost(scene, entry);
  const feed = feedOf(scene, entry.feed);
  return html`<article class="h-entry ${headsRun ? 'heads-run' : ''} ${scene.reading?.stateOf(entry) ?? ''}">
    ${feed ? authorView(scene, feed, headsRun) : nothing}
    <div class="post">
      ${titleView(scene, entry, feed)} ${contentView(scene, entry, feed)}
      ${enclosuresView(entry, scene.words)} ${metaView(scene, entry, feed)}
    </div>
  </article>`;
}

/** An entry as a line of a list: headline, name, day. @param {PostScene} scene @param {EntryView} entry */
export function lineView(scene, entry) {
  const { dates } = scene;
  const feed = feedOf(scene, entry.feed);
  return html`<article class="h-entry ${scene.reading?.stateOf(entry) ?? ''}">
    <div class="post">
      ${titleView(scene, entry, feed)}
      <p class="meta">
        ${
          feed
            ? html`<span class="p-author h-card"
                ><a class="p-name" href=${hrefOf(scene, { feed: feed.nick })}>${label(feed.name)}</a></span
              >`
            : nothing
        }
        <a class="when" href=${hrefOf(scene, { entry: entry.key })} title=${scene.words.onThisPlanet}
          ><time class="dt-published" datetime=${entry.date}>${dates.shortDay(entry.local)}</time></a
        >
        ${scene.reading?.actions(entry)}
      </p>
    </div>
  </article>`;
}

/** @param {PostScene} scene @param {FeedView} feed @param {boolean} shown */
export function authorView(scene, feed, shown) {
  const link = linkTo(feed.link);
  const weblog = label(feed.title ?? (link ? hostOf(link) : ''));
  return html`<div class="p-author h-card" ?hidden=${!shown}>
    ${faceOf(feed, 48)}
    <a class="p-name" href=${hrefOf(scene, { feed: feed.nick })}>${label(feed.name)}</a>
    ${hasOwnNick(scene, feed.nick) ? html`<span class="p-nickname">${label(feed.nick)}</span>` : nothing}
    ${weblog && (link ? html`<a class="u-url weblog" href=${link}>${weblog}</a>` : html`<span class="weblog">${weblog}</span>`)}
  </div>`;
}

/** @param {PostScene} scene @param {EntryView} entry @param {FeedView | undefined} feed */
export function titleView({ contents, words }, entry, feed) {
  const title = contents.title(entry) ?? fewMarks(entry.authors?.[0]?.name ?? feed?.name ?? '');
  const link = linkTo(entry.link);
  return html`<h3 class="title">
    <span class="mark" aria-hidden="true">${words.mark} </span>${
      link
        ? html`<a class="p-name u-url" href=${link}>${title}</a>`
        : html`<span class="p-name">${title}</span>`
    }
  </h3>`;
}

/** @param {PostScene} scene @param {EntryView} entry @param {FeedView | undefined} feed */
export function contentView({ address, density: chosen, contents, words }, entry, feed) {
  if (entry.found) return foundView(entry.found);
  const density = address.entry ? 'full' : chosen;
  if (density === 'titles') return nothing;
  // It is still in the archive, or lost until its feed brings it again.
  if (entry.content?.missing)
    return entry.summary ? html`<p class="p-summary">${excerpt(entry.summary)}</p>` : nothing;
  if (density === 'full') return contents.body(entry, feed) ?? elsewhere(entry, words) ?? nothing;
  const body = entry.summary === undefined ? contents.body(entry, feed) : undefined;
  const text = entry.summary ?? (body ? spacedText(body) : '');
  return text.trim() ? html`<p class="p-summary">${excerpt(text)}</p>` : nothing;
}

/** Atom lets content be somewhere else (RFC 4287 §4.1.3.2). @param {EntryView} entry @param {PostScene['words']} words */
function elsewhere({ content, link }, words) {
  const src = linkTo(content?.src, content?.base ?? link);
  return (
    src &&
    html`<p class="e-content">
      <a href=${src} rel="noopener nofollow ugc">${words.elsewhere(hostOf(src))}</a>
    </p>`
  );
}

/** @param {PostScene} scene @param {EntryView} entry @param {FeedView | undefined} feed */
export function metaView({ dates, words, ...scene }, entry, feed) {
  const author = entry.authors?.find(({ name }) => name && name !== feed?.name)?.name;
  const comments = linkTo(entry.comments);
  return html`<p class="meta">
    ${dateView({ dates, words, ...scene }, entry)}
    ${author ? html`<span>${linked(words.by(label(author)), label(author), hrefOf(scene, { author }))}</span>` : nothing}
    ${
      wasUpdated(entry)
        ? html`<time
            class="dt-updated"
            datetime=${entry.updated}
            title=${words.updated(dates.shortDay(entry.updated ?? ''))}
            >${words.updatedMark}</time
          >`
        : nothing
    }
    ${tagsView({ dates, words, ...scene }, entry)}
    ${comments ? html`<a href=${comments} rel="noopener nofollow ugc">${words.comments}</a>` : nothing}
    ${scene.address.entry && scene.onWhy ? whyView(words, entry, scene.onWhy) : nothing}
    ${entry.alsoAt?.length ? html`<span>${words.alsoAt} ${firstOf(entry.alsoAt).shown.map((copy) => copyView({ dates, words, ...scene }, copy))} ${moreView(words, entry.alsoAt)}</span>` : nothing}
    ${scene.reading?.actions(entry)}
  </p>`;
}

/** @param {PostScene} scene @param {EntryView} entry */
export function dateView({ dates, words, ...scene }, entry) {
  const when = html`<time
    class="dt-published"
    datetime=${entry.date}
    title=${entry.dateFrom === 'received' ? words.undated : nothing}
    >${dates.time(entry.local)}</time
  >`;
  return html`<a class="when" href=${hrefOf(scene, { entry: entry.key })} title=${words.onThisPlanet}
    >${when}</a
  >`;
}

/** @param {PostScene} scene @param {EntryView} entry */
export function tagsView({ words, ...scene }, entry) {
  if (!entry.tags?.length) return nothing;
  return html`<span class="tags"
    >${words.under}
    ${firstOf(entry.tags).shown.map(
      (tag) => html`<a class="p-category" href=${hrefOf(scene, { tag: tag.tag })}>${label(tag.label)}</a> `,
    )}
    ${moreView(words, entry.tags)}</span
  >`;
}

/** @param {PostScene['words']} words @param {EntryView} entry @param {NonNullable<PostScene['onWhy']>} onWhy */
const whyView = (words, { feed, key }, onWhy) =>
  html`<button type="button" class="why" aria-haspopup="dialog" @click=${() => onWhy({ feed, entry: key })}>
    ${words.why}
  </button>`;

/** @param {PostScene['words']} words @param {unknown[]} list */
function moreView(words, list) {
  const { more } = firstOf(list);
  return more ? words.more(more) : nothing;
}

/** A phrase with a name in it, of which the name is a link. @param {string} phrase @param {string} name @param {unknown} href */
function linked(phrase, name, href) {
  const at = phrase.indexOf(name);
  return html`${phrase.slice(0, at)}<a href=${href}>${name}</a>${phrase.slice(at + name.length)}`;
}

/** @param {PostScene} scene @param {{ feed: string, link?: string }} copy */
function copyView(scene, copy) {
  const name = label(feedOf(scene, copy.feed)?.name ?? copy.feed);
  const link = linkTo(copy.link);
  return link ? html`<a href=${link}>${name}</a> ` : html`<bdi>${name}</bdi> `;
}

const DAY_MS = 86_400_000;

/** Most weblogs touch a post right after publishing it: only what changed on a later day is worth a word. @param {EntryView} entry */
const wasUpdated = ({ published, updated }) =>
  Boolean(published && updated && Date.parse(updated) - Date.parse(published) > DAY_MS);
