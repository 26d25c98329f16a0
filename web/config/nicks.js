/** Feeds of which some have a nick → feeds that all have one, unique in any case: it is what addresses call them by. */

/** @import { FeedConfig } from './planet-config.js' */

/**
 * @param {(Omit<FeedConfig, 'nick'> & { nick?: string })[]} feeds
 * @returns {FeedConfig[]}
 */
export function giveNicks(feeds) {
  const taken = new Set();
  /** @param {string} wanted */
  const free = (wanted) => {
    let nick = wanted;
    for (let n = 2; taken.has(nick.toLowerCase()); n++) nick = `${wanted}-${n}`;
    taken.add(nick.toLowerCase());
    return nick;
  };
  // Nicks that the planet gives are given out first: a made one never takes a chosen one's place.
  const given = feeds.map((feed) => feed.nick && free(feed.nick));
  return feeds.map((feed, index) => {
    const nick = given[index];
    return nick ? { ...feed, nick, ownNick: true } : { ...feed, nick: free(nickFrom(feed)) };
  });
}

/** @param {{ name?: string, url: string }} feed */
function nickFrom({ name, url }) {
  const slug = name
    ?.normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug || new URL(url).host.replace(/^www\./, '');
}
