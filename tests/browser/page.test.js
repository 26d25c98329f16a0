import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage } from './support/stage.js';
import { person, post, viewOf } from './support/views.js';

/** @type {import('./support/stage.js').Stage} */
let stage;
before(async () => void (stage = await openStage()));
after(() => stage.close());

const html = (/** @type {string} */ value) => ({ type: 'html', value });
const text = (/** @type {string} */ value) => ({ type: 'text', value });

const ada = person({ nick: 'ada', name: 'Ada Lovelace', title: 'Notes' });
const bob = person({ nick: 'bob', name: 'Bob', title: 'Bob’s Corner' });
const view = viewOf(
  [
    post({
      key: '00000000000000a1',
      date: '2008-06-21T23:30:00-06:00',
      title: text('Late <b>'),
      content: html('<p>One</p>'),
    }),
    post({
      key: '00000000000000a2',
      date: '2008-06-21T09:05:00-06:00',
      title: html('An <em>early</em> post'),
      content: html('<p>Two</p>'),
    }),
    post({
      key: '00000000000000b1',
      date: '2008-06-21T08:00:00-06:00',
      feed: 'bob',
      content: text('Plain & simple'),
      tags: [{ tag: 'xen', label: 'Xen' }],
    }),
    post({
      key: '00000000000000a3',
      date: '2008-06-20T10:00:00Z',
      title: text('Older'),
      content: html('<p>Three</p>'),
    }),
  ],
  { feeds: [ada, bob], cloud: [{ tag: 'xen', label: 'Xen', count: 1, weight: 1 }] },
);

test('page: days, people, titles and posts read like a planet', async () => {
  const { page, show, problems, close } = await stage.open();
  await show(view);
  const lines = await page.evaluate(() =>
    /** @type {HTMLElement} */ (document.querySelector('.h-feed')).innerText
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
  assert.deepEqual(
    lines.map((line) => line.replace(/\u202f/g, ' ')),
    [
      'June 21, 2008',
      'Ada Lovelace',
      'ada',
      'Notes',
      '» Late <b>',
      'One',
      '11:30 PM',
      '» An early post',
      'Two',
      '9:05 AM',
      'Bob',
      'bob',
      'Bob’s Corner',
      '» Bob',
      'Plain & simple',
      '8:00 AM',
      'under Xen',
      'June 20, 2008',
      'Ada Lovelace',
      'ada',
      'Notes',
      '» Older',
      'Three',
      '10:00 AM',
    ],
  );
  assert.deepEqual(problems, []);
  await close();
});

test('page: every post is an h-entry of an h-feed with name, url, author, date, content and tags', async () => {
  const { page, show, close } = await stage.open();
  await show(view);
  const entries = await page.evaluate(() =>
    [...document.querySelectorAll('.h-feed .h-entry')].map((entry) => {
      const author = /** @type {HTMLElement} */ (entry.querySelector('.p-author.h-card'));
      const own = [...entry.querySelectorAll('.p-name')].find((name) => !name.closest('.p-author'));
      return {
        name: own?.textContent?.trim(),
        url: entry.querySelector('.post .u-url')?.getAttribute('href'),
        author: [
          author.querySelector('.p-name')?.textContent,
          author.querySelector('.p-nickname')?.textContent,
          author.querySelector('.u-url')?.getAttribute('href'),
          author.hidden,
        ],
        published: entry.querySelector('time.dt-published')?.getAttribute('datetime'),
        content: entry.querySelector('.e-content')?.textContent,
        tags: [...entry.querySelectorAll('.p-category')].map((tag) => [
          tag.textContent,
          tag.getAttribute('href'),
        ]),
      };
    }),
  );
  const adaCard = (/** @type {boolean} */ hidden) => ['Ada Lovelace', 'ada', 'https://ada.example/', hidden];
  assert.deepEqual(entries, [
    {
      name: 'Late <b>',
      url: 'https://ada.example/00000000000000a1',
      author: adaCard(false),
      published: '2008-06-21T23:30:00-06:00',
      content: 'One',
      tags: [],
    },
    {
      name: 'An early post',
      url: 'https://ada.example/00000000000000a2',
      author: adaCard(true),
      published: '2008-06-21T09:05:00-06:00',
      content: 'Two',
      tags: [],
    },
    {
      name: 'Bob',
      url: 'https://ada.example/00000000000000b1',
      author: ['Bob', 'bob', 'https://bob.example/', false],
      published: '2008-06-21T08:00:00-06:00',
      content: 'Plain & simple',
      tags: [['Xen', '#/tag/xen']],
    },
    {
      name: 'Older',
      url: 'https://ada.example/00000000000000a3',
      author: adaCard(false),
      published: '2008-06-20T10:00:00Z',
      content: 'Three',
      tags: [],
    },
  ]);
  await close();
});
