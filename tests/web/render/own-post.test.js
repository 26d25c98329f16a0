/** A planet's own template of a post: where its fields may stand, and what of a feed comes into a page by it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markupOf } from '../../../cli/site/markup.js';
import { loadWords } from '../../../web/locales/load-words.js';
import { datesIn } from '../../../web/render/dates.js';
import { readOwnPost } from '../../../web/render/own-post.js';

const { words, locale } = await loadWords(['en']);

const entry = {
  key: 'k1',
  feed: 'ada',
  link: 'https://ada.example/1',
  date: '2008-06-21T23:30:00Z',
  local: '2008-06-21T23:30',
  tags: [{ tag: 'sea', label: 'Sea' }],
};

/** @param {string} template @param {object} [other]   of the entry */
function drawn(template, other) {
  const read = readOwnPost(template);
  if (read.kind === 'failed') return read.detail;
  const feed = { nick: 'ada', name: 'Ada <b>', link: 'javascript:alert(1)', url: 'https://ada.example/feed' };
  /** @type {any} */
  const scene = {
    config: { feeds: [] },
    view: { feeds: [feed], entries: [] },
    address: {},
    density: 'titles',
    words,
    dates: datesIn(locale),
    contents: { title: () => undefined, body: () => undefined },
  };
  return markupOf(read.value(scene, /** @type {any} */ ({ ...entry, ...other }))).replace(/\s+/g, ' ');
}

test('own post: words stand between tags and in attributes, escaped', () => {
  assert.equal(
    drawn(
      '<b class="by {{nick}}" title="{{ name }}">{{name}}</b> <a href="{{url}}#top" id="p-{{key}}">at {{published}}</a>',
    ),
    '<article class="h-entry own "><b class="by ada" title="Ada &lt;b&gt;">Ada &lt;b&gt;</b> <a href="https://ada.example/1#top" id="p-k1">at 2008-06-21T23:30:00Z</a></article>',
  );
});

test('own post: an address that leads nowhere safe leaves its attribute out', () => {
  assert.equal(
    drawn('<a href="{{site}}">x</a><a href="{{url}}">y</a>', { link: 'data:text/html,x' }),
    '<article class="h-entry own "><a>x</a><a>y</a></article>',
  );
});

test('own post: pieces are those of the page', () => {
  assert.equal(
    drawn('<footer>{{tags}}</footer><!-- {{nothing}} -->'),
    '<article class="h-entry own "><footer><span class="tags" >under <a class="p-category" href="#/tag/sea">Sea</a> </span ></footer></article>',
  );
});

test('own post: what a template cannot have is said', () => {
  for (const [template, detail] of [
    [
      '<p>{{titel}}</p>',
      '{{titel}} is no field; there are author, face, title, content, enclosures, date, tags, meta, actions, name, nick, key, url, site, published',
    ],
    ['<p>{{constructor}}</p>', /is no field/],
    ['<p title="{{title}}">x</p>', '{{title}} can only stand between tags'],
    ['<p title={{name}}>x</p>', '{{name}} cannot stand in a tag, unless in quotes'],
    ['<p {{name}}>x</p>', '{{name}} cannot stand in a tag, unless in quotes'],
    ['<p onclick="{{name}}">x</p>', '{{name}} cannot stand in the attribute onclick'],
    ['<p style="color: {{name}}">x</p>', '{{name}} cannot stand in the attribute style'],
    ['<a href="{{name}}">x</a>', '{{name}} cannot stand in the attribute href'],
    ['<img src="{{url}}">', '{{url}} cannot stand in the attribute src'],
    ['<script>{{name}}</script>', 'a template holds no <script>'],
  ]) {
    const said = drawn(/** @type {string} */ (template));
    if (typeof detail === 'string') assert.equal(said, detail);
    else assert.match(said, /** @type {RegExp} */ (detail));
  }
});
