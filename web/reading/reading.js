/**
 * What a reader has done with the posts of a planet, kept on this device: read, starred, folded away with their day, there at
 * the last visit. A day folds up to a mark, as Feedjack's did: whatever is newer opens it again.
 *
 * @import { Choices } from '../store/choices.js'
 * @import { EntryView } from '../model.js'
 *
 * @typedef {{ at: string, feed: string, title: string, link?: string }} Star   at: RFC 3339; feed: nick
 * @typedef {{ keys: string[], from: number }} Page   what was on the first page, and the date of its oldest post, UTC milliseconds
 * @typedef {{ at: number, latest?: Page, before?: Page, beforeAt?: number }} Visit   at: UTC seconds when it was last looked at
 */

/** Seconds without a look after which the next one is another visit. */
const PAUSE = 30 * 60;

/** Posts and days remembered before the oldest are let go, and how many stay: not at every one. */
const READ = { most: 3000, least: 2000 };
const FOLDS = { most: 300, least: 200 };

/**
 * @param {Choices} choices
 * @param {() => number} now    UTC seconds
 */
export function createReading(choices, now) {
  /** @type {Set<string>} */
  let read;
  /** @type {Map<string, Star>} */
  let stars;
  /** The date of the newest post that is folded away, by day: UTC milliseconds. @type {Map<string, number>} */
  let folds;
  const visit = beginVisit(objectIn(choices, 'visit'), now());
  const before = new Set(visit.before?.keys);
  load();

  function load() {
    read = new Set(listIn(choices, 'read').filter((key) => typeof key === 'string'));
    stars = new Map(Object.entries(objectIn(choices, 'stars')).filter(([, star]) => isStar(star)));
    folds = new Map(Object.entries(objectIn(choices, 'folds')).filter(([, mark]) => Number.isFinite(mark)));
  }

  const keepRead = () => choices.set('read', JSON.stringify([...(read = newest(read, READ))]));
  const keepFolds = () =>
    choices.set('folds', JSON.stringify(Object.fromEntries((folds = new Map(newest(folds, FOLDS))))));

  return {
    /** Another tab of this planet has changed something. */
    load,

    /** @param {string} key */
    isRead: (key) => read.has(key),

    /** @param {string} key @param {boolean} [is] */
    setRead(key, is = true) {
      if (read.has(key) === is) return;
      if (is) read.add(key);
      else read.delete(key);
      keepRead();
    },

    /** @param {string} key */
    isStarred: (key) => stars.has(key),

    /** Of whatever visit, the newest first. @returns {[string, Star][]} */
    stars: () => [...stars].sort(([, a], [, b]) => b.at.localeCompare(a.at)),

    /** @param {EntryView} entry @param {string} title */
    toggleStar({ key, feed, link }, title) {
      const at = new Date(now() * 1000).toISOString();
      if (!stars.delete(key)) stars.set(key, { at, feed, title, ...(link && { link }) });
      choices.set('stars', JSON.stringify(Object.fromEntries(stars)));
    },

    /** Came after the last visit. @param {EntryView} entry */
    isNew: ({ key, date }) =>
      Boolean(visit.before && Date.parse(date) > visit.before.from && !before.has(key)),

    /** When the last visit was: UTC seconds. */
    lastVisit: visit.beforeAt,

    /** @param {string} day @param {EntryView} entry */
    isFolded: (day, { date }) => Date.parse(date) <= (folds.get(day) ?? -Infinity),

    /** They count as read. @param {string} day @param {EntryView[]} entries   all of it that is shown */
    fold(day, entries) {
      folds.delete(day); // the latest folded is the last to be forgotten
      folds.set(day, Math.max(...entries.map(({ date }) => Date.parse(date))));
      for (const { key } of entries) read.add(key);
      keepFolds();
      keepRead();
    },

    /** @param {string} day */
    unfold(day) {
      folds.delete(day);
      keepFolds();
    },

    /** The first page of everything was there to be read. @param {EntryView[]} entries */
    saw(entries) {
      if (!entries.length) return;
      const from = Math.min(...entries.map(({ date }) => Date.parse(date)));
      visit.latest = { keys: entries.map(({ key }) => key), from };
      visit.at = now();
      choices.set('visit', JSON.stringify(visit));
    },
  };
}

/** @typedef {ReturnType<typeof createReading>} Reading */

/** @param {Record<string, any>} kept @param {number} now @returns {Visit} */
function beginVisit({ at, latest, before, beforeAt }, now) {
  const known = Number.isFinite(at) && isPage(latest);
  if (known && now - at > PAUSE) return { at: now, latest, before: latest, beforeAt: at };
  return { at: now, ...(known && { latest }), ...(isPage(before) && { before, beforeAt }) };
}

/** @param {any} page @returns {page is Page} */
const isPage = (page) => Array.isArray(page?.keys) && Number.isFinite(page?.from);

/** @param {any} star @returns {star is Star} */
const isStar = (star) => [star?.at, star?.feed, star?.title].every((text) => typeof text === 'string');

/**
 * @template {Map<string, number> | Set<string>} T
 * @param {T} all   in the order in which they came
 * @param {{ most: number, least: number }} limit
 * @returns {any}
 */
function newest(all, { most, least }) {
  if (all.size <= most) return all;
  const kept = [...all].slice(-least);
  return all instanceof Map ? new Map(/** @type {any} */ (kept)) : new Set(kept);
}

/** @param {Choices} choices @param {string} key @returns {unknown} */
function parsed(choices, key) {
  try {
    return JSON.parse(choices.get(key) ?? 'null');
  } catch {
    return undefined; // written by another version, or by hand
  }
}

/** @param {Choices} choices @param {string} key @returns {Record<string, any>} */
function objectIn(choices, key) {
  const value = parsed(choices, key);
  return value && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

/** @param {Choices} choices @param {string} key @returns {unknown[]} */
function listIn(choices, key) {
  const value = parsed(choices, key);
  return Array.isArray(value) ? value : [];
}
