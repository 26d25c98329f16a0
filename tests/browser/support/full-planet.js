/** A planet that has something of everything a page can show, and the dialogs that open over it: for who looks at the whole. */
import { person, post, viewOf } from './views.js';

/** @import { Stage } from './stage.js' */

const html = (/** @type {string} */ value) => ({ type: 'html', value });
const text = (/** @type {string} */ value) => ({ type: 'text', value });

const entries = [
  post({
    key: '00000000000000a1',
    date: '2008-06-21T10:00:00Z',
    updated: '2008-06-23T10:00:00Z',
    title: text('Everything that a post may hold'),
    tags: [{ tag: 'maths', label: 'Maths' }],
    comments: 'https://ada.example/comments',
    alsoAt: [{ feed: 'bo', link: 'https://bo.example/copy' }],
    content: html(
      `<h2>A heading</h2><p>Words, <code>code</code>, <mark>marked</mark> and a note<sup><a href="#n">1</a></sup>.</p>
       <pre><code>${'a very long line of code '.repeat(20)}</code></pre>
       <table><tr><th scope="col">Year</th></tr><tr><td>${'2008 '.repeat(200)}</td></tr></table>
       <blockquote><p>A quotation with ${'averylongword'.repeat(30)}.</p></blockquote><math><mi>x</mi></math>
       <p><img src="https://pictures.example/gone.png" width="60" height="30" alt="A harbour"></p>
       <iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><ol><li id="n">The note.</li></ol>`,
    ),
  }),
  post({
    key: '00000000000000a2',
    feed: 'omar',
    date: '2008-06-20T10:00:00Z',
    title: text('رحلة'),
    language: 'ar',
    content: html('<p>هذه تدوينة.</p>'),
    enclosures: [
      { url: 'https://omar.example/1.mp3', type: 'audio/mpeg' },
      { url: 'https://omar.example/1.mp4', type: 'video/mp4' },
    ],
  }),
];

export const everything = viewOf(entries, {
  pages: 3,
  total: 57,
  cloud: [
    { tag: 'maths', label: 'Maths', count: 5, weight: 5 },
    { tag: 'web', label: 'Web', count: 1, weight: 1 },
    { tag: 'long', label: 'Rechtsschutzversicherungsgesellschaften'.repeat(2), count: 1, weight: 3 },
  ],
  feeds: [
    person({ nick: 'ada', name: 'Ada Quill', title: 'Notes', newest: '2008-06-21T10:00:00Z' }),
    person({ nick: 'omar', name: 'عمر' }),
    person({
      nick: 'bo',
      name: `Bo ${'vanderlongname'.repeat(5)}`,
      url: `https://bo.example/${'path/'.repeat(40)}`,
      state: { kind: 'failed', reason: 'upstream_status', status: 404, since: '2008-06-01T10:00:00Z' },
    }),
  ],
  months: [
    { month: '2008-06', count: 2 },
    { month: '2008-03', count: 9 },
    { month: '2007-12', count: 5 },
  ],
  daysWithPosts: [1, 2, 3, 2].map((count, i) => ({ day: `2008-06-1${i}`, count })),
  languages: [
    { language: 'en', count: 50 },
    { language: 'ar', count: 6 },
    { language: 'und', count: 1 },
  ],
  links: [
    {
      url: `https://much.example/${'linked-'.repeat(30)}`,
      title: 'Much linked',
      feeds: 2,
      entries: ['00000000000000a1', '00000000000000a2'],
    },
  ],
});

/** The first post on its own. */
export const onePost = viewOf(entries.slice(0, 1), {
  feeds: everything.feeds,
  newer: { key: '00000000000000a3', feed: 'ada', title: 'Newer' },
  older: { key: '00000000000000a2', feed: 'omar', title: 'averylongtitle'.repeat(9) },
});

export const planet = {
  title: 'Planet Example',
  description: 'Weblogs of a harbour town',
  welcome: '<p>Welcome.</p>',
  owner: { name: 'Ada', email: 'ada@example.org' },
  links: [{ title: 'Elsewhere', url: 'https://elsewhere.example/' }],
  views: [{ name: 'Maths', query: 'tag/maths' }],
};

/** What a reader has chosen who chose something of everything. */
const OWN = {
  mutedFeeds: ['https://ada.example/feed'],
  mutedTags: ['web'],
  mutedWords: ['bread', 'averylongword'.repeat(9)],
  languages: ['en'],
  feeds: [`https://own.example/${'x/'.repeat(50)}`],
  people: 'name',
};

/** @typedef {import('playwright-core').Page} Page */

/** What opens each dialog: a button, or a key. @type {Record<string, (page: Page) => import('playwright-core').Locator | string>} */
export const DIALOGS = {
  settings: (page) => page.getByRole('button', { name: 'Settings' }),
  keys: () => '?',
  'how a feed does': (page) => page.locator('.person .why').first(),
  'how a post came': (page) => page.locator('.post .why'),
};

/** @param {Page} page @param {string} name */
export async function openDialog(page, name) {
  const by = DIALOGS[name](page);
  if (typeof by === 'string') await page.keyboard.press(by);
  else {
    await by.focus();
    await page.keyboard.press('Enter');
  }
  const dialog = page.locator('dialog');
  await dialog.waitFor();
  return dialog;
}

/** The first post's page, from where every dialog opens. @param {Stage} stage @param {object} [more] of planet.json @param {object} [options] */
export async function openPost(stage, more = {}, options = {}) {
  const shown = await stage.open({ hash: '#/entry/00000000000000a1', ...options });
  await shown.page.evaluate(
    (own) => localStorage.setItem(`planetarium own ${location.href.split('#')[0]}`, own),
    JSON.stringify(OWN),
  );
  await shown.show(onePost, { ...planet, ...more });
  return shown;
}
