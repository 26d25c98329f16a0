/** An entry of planet.json that names a list, and what the list holds → the feeds that stand in its place. */
import { filled, parsedUrl } from './config-values.js';

/** @import { Listed } from '../model.js' */
/** @import { Feed, FeedList } from './planet-config.js' */

/**
 * @param {FeedList} entry             its tags come first, its other settings go for each feed
 * @param {Listed[] | undefined} listed   undefined: the list is not read, or cannot be
 * @returns {Feed[]}
 */
export function feedsOfList({ list, name, link, ...settings }, listed) {
  // Its row among the people says why it cannot be read.
  if (!listed) return [filled({ ...settings, url: list, name: name ?? fileOf(list), link })];
  return listed.flatMap((feed) => {
    const url = webUrl(feed.url);
    if (!url) return [];
    const all = [...(settings.tags ?? []), ...(feed.tags ?? [])];
    return [
      filled({
        ...settings,
        url,
        name: feed.name,
        link: feed.link && webUrl(feed.link),
        tags: all.length > 0 ? all : undefined,
      }),
    ];
  });
}

/** @param {string} list */
function fileOf(list) {
  const { host, pathname } = new URL(list);
  return pathname.slice(pathname.lastIndexOf('/') + 1) || host;
}

/** A list may name what no URL is: its other feeds are read all the same. @param {string} written */
function webUrl(written) {
  const url = parsedUrl(written);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
