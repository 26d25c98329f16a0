/** Every word of the page, in English. A text with a number or a name in it is a function; dates come in already formatted. */

import { failedFor } from './counts.js';

const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en');

/** @param {number} count @param {string} one @param {string} other */
const counted = (count, one, other) =>
  `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`;

/** @param {number} bytes */
const megabytes = (bytes) => `${number.format(Math.round(bytes / 1024 / 102.4) / 10)} MB`;

/** @param {number} status */
const answered = (status) => {
  if (status === 404) return 'not found';
  if (status === 401 || status === 403) return 'its server refuses to show it';
  if (status === 429) return 'its server asks for more patience';
  return status >= 500 ? 'its server has an error' : 'its server answered with an error';
};

/** Why a feed does not show, by reason: a core's, a proxy's or a fetch's. @type {Record<string, (state: { status?: number, detail?: string }) => string>} */
const reasons = {
  upstream_status: ({ status }) =>
    status ? `${answered(status)} (${status})` : 'its server answered with an error',
  gone: () => 'gone for good (410)',
  blocked: () => 'its server is down, or lets no other page read it',
  mixed_content: () => 'a secure page may not read it over plain http',
  unreachable: () => 'its server cannot be reached',
  timeout: () => 'its server did not answer in time',
  bad_redirect: () => 'its server sends us in circles',
  too_large: ({ detail }) => (Number(detail) ? `larger than ${megabytes(Number(detail))}` : 'too large'),
  not_a_feed: ({ detail }) => detail || 'not a feed',
  empty_document: () => 'empty',
  malformed_xml: () => 'broken XML',
  malformed_json: () => 'broken JSON',
  malformed_bytes: () => 'broken text',
  truncated_document: () => 'cut off in the middle',
  too_deep: () => 'nested too deeply',
  crashed: () => 'it broke the program that reads it',
  unsupported_encoding: ({ detail }) =>
    `written in an encoding we do not know${detail ? ` (${detail})` : ''}`,
  proxy_unreachable: () => 'the proxy cannot be reached',
  proxy_status: ({ detail }) => `the proxy answered with an error${detail ? ` (${detail})` : ''}`,
  forbidden_target: () => 'the proxy does not fetch this address',
  forbidden_origin: () => 'the proxy does not serve this page',
  bad_url: () => 'the proxy does not take this address',
  url_too_long: () => 'its address is too long for the proxy',
  rate_limited: () => 'the proxy asks for more patience',
  busy: () => 'the proxy is busy',
  loop: () => 'the proxy would ask itself',
};

