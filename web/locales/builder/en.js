/** Every word of the builder, in English. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('en');

export const words = {
  language: 'en',
  direction: 'ltr',
  title: 'Build a planet',
  lead: 'Drop a list of feeds anywhere on this page: an OPML file, a planet.json, the config.ini of an older planet, a table, a text with addresses. Nothing of it leaves this browser.',
  file: 'Choose a file',
  address: 'Address of a weblog or a feed',
  add: 'Add',
  feeds: 'Feeds',
  noFeeds: 'None yet.',
  remove: (/** @type {string} */ name) => `Remove ${name}`,
  name: 'Name',
  planetTitle: 'Title',
  proxy: 'Proxy',
  proxyHint:
    'Most feeds may be read by their own pages alone. An open proxy, with {url} in its address, reads them for this preview and for your planet.',
  preview: 'Preview',
  previewEmpty: 'Posts appear here as soon as there is a feed.',
  take: 'Take it away',
  oneFile: 'One page, in one file',
  folder: 'A folder for any host (zip)',
  snippet: 'For a page of yours',
  copy: 'Copy',
  copied: 'Copied',
  waiting: 'reading…',
  posts: (/** @type {number} */ count) => counted(count, { one: '# post', other: '# posts' }),
  searching: 'Looking for feeds…',
  unreachable: (/** @type {string} */ address) =>
    `${address} cannot be read from here. Type the address of its feed, or name an open proxy below.`,
  none: (/** @type {string} */ address) => `${address} names no feed.`,
  known: 'That feed is in the list.',
  nothingIn: (/** @type {string} */ name) => `There are no feeds in ${name}.`,
  took: (/** @type {string} */ name, /** @type {number} */ count) =>
    counted(count, { one: '# feed from {}.', other: '# feeds from {}.' }).replace('{}', () => name),
  missing: (/** @type {string} */ detail) => `It cannot be made: ${detail}`,
};

/** @typedef {typeof words} BuilderWords */
