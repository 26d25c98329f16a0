/** What a reader does with the posts that a page shows: stars them, reads them, folds their days away; and what becomes of it. */
import { label } from '../render/excerpt.js';
import { inOrder, keepOwn, mutesAny, ownOf } from './own.js';
import { createFolding } from './folding-view.js';
import { createReading } from './reading.js';
import { starView, stateView } from './star-view.js';
import { starredView } from './starred.js';

/**
 * @import { Address } from '../config/address.js'
 * @import { Choices } from '../store/choices.js'
 * @import { Words } from '../locales/en.js'
 * @import { EntryView, Query, View } from '../model.js'
 * @import { Dates } from '../render/dates.js'
 */

/**
 * @param {object} env
 * @param {Window & typeof globalThis} env.window
 * @param {HTMLElement} env.root
 * @param {Choices} env.choices
 * @param {Words} env.words
 * @param {string} env.locale
 * @param {Dates} env.dates
 * @param {() => number} env.now       UTC seconds
 * @param {() => void} env.onChange    what is shown is to be drawn again
 * @param {() => void} env.onOwn       the planet is to be read again
 */
export function createReader({ window, root, choices, words, locale, dates, now, onChange, onOwn }) {
  const reading = createReading(choices, now);
  const own = ownOf(choices);
  choices.watch?.(window, () => {
    reading.load();
    onChange();
  });
  for (const type of ['click', 'auxclick'])
    root.addEventListener(type, (event) => {
      const link = event.target instanceof window.Element && event.target.closest('a[href]');
      const key = link && link.matches('.title *, .e-content *') && keyOf(link.closest('.h-entry'));
      if (key) setRead(key, true);
    });

  /** @param {string} key @param {boolean} is */
  function setRead(key, is) {
    if (reading.isRead(key) === is) return;
    reading.setRead(key, is);
    onChange();
  }

  /** Something that a key does to a post. @param {(post: Element) => void} act */
  const on = (act) => (/** @type {Element | undefined} */ post) => post && act(post);
  const press = (/** @type {Element | null | undefined} */ button) =>
    /** @type {HTMLElement | null | undefined} */ (button)?.click();

  return {
    stars: reading.stars,

    /** Where an address asks for no language, those that the reader has chosen. @param {Address} address */
    languages: ({ lang, entry, starred }) =>
      own.languages.length && !lang && !entry && !starred ? { lang: own.languages.join(',') } : {},

    /** Mutes a weblog, or lets it speak again. @param {string} url */
    muteFeed: (url) => toggleMute({ feed: url }),

    /**
     * @param {Address} address @param {View} view @param {boolean} whole   whether every feed has been read
     */
    scene(address, view, whole) {
      if (address.entry && view.entries.length) reading.setRead(address.entry);
      if (whole && isFirst(address)) reading.saw(view.entries);
      const { entries } = view;
      const actions = (/** @type {EntryView} */ entry) => [
        stateView(stateOf(entry), words),
        starView(reading.isStarred(entry.key), words, () => {
          reading.toggleStar(entry, titleOf(entry, view));
          onChange();
        }),
      ];
      return {
        reading: { stateOf, actions },
        people: inOrder(view.feeds, own.people, locale),
        mute: { is: isMuted, toggle: toggleMute, any: mutesAny(own) },
        ...(isAll(address) && {
          folding: createFolding({ reading, words, dates, locale, entries, onChange }),
        }),
      };
    },

    /**
     * @param {Query} query     of the page of stars that is wanted
     * @param {(query: Query) => View | undefined} ask
     */
    starred(query, ask) {
      const { page = 1, size = 20, now, zone, order } = query;
      const whole = ask({ ...{ now, zone, order }, size: 1 });
      const find = (/** @type {string} */ entry) =>
        ask({ ...{ now, zone, order }, entry, people: false })?.entries[0];
      return whole && starredView(reading.stars(), { whole, find, page, size });
    },

    /** By key: what it does to the post that has the keyboard. */
    keys: {
      s: on((post) => press(post.querySelector('.star'))),
      u: on((post) => {
        const key = keyOf(post);
        if (key) setRead(key, !reading.isRead(key));
      }),
      f: on((post) => press(post.closest('.day')?.querySelector('.fold'))),
    },
  };

  /** @param {{ feed: string } | { tag: string }} what */
  function isMuted(what) {
    return 'feed' in what ? own.mutedFeeds.includes(what.feed) : own.mutedTags.includes(what.tag);
  }

  /** @param {{ feed: string } | { tag: string }} what */
  function toggleMute(what) {
    const key = 'feed' in what ? 'mutedFeeds' : 'mutedTags';
    const value = 'feed' in what ? what.feed : what.tag;
    const others = own[key].filter((other) => other !== value);
    keepOwn(choices, { ...own, [key]: isMuted(what) ? others : [...others, value] });
    onOwn();
  }

  /** @param {EntryView} entry */
  function stateOf(entry) {
    if (reading.isRead(entry.key)) return 'read';
    return reading.isNew(entry) ? 'new' : '';
  }
}

/** @param {Element | null} post @returns {string | undefined} */
const keyOf = (post) =>
  /entry\/([0-9a-f]{16})/.exec(post?.querySelector('.when')?.getAttribute('href') ?? '')?.[1];

/** @param {Address} address   the first page of everything, the newest first */
const isFirst = (address) => Object.values(address).every((value) => value === undefined);

/** Every post of its days. @param {Address} address */
const isAll = ({ page, month, since, until, ...rest }) => isFirst(rest) && !since && !until;

/** As plain text, for the day when the post is held no more. @param {EntryView} entry @param {View} view */
const titleOf = ({ title, summary, feed }, view) =>
  label(
    (title?.type === 'text' && title.value) ||
      summary ||
      view.feeds.find(({ nick }) => nick === feed)?.name ||
      feed,
  );
