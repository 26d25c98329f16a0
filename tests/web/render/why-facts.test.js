import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../../web/locales/en.js';
import { LANGUAGES } from '../../../web/locales/load-words.js';
import { WHY_LANGUAGES, whyWordsIn } from '../../../web/locales/why-words.js';
import { datesIn } from '../../../web/render/dates.js';
import { entryFacts, factsText, feedFacts } from '../../../web/render/why/why-facts.js';

/** @import { EntryView, FeedView } from '../../../web/model.js' */

/** @type {FeedView} */
const feed = {
  nick: 'ada',
  url: 'https://a.example/feed',
  name: 'Ada',
  count: 2,
  total: 2,
  newest: '2008-06-21T23:30:00-06:00',
  format: 'rss',
  state: { kind: 'ok', checked: '2008-06-22T10:00:00Z', route: 'proxy' },
  problems: [{ reason: 'malformed_xml', detail: 'a & that stands alone', line: 12, column: 7 }],
};
/** @type {EntryView} */
const entry = {
  key: '0123456789abcdef',
  id: 'tag:a.example,2008:1',
  feed: 'ada',
  link: 'https://a.example/1',
  date: '2008-06-21T23:30:00-06:00',
  local: '2008-06-21T23:30',
  dateFrom: 'updated',
  updated: '2008-06-21T23:30:00-06:00',
  alsoAt: [{ feed: 'bob', link: 'https://b.example/1' }],
  edited: true,
};
const known = {
  words: en,
  why: whyWordsIn('en'),
  dates: datesIn('en-US'),
  feed,
  feeds: [feed, { ...feed, nick: 'bob', name: 'Bob' }],
  attempts: [],
};

/** @param {import('../../../web/render/why/why-facts.js').Fact[]} facts */
const textOf = (facts) => factsText([{ title: 'Ada', facts }]).split('\n');

test('why: a feed tells each way that was tried, what its server said, and where it is broken', () => {
  const facts = feedFacts({
    ...known,
    attempts: [
      { route: 'direct', url: 'https://a.example/feed', reason: 'blocked' },
      {
        route: 'proxy',
        url: 'https://planet.example/proxy/v1/feed?url=x',
        status: 200,
        cache: 'hit',
        final: 'https://a.example/feed.xml',
        fetched: '2008-06-22T09:58:00Z',
        contentType: 'text/xml',
      },
    ],
  });
  assert.deepEqual(textOf(facts), [
    'Ada',
    'State: last post Jun 21, 2008; the feed has a fault in line 12: a & that stands alone',
    'Address: https://a.example/feed',
    'Found at: https://a.example/feed.xml',
    'Way:',
    '  - directly from its server: its server is down, or lets no other page read it',
    '  - through the proxy at planet.example: answered 200 (hit)',
    'Last asked for: 2008-06-22T10:00:00Z',
    'Fetched by the proxy: 2008-06-22T09:58:00Z',
    'Format: rss, text/xml',
    'Posts held: 2',
    'Newest post: 2008-06-21T23:30:00-06:00',
    'Faults: line 12, column 7: a & that stands alone (malformed_xml)',
  ]);
});

test('why: a feed that failed says since when, and that nobody has asked for it in this visit', () => {
  const state = /** @type {const} */ ({
    kind: 'failed',
    reason: 'upstream_status',
    status: 404,
    since: '2008-06-01T00:00:00Z',
  });
  const facts = feedFacts({ ...known, feed: { ...feed, state, problems: [] } });
  assert.deepEqual(textOf(facts).slice(1, 5), [
    'State: not found (404), since Jun 1, 2008; its last good posts are shown',
    'Address: https://a.example/feed',
    'Way: not asked for yet: this is what was kept',
    'Failing since: 2008-06-01T00:00:00Z',
  ]);
});

test('why: posts that are left out are named with the filter that hides them', () => {
  /** @type {EntryView} */
  const hiddenPost = {
    ...entry,
    title: { type: 'text', value: 'Lottery numbers' },
    hidden: 'feedExclude',
  };
  const view = /** @type {import('../../../web/model.js').View} */ ({ entries: [hiddenPost], total: 3 });
  assert.deepEqual(feedFacts({ ...known, hidden: view }).at(-1), {
    label: 'Not shown',
    values: [
      {
        text: 'Lottery numbers: matches “exclude” of the feed',
        href: 'https://a.example/1',
      },
      { text: 'and 2 more' },
    ],
  });
});

test('why: a post says where its date is from and who else has it', () => {
  assert.deepEqual(textOf(entryFacts({ ...known, entry })), [
    'Ada',
    'From: Ada',
    'Original: https://a.example/1',
    'Its id: tag:a.example,2008:1',
    'Ordered by: 2008-06-21T23:30:00-06:00: when it was updated, for the feed does not say when it was published',
    'Updated: 2008-06-21T23:30:00-06:00',
    'Same post at: Bob: https://b.example/1',
    'Changed: its title or text is not what it was when it was first seen',
  ]);
});

test('why: no address that runs a script becomes a link', () => {
  const facts = feedFacts({ ...known, feed: { ...feed, url: 'javascript:alert(1)' } });
  assert.deepEqual(facts[1].values, [{ text: 'javascript:alert(1)' }]);
});

test('why: every language of the page has words for it', () => {
  assert.deepEqual(WHY_LANGUAGES.toSorted(), LANGUAGES.toSorted());
});
