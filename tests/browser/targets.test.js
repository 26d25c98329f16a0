// What is pressed with a finger is large enough for one, and a narrow or enlarged page needs no scrolling sideways.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { LOOKS } from '../../web/config/theme.js';
import { openStage } from './support/stage.js';
import { person, post, viewOf } from './support/views.js';

const stage = await openStage();
after(() => stage.close());

const entries = ['ada', 'bo'].map((feed, i) =>
  post({
    key: `00000000000000a${i}`,
    feed,
    date: `2008-06-2${i}T10:00:00Z`,
    title: { type: 'text', value: 'A title' },
    tags: [
      { tag: 'maths', label: 'Maths' },
      { tag: 'web', label: 'Web' },
    ],
    comments: 'https://ada.example/comments',
    content: {
      type: 'html',
      value: `<p>Words and ${'averylongword'.repeat(30)}</p><pre>${'code '.repeat(90)}</pre>`,
    },
  }),
);
const view = viewOf(entries, {
  pages: 3,
  total: 57,
  cloud: [
    { tag: 'maths', label: 'Maths', count: 5, weight: 5 },
    { tag: 'web', label: 'Web', count: 1, weight: 1 },
  ],
  feeds: [
    person({ nick: 'ada', name: 'Ada', title: 'Notes' }),
    person({ nick: 'bo', name: 'Bo', title: 'Bread' }),
  ],
});
const planet = {
  title: 'Planet Example',
  links: [{ title: 'Elsewhere', url: 'https://elsewhere.example/' }],
};

const VIEWS = /** @type {[string, string, object][]} */ ([
  ['the front page', '', {}],
  ['a person’s page', '#/feed/ada', {}],
  ['a search', '#/search/maths', {}],
  ['headlines', '', { content: 'titles' }],
  ['Arabic', '', { language: 'ar' }],
  ...LOOKS.map((look) => [look, '', { theme: look }]),
]);

for (const [name, hash, more] of VIEWS)
  test(`targets: 44 pixels on touch, nothing sideways: ${name}`, async () => {
    const { page, show, close } = await stage.open({
      hash,
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await show(view, { ...planet, ...more });
    // Links in running text are let off (WCAG 2.5.5); a link in a line of small print reaches above and below its letters.
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a[href], button, input, select, summary')]
        .filter((one) => !one.closest('.e-content, .skip') && one.checkVisibility())
        .map((one) => one.closest('label') ?? one)
        .filter((one) => Math.max(...[...one.getClientRects()].map(({ height }) => height)) < 43.5)
        .map(
          (one) =>
            `${one.parentElement?.className} > ${one.outerHTML.slice(0, 90)} ${one.getBoundingClientRect().height}`,
        ),
    );
    assert.deepEqual(small, []);
    // 320 pixels are also what is left of 640 for who has enlarged the page twofold (WCAG 1.4.10).
    await page.setViewportSize({ width: 320, height: 600 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await close();
  });
