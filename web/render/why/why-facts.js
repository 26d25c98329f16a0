/** What is known of a feed, of how it was fetched and of one post of it → facts in words: a label each, and what to say. */
import { excerpt } from '../excerpt.js';
import { hostOf, linkTo } from '../links.js';
import { stateText } from '../people-view.js';

/** @import { Attempt, EntryView, FeedView, Problem, View } from '../../model.js' */
/** @import { Words } from '../../locales/en.js' */
/** @import { WhyWords } from '../../locales/why-words.js' */
/** @import { Dates } from '../dates.js' */

/**
 * @typedef {{ text: string, href?: string }} Value
 * @typedef {{ label: string, values: Value[] }} Fact
 *
 * @typedef {object} Known
 * @property {Words} words
 * @property {WhyWords} why
 * @property {Dates} dates
 * @property {FeedView} feed
 * @property {FeedView[]} feeds          all of the planet
 * @property {Attempt[]} attempts        of this visit; none: it was not asked for yet
 * @property {View} [hidden]             its posts that the planet leaves out
 * @property {EntryView} [entry]
 */

/** Letters of a line of the panel. */
const MOST = 300;

/** @param {string | undefined} text @returns {Value[]} */
const said = (text) => (text ? [{ text: excerpt(text, MOST) }] : []);

/** @param {string | undefined} url @returns {Value[]} */
function linked(url) {
  const href = linkTo(url);
  return url ? [{ text: excerpt(url, MOST), ...(href && { href }) }] : [];
}

/** @param {[string, Value[]][]} facts @returns {Fact[]}   without those that have nothing to say */
const told = (facts) =>
  facts.filter(([, values]) => values.length).map(([name, values]) => ({ label: name, values }));

/** @param {Known} known @returns {Fact[]} */
export function feedFacts({ words, why, dates, feed, attempts, hidden }) {
  const { labels } = why;
  const { state } = feed;
  const final = attempts.at(-1)?.final;
  return told([
    [labels.state, said(stateText({ words, dates }, feed))],
    [labels.address, linked(feed.url)],
    [labels.found, final && final !== feed.url ? linked(final) : []],
    [labels.moved, state.reason === 'moved' ? linked(state.detail) : []],
    [
      labels.way,
      attempts.length ? attempts.map((one) => ({ text: attemptText(one, words, why) })) : said(why.kept),
    ],
    [labels.checked, said(state.checked)],
    [labels.fetched, said(attempts.at(-1)?.fetched)],
    [labels.since, said(state.since)],
    [labels.format, said([feed.format, attempts.at(-1)?.contentType].filter(Boolean).join(', '))],
    [labels.posts, said(words.number(feed.total))],
    [labels.newest, said(feed.newest)],
    [labels.problems, (feed.problems ?? []).map((problem) => ({ text: problemText(problem, why) }))],
    [labels.hidden, hidden ? hiddenPosts(hidden, words, why) : []],
  ]);
}

/** @param {Known & { entry: EntryView }} known @returns {Fact[]} */
export function entryFacts({ words, why, feed, feeds, entry }) {
  const { labels } = why;
  const nameOf = (/** @type {string} */ nick) => feeds.find((one) => one.nick === nick)?.name ?? nick;
  return told([
    [labels.from, said(feed.name)],
    [labels.link, linked(entry.link)],
    [labels.id, entry.id === entry.link ? [] : said(entry.id)],
    [labels.date, said(`${entry.date}: ${why.dateFrom[entry.dateFrom]}`)],
    [labels.published, said(entry.published)],
    [labels.updated, said(entry.updated)],
    [labels.language, said(entry.language)],
    [
      labels.also,
      (entry.alsoAt ?? []).map(({ feed: nick, link }) => ({
        text: excerpt([nameOf(nick), link].filter(Boolean).join(': '), MOST),
        ...(linkTo(link) && { href: linkTo(link) }),
      })),
    ],
    [labels.edited, entry.edited ? said(why.edited) : []],
    [labels.hidden, entry.hidden ? said(why.hiddenBy[entry.hidden]) : []],
  ]);
}

/** @param {Attempt} attempt @param {Words} words @param {WhyWords} why */
function attemptText({ route, url, status, cache, reason, detail }, words, why) {
  const way = route === 'direct' ? why.direct : why.proxy(hostOf(url));
  const result = reason ? words.state.failed({ reason, status, detail }) : why.answered(status ?? 200);
  return excerpt(`${way}: ${result}${cache ? ` (${cache})` : ''}`, MOST);
}

/** @param {Problem} problem @param {WhyWords} why */
function problemText({ reason, detail, line, column }, why) {
  const what = detail ? `${detail} (${reason})` : reason;
  return excerpt(line ? `${why.place(line, column ?? 1)}: ${what}` : what, MOST);
}

/** @param {View} hidden @param {Words} words @param {WhyWords} why @returns {Value[]} */
function hiddenPosts({ entries, total }, words, why) {
  const posts = entries.map(({ title, link, key, hidden }) => {
    const href = linkTo(link);
    const name = (title?.type === 'text' && title.value) || link || key;
    return { text: excerpt(`${name}: ${why.hiddenBy[hidden ?? 'undecided']}`, MOST), ...(href && { href }) };
  });
  const more = total - entries.length;
  return more > 0 ? [...posts, { text: words.more(more) }] : posts;
}

/** @param {{ title: string, facts: Fact[] }[]} parts @returns {string}   for a letter to whoever makes the feed */
export const factsText = (parts) =>
  parts
    .map(({ title, facts }) =>
      [
        title,
        ...facts.map(({ label: name, values }) =>
          values.length === 1
            ? `${name}: ${values[0].text}`
            : [`${name}:`, ...values.map(({ text }) => `  - ${text}`)].join('\n'),
        ),
      ].join('\n'),
    )
    .join('\n\n');
