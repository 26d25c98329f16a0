/**
 * A planet's own template of a post → a function that draws posts by it, in a page and in a build. `{{content}}` stands where
 * the post's content shall, `href="{{url}}"` in an attribute; nothing of a feed comes into the page by it that the page's own
 * template would not show.
 */
import { html, nothing } from 'lit/html.js';
import { authorView, contentView, dateView, metaView, tagsView, titleView } from './entry-view.js';
import { enclosuresView } from './enclosures-view.js';
import { label } from './excerpt.js';
import { faceOf } from './face.js';
import { linkTo } from './links.js';
import { feedOf } from './scene.js';

/**
 * @import { EntryView, FeedView } from '../model.js'
 * @import { PostScene } from './scene.js'
 *
 * @typedef {{ scene: PostScene, entry: EntryView, feed: FeedView | undefined }} Post
 * @typedef {(post: Post) => unknown} Field
 * @typedef {(scene: PostScene, entry: EntryView) => unknown} OwnPost
 */

/** Pieces of a page, as its own template has them: they stand between tags. @type {Record<string, Field>} */
const PIECES = {
  author: ({ scene, feed }) => (feed ? authorView(scene, feed, true) : nothing),
  face: ({ feed }) => (feed ? faceOf(feed, 48) : nothing),
  title: ({ scene, entry, feed }) => titleView(scene, entry, feed),
  content: ({ scene, entry, feed }) => contentView(scene, entry, feed),
  enclosures: ({ scene, entry }) => enclosuresView(entry, scene.words),
  date: ({ scene, entry }) => dateView(scene, entry),
  tags: ({ scene, entry }) => tagsView(scene, entry),
  meta: ({ scene, entry, feed }) => metaView(scene, entry, feed),
  actions: ({ scene, entry }) => scene.reading?.actions(entry) ?? nothing,
};

/** Words, which may stand in an attribute as well. @type {Record<string, Field>} */
const WORDS = {
  name: ({ feed }) => (feed ? label(feed.name) : ''),
  nick: ({ entry }) => entry.feed,
  key: ({ entry }) => entry.key,
  url: ({ entry }) => linkTo(entry.link) ?? nothing,
  site: ({ feed }) => linkTo(feed?.link) ?? nothing,
  published: ({ entry }) => entry.date,
};

const PIECE = new Map(Object.entries(PIECES));
const WORD = new Map(Object.entries(WORDS));

/** Attributes that words of a feed may stand in: none that a script or a style begins with, nor an address made of a name. */
const ATTRIBUTES = /^(?:href|title|id|datetime|lang|class|aria-[a-z]+|data-[a-z-]+)$/;

const FIELD = /\{\{\s*([\w-]*)\s*\}\}/;

/**
 * @param {string} template   HTML
 * @returns {{ kind: 'ok', value: OwnPost } | { kind: 'failed', detail: string }}
 */
export function readOwnPost(template) {
  const raw = /<(script|style|textarea|template|iframe|plaintext|xmp|title)\b/i.exec(template)?.[1];
  if (raw) return { kind: 'failed', detail: `a template holds no <${raw.toLowerCase()}>` };
  const parts = template.replace(/<!--[^]*?-->/g, '').split(FIELD);
  const strings = parts.filter((_, at) => at % 2 === 0);
  /** @type {Field[]} */
  const fields = [];
  for (const [at, name] of parts.filter((_, index) => index % 2 === 1).entries()) {
    const before = strings.slice(0, at + 1).join('x');
    const attribute = attributeAt(before);
    const field = (attribute === undefined && PIECE.get(name)) || WORD.get(name);
    const isSafe =
      attribute === undefined || (ATTRIBUTES.test(attribute) && !(attribute === 'href' && name === 'name'));
    if (!field || !isSafe) return { kind: 'failed', detail: whatIsWrong(name, attribute) };
    fields.push(field);
  }
  const texts = /** @type {any} */ (Object.assign(strings, { raw: strings }));
  return {
    kind: 'ok',
    value: (scene, entry) => {
      const post = { scene, entry, feed: feedOf(scene, entry.feed) };
      const values = fields.map((field) => field(post));
      // The same texts each time: by them lit knows that it is the same template.
      const own = { ...html``, strings: texts, values };
      return html`<article class="h-entry own ${scene.reading?.stateOf(entry) ?? ''}">${own}</article>`;
    },
  };
}

/** @param {string} before   the template up to a field @returns {string | undefined}   undefined: it stands between tags */
function attributeAt(before) {
  const tag = /<[a-z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*(?:"[^"]*|'[^']*)?$/i.exec(before)?.[0];
  return tag && (/([^\s"'=<>/]+)\s*=\s*["'][^"']*$/.exec(tag)?.[1].toLowerCase() ?? '');
}

/** @param {string} name @param {string | undefined} attribute */
function whatIsWrong(name, attribute) {
  const field = `{{${name}}}`;
  if (!PIECE.has(name) && !WORD.has(name))
    return `${field} is no field; there are ${[...PIECE.keys(), ...WORD.keys()].join(', ')}`;
  if (PIECE.has(name)) return `${field} can only stand between tags`;
  return `${field} cannot stand in ${attribute ? `the attribute ${attribute}` : 'a tag, unless in quotes'}`;
}
