/** What a reader must be told about a view besides its posts → sentences, mostly none. */
import { label } from './excerpt.js';
import { feedOf, isReading } from './scene.js';

/** @import { Failure } from '../model.js' */
/** @import { Scene } from './scene.js' */

/**
 * @param {Omit<Scene, 'notices'>} scene
 * @param {string[]} unknown    parts of the address that say nothing
 * @param {Failure} [trouble]   with what is kept between visits
 * @returns {string[]}
 */
export function noticesOf(scene, unknown, trouble) {
  const { address, view, words } = scene;
  const notices = unknown.map(words.unknownAddress);
  if (trouble && Object.hasOwn(words.trouble, trouble.reason))
    notices.push(words.trouble[/** @type {keyof typeof words.trouble} */ (trouble.reason)]);
  const whole = { ...scene, notices };
  if (!view.feeds.length) return [...notices, words.noFeeds];
  if (address.feed && !feedOf(whole, address.feed)) return [...notices, words.unknownFeed(address.feed)];
  if (isReading(whole)) return view.total ? notices : [...notices, words.loading];
  if (view.feeds.every(({ state }) => state.kind === 'failed' || state.kind === 'gone'))
    notices.push(words.allFailed);
  else if (!view.total) notices.push(emptyText(whole));
  return notices;
}

/** @param {Scene} scene */
function emptyText({ address, view, words }) {
  if (address.starred) return words.noStars;
  if (address.entry) return view.hidden ? words.hiddenEntry : words.noEntry;
  if (address.search && view.newest) return words.nothingFound(label(address.search));
  return view.newest ? words.nothing : words.nothingYet;
}