export const en = {
  language: 'en',
  direction: 'ltr',
  reasons,

  skip: 'Skip to the posts',
  people: 'People',
  topics: (/** @type {string | undefined} */ name) =>
    name ? `What ${name} talks about` : 'What people talk about',
  search: 'Search the posts',
  links: 'Elsewhere',
  archive: 'Archive',
  perMonth: (
    /** @type {string} */ from,
    /** @type {string} */ to,
    /** @type {number} */ most,
    /** @type {string} */ when,
  ) => `Posts per month from ${from} to ${to}; the most, ${number.format(most)}, in ${when}`,
  calendar: (/** @type {string} */ year) => `Calendar of ${year}`,
  languages: 'Languages',
  otherLanguages: 'not known',
  linked: 'Most linked this week',
  linkedBy: (/** @type {number} */ weblogs) => `linked by ${counted(weblogs, 'weblog', 'weblogs')}:`,
  linkingPost: (/** @type {number} */ index) => `A post that links to it, ${number.format(index)}`,
  documents: 'For your reader',
  document: (/** @type {string} */ format) => `Download these posts as ${format}`,
  documentFailed: (/** @type {string} */ detail) => `The file could not be made: ${detail}`,
  density: 'How much of each post',
  densities: { full: 'Full', excerpt: 'Excerpts', titles: 'Headlines' },
  ago: { today: 'Today', week: 'This week', month: 'This month' },
  look: 'Look',
  looks: { page: 'Page', planet: 'Planet', plain: 'Plain', gazette: 'Gazette', terminal: 'Terminal' },
  colours: 'Colours',
  schemes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  loadPictures: 'Load pictures',
  showPicture: (/** @type {string} */ what) => `Show the picture: ${what}`,
  views: 'Views',
  everything: 'All posts',
  without: (/** @type {string} */ filter) => `Remove “${filter}”`,
  mark: '»',

  /** What a view shows; each part is there only when it filters. */
  filters: {
    feed: (/** @type {string} */ name) => `by ${name}`,
    author: (/** @type {string} */ name) => `written by ${name}`,
    tag: (/** @type {string} */ label) => `about ${label}`,
    search: (/** @type {string} */ search) => `that say ${search}`,
    lang: (/** @type {string} */ language) => `in ${language}`,
    unknownLanguage: 'in a language that is not known',
    month: (/** @type {string} */ month) => `in ${month}`,
    since: (/** @type {string} */ date) => `since ${date}`,
    until: (/** @type {string} */ date) => `until ${date}`,
    on: (/** @type {string} */ date) => `of ${date}`,
    asc: 'from the oldest on',
  },
  spans: {
    yesterday: 'yesterday',
    week: 'a week ago',
    '10_days': 'ten days ago',
    month: 'a month ago',
    '30_days': 'thirty days ago',
  },
  posts: 'Posts',
  post: 'A post',
  pageTitle: (/** @type {string} */ title, /** @type {number} */ page) =>
    page > 1 ? `${title}, page ${number.format(page)}` : title,

  pages: 'Pages',
  pagesAbove: 'Pages, above the posts',
  page: (/** @type {number} */ page, /** @type {number} */ pages) =>
    `Page ${number.format(page)} of ${number.format(pages)}`,
  postCount: (/** @type {number} */ count) => counted(count, 'post', 'posts'),
  number: (/** @type {number} */ count) => number.format(count),
  newer: 'Newer posts',
  older: 'Older posts',

  newPosts: (/** @type {number} */ count) => `↑ ${counted(count, 'new post', 'new posts')}`,
  keys: {
    title: 'Keys',
    next: 'next post',
    previous: 'post before',
    open: 'open the post',
    pages: 'next page, page before',
    search: 'search',
    home: 'all posts',
    help: 'this list',
    close: 'Close',
  },
  neighbours: 'The posts beside this one',
  newerPost: 'Newer',
  olderPost: 'Older',

  readSince: 'Read what is new since',
  sinceLinks: { yesterday: 'yesterday', week: 'a week', '10_days': 'ten days', month: 'a month' },
  oldestFirst: 'oldest first',

  onThisPlanet: 'This post on this planet',
  by: (/** @type {string} */ author) => `by ${author}`,
  under: 'under',
  comments: 'Comments',
  alsoAt: 'Also at',
  more: (/** @type {number} */ count) => `and ${number.format(count)} more`,
  updated: (/** @type {string} */ date) => `Updated ${date}`,
  updatedMark: 'updated',
  undated: 'The feed gives no date: this is when the post was first seen',
  unshowable: 'This post could not be shown.',
  tooLarge: 'This post is too large to show here.',
  original: 'Read the original',
  elsewhere: (/** @type {string} */ host) => `The content is at ${host}`,
  embedded: (/** @type {string} */ host) => `Open what is embedded here, at ${host}`,

  why: 'How it came here',
  whyFeed: (/** @type {string} */ name) => `How the feed of ${name} does`,
  feedLink: (/** @type {string} */ name) => `Feed of ${name}`,
  feed: 'feed',
  state: {
    waiting: 'not read yet',
    lastPost: (/** @type {string} */ date) => `last post ${date}`,
    noPosts: 'no posts',
    failed: (/** @type {{ reason?: string, status?: number, detail?: string }} */ state) =>
      failedFor(reasons, state, 'cannot be read'),
    since: (/** @type {string} */ text, /** @type {string} */ date) => `${text}, since ${date}`,
    kept: (/** @type {string} */ text) => `${text}; its last good posts are shown`,
    moved: (/** @type {string} */ text, /** @type {string} */ url) =>
      `${text}; the feed has moved for good, to ${url}`,
    faulty: (/** @type {string} */ text, /** @type {number} */ line, /** @type {string} */ detail) =>
      `${text}; the feed has a fault in line ${number.format(line)}: ${detail}`,
  },

  progress: (/** @type {number} */ done, /** @type {number} */ total) =>
    `Reading the feeds: ${number.format(done)} of ${number.format(total)}`,
  finished: (/** @type {number} */ posts, /** @type {number} */ failed) =>
    `${counted(posts, 'post', 'posts')}.${failed ? ` ${counted(failed, 'feed', 'feeds')} could not be read.` : ''}`,
  loading: 'Reading the feeds…',
  nothing: 'There are no posts here.',
  nothingFound: (/** @type {string} */ search) => `No post here says ${search}.`,
  nothingYet: 'There are no posts yet.',
  noEntry: 'This planet no longer holds that post.',
  hiddenEntry: 'This planet holds that post, and one of its filters hides it.',
  noFeeds: 'This planet has no feeds yet: planet.json lists none under “feeds”.',
  allFailed: 'None of the feeds could be read. The list of people says what is wrong with each.',
  unknownFeed: (/** @type {string} */ nick) => `Nobody on this planet is called “${nick}”.`,
  unknownAddress: (/** @type {string} */ part) =>
    `“${part}” in the address means nothing here, so it is left out.`,
  trouble: {
    store_full: 'This browser has no room left: these posts are not kept for your next visit.',
    no_store: 'This browser keeps nothing for pages like this one: posts are read anew at every visit.',
    store_busy:
      'What this browser keeps of your last visit does not open now, perhaps because another tab holds it: posts are read anew, and not kept.',
    damaged_archive:
      'Something that was kept since your last visit was damaged: it is read anew from the feeds.',
  },

  /** Where a planet comes from a link, a file or a person. */
  ask: {
    title: 'A planet from a link',
    hosts: (/** @type {number} */ count) =>
      `This link asks your browser to read from ${counted(count, 'host', 'hosts')}. They will see your address, as any site does that you visit.`,
    moreHosts: (/** @type {number} */ count) => `and ${number.format(count)} more`,
    yes: 'Read them',
    no: 'Not now',
    choose: 'A planet of weblogs',
    drop: 'Drop a list of subscriptions here: an OPML file, a planet.json, the config.ini of an older planet, or a text with addresses of feeds.',
    file: 'Or choose the file',
    addresses: 'Or write addresses of feeds, one a line',
    read: 'Read them',
    nothingIn: (/** @type {string} */ name) => `There are no feeds in ${name}.`,
    here: 'what you wrote',
    chosen: (/** @type {string} */ name) => `Read from ${name}, which stays on this device.`,
    close: 'Close it',
  },

  wrong: 'This planet cannot be shown',
  failures: {
    'no-planet': (/** @type {{ url: string, status?: number }} */ { url, status }) =>
      status
        ? `There is no planet at ${url}: the server answered ${status}. Put a planet.json there.`
        : `${url} could not be read: the server does not answer, or the page was opened from disk, where browsers read no files.`,
    'bad-json': (/** @type {{ url: string, line: number, column: number }} */ { url, line, column }) =>
      `${url} is not valid JSON: look at line ${line}, column ${column}.`,
    'bad-config': (/** @type {{ url: string, detail: string }} */ { url, detail }) => `In ${url}, ${detail}.`,
    'no-core': (/** @type {{ detail: string }} */ { detail }) =>
      `The program that reads the feeds, planetarium.wasm, could not be loaded: ${detail}`,
  },
};

/** @typedef {typeof en} Words */
