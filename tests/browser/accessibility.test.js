// What axe-core finds to complain about: nothing, in any view, theme, colours, and in a language that runs from right to left.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { LOOKS } from '../../web/config/theme.js';
import { complaints } from './support/axe.js';
import { everything, onePost, planet } from './support/full-planet.js';
import { openStage } from './support/stage.js';
import { viewOf } from './support/views.js';

const stage = await openStage();
after(() => stage.close());

const none = viewOf([], { feeds: everything.feeds });

/** @type {[string, { hash?: string } & import('playwright-core').BrowserContextOptions, object, object?][]} */
const CASES = [
  ['the front page', {}, {}],
  ['the front page on a phone', { viewport: { width: 390, height: 844 } }, {}],
  ['a person’s page', { hash: '#/feed/ada' }, {}],
  ['a post’s page', { hash: '#/entry/00000000000000a1' }, {}, onePost],
  ['a search without an answer', { hash: '#/search/nothing' }, {}, none],
  ['headlines', {}, { content: 'titles' }],
  ['excerpts', {}, { content: 'excerpt' }],
  [
    'headlines under a finger',
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    { content: 'titles' },
  ],
  ...['de', 'es', 'sr', 'fr', 'pt', 'ja', 'zh', 'ar'].map(
    (language) => /** @type {[string, {}, object]} */ ([`the language ${language}`, {}, { language }]),
  ),
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
    await show({ ...everything, ...other }, { ...planet, ...more });
    assert.deepEqual(await complaints(page), []);
    await close();
  });
