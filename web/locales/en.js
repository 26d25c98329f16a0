/** Every word of the page, in English. */
import { countsIn } from './counts.js';
import { posts } from './en-posts.js';

const { number, counted } = countsIn('en');

export const en = {
  ...posts,

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
  ) => `Posts per month from ${from} to ${to}; the most, ${number(most)}, in ${when}`,
  calendar: (/** @type {string} */ year) => `Calendar of ${year}`,
  languages: 'Languages',
  otherLanguages: 'not known',
  linked: 'Most linked this week',
  linkedBy: (/** @type {number} */ weblogs) =>
    `linked by ${counted(weblogs, { one: '# weblog', other: '# weblogs' })}:`,
  linkingPost: (/** @type {number} */ index) => `A post that links to it, ${number(index)}`,
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
  views: 'Views',
  everything: 'All posts',
  without: (/** @type {string} */ filter) => `Remove “${filter}”`,
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
    starred: 'that you starred',
    hidden: 'that are hidden',
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
    page > 1 ? `${title}, page ${number(page)}` : title,

  pages: 'Pages',
  pagesAbove: 'Pages, above the posts',
  page: (/** @type {number} */ page, /** @type {number} */ pages) =>
    `Page ${number(page)} of ${number(pages)}`,
  postCount: (/** @type {number} */ count) => counted(count, { one: '# post', other: '# posts' }),
  newer: 'Newer posts',
  older: 'Older posts',

  star: 'Star',
  starred: 'Starred',
  noStars: 'You have starred no post yet.',
  postsOf: (/** @type {string} */ date) => `Posts of ${date}`,
  folded: (/** @type {number} */ count) => counted(count, { one: '# read post', other: '# read posts' }),
  lastVisit: (/** @type {string} */ date) => `Your last visit: ${date}`,
  readingStates: { read: 'read', new: 'new' },
  settings: 'Settings',
  mute: 'Mute',
  unmute: 'Unmute',
  hiddenPosts: (/** @type {number} */ count) =>
    counted(count, { one: '# post is hidden', other: '# posts are hidden' }),
  newPosts: (/** @type {number} */ count) =>
    `↑ ${counted(count, { one: '# new post', other: '# new posts' })}`,
  keys: {
    title: 'Keys',
    next: 'next post',
    previous: 'post before',
    open: 'open the post',
    star: 'star the post',
    read: 'read, unread',
    fold: 'fold the day away',
    mute: 'mute its weblog',
    pages: 'next page, page before',
    search: 'search',
    home: 'all posts',
    starred: 'starred posts',
    settings: 'settings',
    help: 'this list',
    close: 'Close',
  },
  neighbours: 'The posts beside this one',
  newerPost: 'Newer',
  olderPost: 'Older',

  readSince: 'Read what is new since',
  sinceLinks: { yesterday: 'yesterday', week: 'a week', '10_days': 'ten days', month: 'a month' },
  oldestFirst: 'oldest first',

  whyFeed: (/** @type {string} */ name) => `How the feed of ${name} does`,
  feedLink: (/** @type {string} */ name) => `Feed of ${name}`,
  feed: 'feed',
  progress: (/** @type {number} */ done, /** @type {number} */ total) =>
    `Reading the feeds: ${number(done)} of ${number(total)}`,
  finished: (/** @type {number} */ posts, /** @type {number} */ failed) =>
    `${counted(posts, { one: '# post', other: '# posts' })}.${failed ? ` ${counted(failed, { one: '# feed', other: '# feeds' })} could not be read.` : ''}`,
  loading: 'Reading the feeds…',
  nothingFound: (/** @type {string} */ search) => `No post here says ${search}.`,
  nothingYet: 'There are no posts yet.',
  noEntry: 'This planet no longer holds that post.',
  hiddenEntry: 'This planet holds that post, and one of its filters hides it.',
  noFeeds: 'This planet has no feeds yet: planet.json lists none under “feeds”.',
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
      `This link asks your browser to read from ${counted(count, { one: '# host', other: '# hosts' })}. They will see your address, as any site does that you visit.`,
    moreHosts: (/** @type {number} */ count) => `and ${number(count)} more`,
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
};
/** @typedef {typeof en} Words */
