/**
 * What the templates are given: one view of the core and all that is needed to draw it.
 *
 * @import { Config } from '../config/planet-config.js'
 * @import { Address } from '../config/address.js'
 * @import { Words } from '../locales/en.js'
 * @import { PostWords } from '../locales/en-posts.js'
 * @import { EntryView, FeedView, View } from '../model.js'
 * @import { Dates } from './dates.js'
 * @import { Contents } from './contents.js'
 *
 * What one post or a list of them needs, in a page or in a widget.
 * @typedef {object} PostScene
 * @property {Config} config
 * @property {View} view
 * @property {Address} address
 * @property {(address: Address) => string | undefined} [href]   where a view of the planet is; absent: in this page
 * @property {import('./density-view.js').Density} density   how much of each post is shown
 * @property {(about: { feed: string, entry?: string }) => void} [onWhy]   somebody asks how a feed or a post came here; absent: nobody can tell
 * @property {{ stateOf: (entry: EntryView) => string, actions: (entry: EntryView) => unknown }} [reading]   classes of a post, and what a reader may do with it
 * @property {import('./own-post.js').OwnPost} [ownPost]   draws a post as the planet's own template says
 * @property {PostWords} words
 * @property {Dates} dates
 * @property {Contents} contents
 *
 * What of its days a reader folded away.
 * @typedef {object} Folding
 * @property {(day: string, entry: EntryView) => boolean} isFolded
 * @property {(day: string, entries: EntryView[], open: EntryView[]) => unknown} button
 * @property {(entry: EntryView) => unknown} lineBefore    above the first post that was there at the last visit
 *
 * What a reader does not want to see.
 * @typedef {object} Mute
 * @property {(what: { feed: string } | { tag: string }) => boolean} is       feed: URL
 * @property {(what: { feed: string } | { tag: string }) => void} toggle
 * @property {boolean} any
 *
 * @typedef {object} PageScene
 * @property {Words} words
 * @property {'posts' | 'beside'} [partial]   the posts alone, or with the first of what is beside them: all else follows at once
 * @property {string[]} notices           sentences above the posts
 * @property {{ done: number, total: number }} progress
 * @property {HTMLElement | undefined} welcome    sanitised
 * @property {HTMLElement | undefined} search          the field in which one searches
 * @property {string} icon                 URL
 * @property {unknown} overview            what is held, counted; nothing until it is counted
 * @property {{ look: () => string, scheme: () => string, change: (look: string, scheme: string) => void, pictures: boolean, onPictures: (wanted: boolean) => void }} [dress]   what the page wears, where a reader may choose
 * @property {Folding} [folding]   absent: every day is open
 * @property {number} [stars]              posts that the reader starred
 * @property {FeedView[]} [people]    in the reader's order; absent: in the planet's
 * @property {Mute} [mute]
 * @property {() => void} [onSettings]
 * @property {string} today                YYYY-MM-DD, by the reader's clock
 * @property {(density: import('./density-view.js').Density) => void} [onDensity]    absent, as the next: no script will run
 * @property {(format: keyof typeof import('./subscribe-view.js').DOCUMENTS) => void} [onDocument]
 *
 * @typedef {PostScene & PageScene} Scene
 */
import { nothing } from 'lit/html.js';
import { formatAddress } from '../config/address.js';

/** @param {Pick<Scene, 'href'>} scene @param {Address} address   @returns {string | typeof nothing} */
export const hrefOf = ({ href = formatAddress }, address) => href(address) ?? nothing;

/** @param {Pick<Scene, 'view'>} scene @param {string | undefined} nick @returns {FeedView | undefined} */
export const feedOf = ({ view }, nick) =>
  view.feeds.find((feed) => feed.nick.toLowerCase() === nick?.toLowerCase());

/** @param {PostScene} scene @param {string} nick @returns {boolean}   whether the planet chose it: a made one is not worth reading */
export const hasOwnNick = ({ config }, nick) =>
  config.feeds.some((feed) => feed.nick === nick && feed.ownNick);

/** @param {Scene} scene @returns {boolean} */
export const isReading = ({ progress }) => progress.done < progress.total;
