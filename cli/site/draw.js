/** A view of a planet → the markup of its page: the page's own templates, and posts that were sanitised. */
import { zoneTransitions } from '../../web/config/time-zone.js';
import { loadWords } from '../../web/locales/load-words.js';
import { datesIn } from '../../web/render/dates.js';
import { titleOf } from '../../web/render/heading.js';
import { noticesOf } from '../../web/render/notices.js';
import { pageView } from '../../web/render/page-view.js';
import { digestOf } from '../../web/render/shows.js';
import { escaped } from './html.js';
import { Markup, markupOf } from './markup.js';
import { createPosts } from './posts.js';

/** @typedef {import('../../web/model.js').EntryView} EntryView */
/** @typedef {import('../../web/model.js').View} View */
/** @typedef {import('../../web/config/address.js').Address} Address */
/** @typedef {import('../../web/config/planet-config.js').Config} Config */
/** @typedef {{ markup: string, title: string, shows: () => string }} Drawn   shows: web/render/shows.js */

/** Its place is kept: the posts would jump when the script puts the field there. @type {any} */
const SEARCH = new Markup('<div class="search"></div>');

/**
 * @param {object} env
 * @param {Config} env.config
 * @param {string} env.base     URL of the site
 * @param {number} env.now      UTC seconds
 * @param {import('../../web/render/own-post.js').OwnPost} [env.ownPost]
 */
export async function createDrawer({ config, base, now, ownPost }) {
  const { words, locale } = await loadWords([config.language]);
  const { content: density } = config;
  const posts = createPosts({
    base,
    language: config.language,
    as: density === 'excerpt' ? 'text' : 'markup',
  });
  const welcome = config.welcome ? await posts.welcome(config.welcome) : undefined;
  const dates = datesIn(locale);
  /** @type {any} */
  const contents = {
    title: markupFor('title'),
    body: markupFor('body'),
  };

  return {
    locale,
    zone: zoneTransitions(config.timezone === 'viewer' ? 'published' : config.timezone, now),
    /**
     * @param {View} view
     * @param {Address} address
     * @param {string} path    to the site's root, as "../"
     * @param {(hash: string) => string | undefined} placeOf   the file of an address, relative to the page; undefined: it has none
     * @returns {Promise<Drawn>}
     */
    async draw(view, address, path, placeOf) {
      const feeds = new Map(view.feeds.map((feed) => [feed.nick, feed]));
      await posts.prepare(view.entries.map((entry) => ({ entry, feed: feeds.get(entry.feed) })));
      /** @type {import('../../web/render/scene.js').Scene} */
      const scene = {
        config,
        icon: `${path}icon.svg`,
        view: density === 'excerpt' ? { ...view, entries: view.entries.map(withSummary) } : view,
        address,
        notices: [],
        progress: { done: 1, total: 1 },
        welcome: /** @type {any} */ (welcome),
        search: SEARCH,
        overview: undefined,
        density,
        ownPost,
        today: new Date(now * 1000).toISOString().slice(0, 10),
        words,
        dates,
        contents,
      };
      const whole = { ...scene, notices: noticesOf(scene, []) };
      return {
        markup: eagerFirst(settled(markupOf(pageView(whole)), base, path, placeOf)),
        title: titleOf(whole),
        shows: () => digestOf(view, whole),
      };
    },
    close: () => posts.close(),
  };

  /** @param {'title' | 'body'} part */
  function markupFor(part) {
    return (/** @type {EntryView} */ { key }) => {
      const text = posts.of(key)[part];
      return text === undefined ? undefined : new Markup(text);
    };
  }

  /** The beginning of a post is shown where it has no summary. @param {EntryView} entry @returns {EntryView} */
  function withSummary(entry) {
    return entry.summary === undefined ? { ...entry, summary: posts.of(entry.key).body } : entry;
  }
}

/**
 * What only a script can do goes, and addresses of views lead to their files.
 * @param {string} markup   in which no tag has a value with an angle bracket before what is looked for
 * @param {string} base
 * @param {string} path
 * @param {(hash: string) => string | undefined} placeOf
 */
function settled(markup, base, path, placeOf) {
  const own = escaped(base);
  return markup
    .replace(/<progress\b[^<>]*><\/progress>/g, '')
    .replace(/(<img\s+class="face [^<>]*?\ssrc=")([^"]*)/g, (whole, before, src) =>
      src.startsWith(own) ? `${before}${path}${src.slice(own.length)}` : whole,
    )
    .replace(/(<a\b[^<>]*?)\shref="(#\/[^"]*)"/g, (_, before, hash) => {
      const place = placeOf(unescaped(hash));
      return place === undefined ? before : `${before} href="${escaped(place)}"`;
    });
}

/** What is seen first is not put off: the first post's face, and its first picture. @param {string} markup */
const eagerFirst = (markup) =>
  markup.replace(/<article\b[^]*?<\/article>/, (post) =>
    [
      /(<img\s+class="face [^<>]*?)\s+loading="lazy"/,
      /(<img (?!\s*class="face )[^<>]*?) loading="lazy"/,
    ].reduce((text, image) => text.replace(image, '$1'), post),
  );

/** @param {string} text */
const unescaped = (text) =>
  text.replace(
    /&(amp|lt|gt|quot);/g,
    (_, name) => ({ amp: '&', lt: '<', gt: '>' })[/** @type {string} */ (name)] ?? '"',
  );
