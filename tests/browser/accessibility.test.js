// What axe-core finds to complain about: nothing, in any view, theme, colours, and in a language that runs from right to left.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { LOOKS } from '../../web/config/theme.js';
import { openStage } from './support/stage.js';
import { person, post, viewOf } from './support/views.js';

/** @import { EntryView } from '../../web/model.js' */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const stage = await openStage();
after(() => stage.close());

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
       <blockquote><p>A quotation.</p></blockquote><math><mi>x</mi></math>
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
const view = viewOf(entries, {
  pages: 3,
  total: 57,
  cloud: [
    { tag: 'maths', label: 'Maths', count: 5, weight: 5 },
    { tag: 'web', label: 'Web', count: 1, weight: 1 },
  ],
  feeds: [
    person({ nick: 'ada', name: 'Ada Quill', title: 'Notes' }),
    person({ nick: 'omar', name: 'عمر' }),
    person({ nick: 'bo', name: 'Bo', state: { kind: 'failed', reason: 'upstream_status', status: 404 } }),
  ],
});
const planet = {
  title: 'Planet Example',
  description: 'Weblogs of a harbour town',
  welcome: '<p>Welcome.</p>',
  owner: { name: 'Ada' },
  links: [{ title: 'Elsewhere', url: 'https://elsewhere.example/' }],
  views: [{ name: 'Maths', query: 'tag/maths' }],
};

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
async function complaints(page) {
  await page.evaluate(axe); // by the debugger's way: the page's policy lets in no script of others
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map(
        (/** @type {any} */ { html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`,
      ),
    );
  });
}

const one = viewOf(entries.slice(0, 1), { feeds: view.feeds });
const none = viewOf([], { feeds: view.feeds });

/** @type {[string, { hash?: string } & import('playwright-core').BrowserContextOptions, object, object?][]} */
const CASES = [
  ['the front page', {}, {}],
  ['the front page on a phone', { viewport: { width: 390, height: 844 } }, {}],
  ['a person’s page', { hash: '#/feed/ada' }, {}],
  ['a post’s page', { hash: '#/entry/00000000000000a1' }, {}, one],
  ['a search without an answer', { hash: '#/search/nothing' }, {}, none],
  ['headlines', {}, { content: 'titles' }],
  ['excerpts', {}, { content: 'excerpt' }],
  ['Arabic', {}, { language: 'ar' }],
  ['Japanese', {}, { language: 'ja' }],
  ...['page', ...LOOKS].flatMap((look) =>
    ['light', 'dark'].map(
      (scheme) =>
        /** @type {[string, {}, object]} */ ([
          `${look}, ${scheme}`,
          {},
          { theme: look === 'page' ? scheme : `${look} ${scheme}` },
        ]),
    ),
  ),
  ['forced colours', { forcedColors: 'active' }, {}],
];

for (const [name, options, more, other] of CASES)
  test(`accessibility: ${name}`, async () => {
    const { page, show, close } = await stage.open({ reducedMotion: 'reduce', ...options });
    await show({ ...view, ...other }, { ...planet, ...more });
    assert.deepEqual(await complaints(page), []);
    await close();
  });
